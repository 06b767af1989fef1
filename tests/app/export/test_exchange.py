import sys
from pathlib import Path

import pytest

from app.export.exchange import exchange


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no such step on this system")
def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "name").write_text(folder.name)

    assert exchange(one, other)

    assert (one / "name").read_text() == "other"
    assert (other / "name").read_text() == "one"


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no such step on this system")
def test_a_missing_folder_is_trouble_and_not_a_missing_step(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()

    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "other")


def test_a_system_without_the_step_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert not exchange(tmp_path / "one", tmp_path / "other")
