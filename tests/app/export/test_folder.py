"""Publishing is old or new, never between: also when the machine dies at any step."""

import errno
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.export import swap
from app.export.edition import Page
from app.export.exchange import exchange
from app.export.folder import write
from app.export.swap import MANIFEST

OLD = {"story.txt": b"old", "media/port-1.jpg": b"old picture"}
NEW = {"story.txt": b"new", "media/port-2.jpg": b"new picture", "feed.json": b"{}"}


# The child only writes files and ends; whatever threads other tests left do not matter to it.
FORKS = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def page(files: dict[str, bytes]) -> Page:
    return Page(
        slug="port", address="https://example.org/port/", html="<p>Le port</p>", files=files
    )


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


def stamps(place: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_ino, p.stat().st_mtime_ns) for p in [place, *place.rglob("*")]}


def beside(place: Path) -> list[str]:
    return [path.name for path in place.parent.iterdir() if path != place]


def test_the_folder_holds_the_page_and_a_manifest_of_it(tmp_path: Path) -> None:
    manifest = write(page(NEW), tmp_path / "site" / "port")

    place = tmp_path / "site" / "port"
    assert not manifest.identical
    assert contents(place).keys() == {"index.html", *NEW, MANIFEST}
    listed = json.loads((place / MANIFEST).read_bytes())["files"]
    assert {row["name"]: row["sha256"] for row in listed} == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in contents(place).items()
        if name != MANIFEST
    }
    assert beside(place) == []


def test_publishing_the_same_again_touches_nothing(tmp_path: Path) -> None:
    first = write(page(NEW), tmp_path / "port")
    before = stamps(tmp_path)

    again = write(page(NEW), tmp_path / "port")

    assert again.identical
    assert again.digest() == first.digest()
    assert stamps(tmp_path) == before


def test_a_new_page_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    write(page(OLD), tmp_path / "port")

    write(page(NEW), tmp_path / "port")

    assert contents(tmp_path / "port").keys() == {"index.html", *NEW, MANIFEST}
    assert beside(tmp_path / "port") == []


def test_a_file_changed_by_hand_is_put_right(tmp_path: Path) -> None:
    write(page(NEW), tmp_path / "port")
    (tmp_path / "port" / "story.txt").write_bytes(b"bad")

    assert not write(page(NEW), tmp_path / "port").identical
    assert (tmp_path / "port" / "story.txt").read_bytes() == b"new"


def test_an_empty_folder_and_the_litter_of_file_managers_are_no_hindrance(tmp_path: Path) -> None:
    place = tmp_path / "port"
    place.mkdir()
    (place / ".DS_Store").write_bytes(b"x")

    write(page(NEW), place)

    assert (place / "index.html").is_file()


@pytest.mark.parametrize("published_before", [False, True])
def test_a_folder_with_the_work_of_others_is_refused_and_left_alone(
    tmp_path: Path, *, published_before: bool
) -> None:
    place = tmp_path / "port"
    if published_before:
        write(page(OLD), place)
    place.mkdir(exist_ok=True)
    (place / "thesis.odt").write_bytes(b"ten years")
    before = stamps(tmp_path)

    with pytest.raises(DeskError) as refused:
        write(page(NEW), place)

    assert refused.value.code == "publish.folder-not-ours"
    assert refused.value.params["file"] == "thesis.odt"
    assert stamps(tmp_path) == before


@pytest.mark.parametrize("words", ['{"name": "my extension"}', "[]", "not json", ""])
def test_a_manifest_of_something_else_does_not_make_a_folder_ours(
    tmp_path: Path, words: str
) -> None:
    (tmp_path / "port").mkdir()
    (tmp_path / "port" / MANIFEST).write_text(words)

    with pytest.raises(DeskError) as refused:
        write(page(NEW), tmp_path / "port")

    assert refused.value.code == "publish.folder-not-ours"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "port").write_text("a note")

    with pytest.raises(DeskError) as refused:
        write(page(NEW), tmp_path / "port")

    assert refused.value.code == "publish.folder-not-ours"
    assert (tmp_path / "port").read_text() == "a note"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/x", "CON", "a/b/c", MANIFEST])
