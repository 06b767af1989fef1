"""The mark of a session: found only after an end from outside."""

from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.store import session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "marbre.sqlite"


def test_a_session_that_was_ended_leaves_no_mark(path: Path) -> None:
    assert session.begin(path) is None
    session.end(path)

    assert session.begin(path) is None


def test_a_session_that_was_cut_short_tells_when_it_began(path: Path) -> None:
    session.begin(path)

    assert session.begin(path) is not None


@pytest.mark.parametrize("written", ["", "[]", '{"began": "yesterday"}', "\x00"])
def test_a_damaged_mark_says_nothing(path: Path, written: str) -> None:
    session.mark_of(path).write_text(written)

    assert session.begin(path) is None


def test_a_mark_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        session.begin(tmp_path / "nowhere" / "marbre.sqlite")

    assert caught.value.code == "store.unwritable"
