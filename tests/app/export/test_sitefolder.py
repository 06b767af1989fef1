"""A site takes all of a change or none, also when the machine dies at any step."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.export.folder import MANIFEST
from app.export.sitefolder import SiteFolder

OLD = {"index.html": b"old", "port/index.html": b"old port", "port/media/a.jpg": b"a"}
NEW = {"index.html": b"new", "port/index.html": b"new port", "port/media/b.jpg": b"b"}


def write(place: Path, files: dict[str, bytes], state: str, gone: tuple[str, ...] = ()) -> None:
    with SiteFolder(place) as site:
        for name, data in files.items():
            site.put(name, data)
        site.drop(gone)
        site.commit(state)


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_a_new_site_appears_whole_and_knows_its_state(tmp_path: Path) -> None:
    write(tmp_path / "site", OLD, "one")

    assert contents(tmp_path / "site") == OLD
    assert SiteFolder(tmp_path / "site").state() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_change_moves_what_is_new_and_takes_away_what_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "site", OLD, "one")
    kept = {"section/a.html": b"a"}
    write(tmp_path / "site", kept, "two")
    before = (tmp_path / "site" / "section" / "a.html").stat()

    write(tmp_path / "site", NEW, "three", gone=("port/media/a.jpg",))

    assert contents(tmp_path / "site") == NEW | kept
    assert (tmp_path / "site" / "section" / "a.html").stat().st_ino == before.st_ino
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_story_that_is_gone_leaves_no_folder(tmp_path: Path) -> None:
    write(tmp_path / "site", OLD, "one")

    write(
        tmp_path / "site", {"index.html": b""}, "two", gone=("port/index.html", "port/media/a.jpg")
    )

    assert not (tmp_path / "site" / "port").exists()


def test_what_is_not_committed_leaves_no_trace(tmp_path: Path) -> None:
    write(tmp_path / "site", OLD, "one")

    with SiteFolder(tmp_path / "site") as site:
        site.put("index.html", b"new")

    assert contents(tmp_path / "site") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["../x.html", "/x.html", "a/b/c/d.html", "con/index.html", "a//b"])
def test_a_name_that_is_not_safe_everywhere_is_never_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=name), SiteFolder(tmp_path / "site") as site:
        site.put(name, b"x")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [None, "{}", '{"kind": "marbre-page"}', "not json"])
def test_the_work_of_others_is_refused_and_left_alone(tmp_path: Path, words: str | None) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / ("thesis.odt" if words is None else MANIFEST)).write_text(words or "ten years")

    with pytest.raises(DeskError) as refused, SiteFolder(place):
        pass

    assert refused.value.code == "publish.folder-not-ours"
    assert len(list(place.iterdir())) == 1


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a note")

    with pytest.raises(DeskError) as refused, SiteFolder(tmp_path / "site"):
        pass

    assert refused.value.code == "publish.folder-not-ours"


def dying(patch: pytest.MonkeyPatch, step: int) -> list[int]:
    """End the process, as by kill -9, before the sync, move or removal numbered `step`."""
    seen = [0]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            seen[0] += 1
            if seen[0] - 1 == step:
                os._exit(9)
            return real(*arguments, **named)

        return call

    for name in ("rename", "replace", "unlink", "write_bytes", "rmdir"):
        patch.setattr(Path, name, counted(getattr(Path, name)))
    patch.setattr(os, "fsync", counted(os.fsync))
    return seen


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_killed_at_any_step_the_site_is_the_old_one_or_becomes_the_new_one(tmp_path: Path) -> None:
    place, step, outcomes = tmp_path / "site", 0, []
    while True:
        write(place, OLD, "old", gone=("port/media/b.jpg",))
        child = os.fork()
        if child == 0:
            with pytest.MonkeyPatch.context() as patch:
                dying(patch, step)
                write(place, NEW, "new", gone=("port/media/a.jpg",))
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break
        with SiteFolder(place) as site:
            outcomes.append((contents(place), site.state()))
        step += 1

    assert step > 10
    assert all(one in ((OLD, "old"), (NEW, "new")) for one in outcomes)
    assert {state for _files, state in outcomes} == {"old", "new"}
    assert json.loads((place / MANIFEST).read_bytes())["state"] == "new"