def test_a_name_that_is_not_safe_everywhere_is_never_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=name.replace("/", ".")):
        write(page({name: b"x"}), tmp_path / "port")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (errno.ENOSPC, "publish.disk-full"),
        (errno.EDQUOT, "publish.disk-full"),
        (errno.EROFS, "publish.folder-readonly"),
        (errno.EACCES, "publish.folder-readonly"),
        (errno.EIO, "publish.folder-failed"),
    ],
)
def test_trouble_at_any_write_is_told_and_the_old_page_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int, code: str
) -> None:
    place = tmp_path / "port"
    write(page(OLD), place)
    before = contents(place)
    steps = count_steps(monkeypatch, tmp_path / "rehearsal")

    for step in range(steps - 1):  # the last one follows the change of places
        with monkeypatch.context() as patch:
            at_step(patch, step, lambda: fail(reason))
            with pytest.raises(DeskError) as refused:
                write(page(NEW), place)
        assert refused.value.code == code
        assert contents(place) == before
        assert beside(place) == ["rehearsal"]


def fail(reason: int) -> None:
    raise OSError(reason, os.strerror(reason))


def at_step(patch: pytest.MonkeyPatch, step: int, act: Callable[[], None]) -> list[int]:
    """Let `act` happen before the fsync, exchange or rename numbered `step`; count them."""
    seen = [0]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            seen[0] += 1
            if seen[0] - 1 == step:
                act()
            return real(*arguments)

        return call

    patch.setattr(os, "fsync", counted(os.fsync))
    patch.setattr(os, "rename", counted(os.rename))
    patch.setattr(Path, "rename", counted(Path.rename))
    patch.setattr(swap, "exchange", counted(exchange))
    return seen


def count_steps(monkeypatch: pytest.MonkeyPatch, place: Path) -> int:
    write(page(OLD), place)
    with monkeypatch.context() as patch:
        seen = at_step(patch, -1, lambda: None)
        write(page(NEW), place)
    return seen[0]


def dies_at(step: int, place: Path, *, can_exchange: bool) -> bool:
    """Publish in a process that ends, as by kill -9, at one step; say whether it did."""
    child = os.fork()
    if child == 0:
        with pytest.MonkeyPatch.context() as patch:
            if not can_exchange:
                patch.setattr(swap, "exchange", lambda _one, _other: False)
            at_step(patch, step, lambda: os._exit(9))
            write(page(NEW), place)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@FORKS
@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no exchange on this system")
def test_killed_at_any_step_the_folder_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    write(page(OLD), tmp_path / "old")
    write(page(NEW), tmp_path / "new")
    old, new = contents(tmp_path / "old"), contents(tmp_path / "new")
    found, step = [], 0

    place = tmp_path / "work" / "port"
    write(page(OLD), place)
    while dies_at(step, place, can_exchange=True):
        found.append(contents(place))
        write(page(OLD), place)
        step += 1

    assert step > 5
    assert all(one in (old, new) for one in found)
    assert new in found
    assert old in found
    assert contents(place) == new


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@FORKS
def test_killed_where_folders_cannot_change_places_the_next_writing_mends_it(
    tmp_path: Path,
) -> None:
    write(page(OLD), tmp_path / "old")
    old, step = contents(tmp_path / "old"), 0

    place = tmp_path / "work" / "port"
    write(page(OLD), place)
    while dies_at(step, place, can_exchange=False):
        again = write(page(OLD), place)
        assert again.identical or contents(place) == old
        step += 1

    assert step > 5
    assert contents(place).keys() == {"index.html", *NEW, MANIFEST}


def test_what_a_killed_writing_left_is_swept_away_when_it_is_old(tmp_path: Path) -> None:
    stale, young = tmp_path / ".port.marbre-new-1", tmp_path / ".port.marbre-new-2"
    for left in (stale, young):
        left.mkdir()
    os.utime(stale, (0, 0))

    write(page(NEW), tmp_path / "port")

    assert not stale.exists()
    assert young.exists()
