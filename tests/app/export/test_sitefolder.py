"""A site takes all of a change or none, also when the machine dies at any step."""

import errno
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.export import sitefolder, swap
from app.export.exchange import exchange
from app.export.sitefolder import Many, SiteFolder, stage_file
from app.export.swap import MANIFEST

OLD = {"index.html": b"old", "port/index.html": b"old port", "port/media/a.jpg": b"a"}
NEW = {"index.html": b"new", "port/index.html": b"new port", "port/media/b.jpg": b"b"}


def write(place: Path, files: dict[str, bytes], state: str, gone: tuple[str, ...] = ()) -> None:
    with SiteFolder(place) as site:
        for name, data in files.items():
            site.put(name, data)
        site.drop(gone)
        site.manifest(state, {"port": "1"})
        site.commit()


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
    assert SiteFolder(tmp_path / "site").folders() == {"port": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_change_writes_what_is_new_links_what_stands_and_drops_what_is_gone(
    tmp_path: Path,
) -> None:
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


def test_a_folder_that_is_replaced_or_dropped_keeps_nothing_of_the_old(tmp_path: Path) -> None:
    quay = {"quay/index.html": b"quay", "quay/media/q.jpg": b"q"}
    write(tmp_path / "site", OLD | quay, "one")

    with SiteFolder(tmp_path / "site") as site:
        site.replace("port")
        stage_file(site.stage, "port/index.html", b"new port")
        site.drop(["quay/"])
        site.manifest("two", {})
        site.commit()

    assert contents(tmp_path / "site") == {"index.html": b"old", "port/index.html": b"new port"}


def test_a_file_the_newsroom_put_there_itself_stays(tmp_path: Path) -> None:
    write(tmp_path / "site", OLD, "one")
    (tmp_path / "site" / "CNAME").write_text("courrier.example")

    write(tmp_path / "site", NEW, "two", gone=("port/media/a.jpg",))

    assert (tmp_path / "site" / "CNAME").read_text() == "courrier.example"


def test_where_files_cannot_be_linked_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: str, **_how: bool) -> None:
        raise OSError(errno.EPERM, "no links here")

    write(tmp_path / "site", OLD, "one")
    monkeypatch.setattr(os, "link", refuse)

    write(tmp_path / "site", {"index.html": b"new"}, "two")

    assert contents(tmp_path / "site") == OLD | {"index.html": b"new"}


def test_a_place_inside_a_published_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "site", OLD, "one")

    with pytest.raises(DeskError) as refused, SiteFolder(tmp_path / "site" / "port" / "more"):
        pass

    assert refused.value.code == "publish.folder-inside"
    assert contents(tmp_path / "site") == OLD


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


@pytest.fixture
def spared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spare beside a site that was written twice."""
    monkeypatch.setattr(sitefolder, "SPARE_FILES", 1)
    write(tmp_path / "site", OLD | {"section/a.html": b"a"}, "one")
    write(tmp_path / "site", {"port/index.html": b"second"}, "two")
    return tmp_path / ".site.marbre-spare"


def test_a_spare_holds_what_both_have_and_nothing_that_was_replaced(spared: Path) -> None:
    assert contents(spared) == {
        "index.html": b"old",
        "port/media/a.jpg": b"a",
        "section/a.html": b"a",
    }
    assert stat.S_IMODE(spared.stat().st_mode) == 0o700


def test_with_a_spare_only_what_changed_is_linked_and_written(
    spared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked: list[str] = []
    real = os.link

    def link(old: str, new: str, **how: bool) -> None:
        linked.append(Path(new).name)
        real(old, new, **how)

    monkeypatch.setattr(os, "link", link)
    place = spared.with_name("site")

    write(place, {"section/a.html": b"third"}, "three")

    assert linked == ["index.html"]
    assert (place / "port" / "index.html").read_bytes() == b"second"
    assert contents(place) == OLD | {"port/index.html": b"second", "section/a.html": b"third"}
    assert stat.S_IMODE(place.stat().st_mode) != 0o700


def test_nothing_somebody_put_into_a_spare_reaches_the_site(spared: Path, tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.jpg").write_bytes(b"not ours")
    (spared / "index.html").unlink()
    (spared / "index.html").write_bytes(b"bad")
    (spared / "more.html").write_bytes(b"more")
    shutil.rmtree(spared / "port" / "media")
    (spared / "port" / "media").symlink_to(elsewhere)
    (spared / "section" / "a.html").unlink()
    (spared / "section" / "a.html").mkdir()
    before = contents(place)

    write(place, {"new.html": b"new"}, "three")

    assert contents(place) == before | {"new.html": b"new"}
    assert (elsewhere / "a.jpg").read_bytes() == b"not ours"


def test_a_spare_that_is_no_folder_is_not_used(spared: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    before = contents(place)
    shutil.rmtree(spared)
    spared.symlink_to(tmp_path)

    write(place, {"new.html": b"new"}, "three")

    assert contents(place) == before | {"new.html": b"new"}


def test_files_that_many_folders_have_alike_are_written_once(tmp_path: Path) -> None:
    files = Many(tmp_path, {"media/logo.png"})

    for name in ("a/media/logo.png", "a/index.html", "b/media/logo.png", "b/index.html"):
        files.put(name, b"x")

    assert (tmp_path / "a/media/logo.png").samefile(tmp_path / "b/media/logo.png")
    assert not (tmp_path / "a/index.html").samefile(tmp_path / "b/index.html")


def test_where_there_are_no_more_links_files_alike_are_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(errno.EMLINK, "too many")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    files = Many(tmp_path, {"logo.png"})

    for name in ("a/logo.png", "b/logo.png"):
        files.put(name, b"x")

    assert (tmp_path / "b/logo.png").read_bytes() == b"x"


def test_a_site_that_was_mostly_replaced_leaves_no_spare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitefolder, "SPARE_FILES", 1)
    write(tmp_path / "site", OLD, "one")

    with SiteFolder(tmp_path / "site") as site:
        site.replace("port")
        stage_file(site.stage, "port/index.html", b"new port")
        site.manifest("two", {})
        site.commit()

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


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

    for name in ("rename", "replace", "mkdir", "write_bytes", "unlink"):
        patch.setattr(Path, name, counted(getattr(Path, name)))
    for name in ("fsync", "link", "rename", "unlink", "rmdir"):
        patch.setattr(os, name, counted(getattr(os, name)))
    patch.setattr(swap, "exchange", counted(exchange))
    return seen


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no exchange on this system")
@pytest.mark.parametrize("enough", [0, sitefolder.SPARE_FILES])
def test_killed_at_any_step_the_site_is_the_old_one_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, enough: int
) -> None:
    monkeypatch.setattr(sitefolder, "SPARE_FILES", enough)
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
        outcomes.append((contents(place), SiteFolder(place).state()))
        step += 1

    assert step > 10
    assert all(one in ((OLD, "old"), (NEW, "new")) for one in outcomes)
    assert {state for _files, state in outcomes} == {"old", "new"}
    assert json.loads((place / MANIFEST).read_bytes())["state"] == "new"
