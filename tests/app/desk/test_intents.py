"""What was about to be logged is logged once when the folder did change, and never when it did not."""

from pathlib import Path

import pytest

from app.desk import intents
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.domain.errors import DeskError
from app.export import folder

OVERRIDES = {"by": "Ana"}


class Cut(BaseException):
    """The power goes."""


@pytest.fixture
def overrides(desk: Desk, story_id: str) -> dict[str, str]:
    blocks = publishing.preflight(desk, story_id).blocks
    return {finding.code: "essai" for finding in blocks}


def test_a_page_whose_log_was_cut_short_is_logged_at_the_next_opening(
    desk: Desk,
    story_id: str,
    overrides: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = folder.write

    def write_and_die(page: object, place: Path) -> None:
        real(page, place)  # type: ignore[arg-type]  # a page, as it came
        raise Cut

    monkeypatch.setattr(folder, "write", write_and_die)
    with pytest.raises(Cut):
        publishing.publish(desk, story_id, tmp_path / "out", overrides=overrides, by="Ana")
    assert publishing.publications_of(desk, story_id) == ()
    path = desk.path
    desk.close()

    with Desk.open(path, by="Ana") as again:
        (entry,) = publishing.publications_of(again, story_id)
        assert entry.by == "Ana"
        assert entry.folder == str(tmp_path / "out")
        assert entry.overrides[0]["reason"] == "essai"
        monkeypatch.undo()
        same = publishing.publish(again, story_id, tmp_path / "out", overrides=overrides, by="Ana")
        assert same.identical
    assert list((path.parent / intents.FOLDER).iterdir()) == []


def test_a_page_that_never_took_its_place_is_not_logged(
    desk: Desk,
    story_id: str,
    overrides: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def die(_page: object, _place: Path) -> None:
        raise Cut

    monkeypatch.setattr(folder, "write", die)
    with pytest.raises(Cut):
        publishing.publish(desk, story_id, tmp_path / "out", overrides=overrides, by="Ana")
    path = desk.path
    desk.close()

    with Desk.open(path) as again:
        assert publishing.publications_of(again, story_id) == ()
    assert list((path.parent / intents.FOLDER).iterdir()) == []


def test_trouble_with_the_folder_leaves_no_intent(
    desk: Desk,
    story_id: str,
    overrides: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_page: object, place: Path) -> None:
        raise DeskError("publish.disk-full", folder=str(place), reason="")

    monkeypatch.setattr(folder, "write", fail)
    with pytest.raises(DeskError):
        publishing.publish(desk, story_id, tmp_path / "out", overrides=overrides, by="Ana")

    assert list((desk.path.parent / intents.FOLDER).iterdir()) == []
    assert publishing.publications_of(desk, story_id) == ()


def test_a_line_that_is_logged_already_and_a_broken_one_do_no_harm(
    desk: Desk, story_id: str, overrides: dict[str, str], tmp_path: Path
) -> None:
    publishing.publish(desk, story_id, tmp_path / "out", overrides=overrides, by="Ana")
    (entry,) = publishing.publications_of(desk, story_id)
    kept = desk.path.parent / intents.FOLDER
    (kept / "broken.json").write_text("{")

    with intents.intended(desk.store, tmp_path / "out", "", [entry]):
        pass
    intents.settle(desk.store)

    assert publishing.publications_of(desk, story_id) == (entry,)
    assert list(kept.iterdir()) == []
