"""A mirror holds what the original holds, whatever stood in it before."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.export.mirror import Mirror, move_in

FILES = st.dictionaries(
    st.sampled_from(["a", "b", "c/a", "c/b", "d/a", "d/media/a", "d/media/b"]),
    st.binary(max_size=3),
    max_size=7,
)


def written(place: Path, files: dict[str, bytes]) -> Path:
    place.mkdir()
    for name, data in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return place


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


@given(old=FILES, had=FILES, apart=st.sets(st.sampled_from(["a", "c/b", "d/", "d/media/"])))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_mirror_holds_the_original_but_for_what_is_left_out(
    tmp_path_factory: pytest.TempPathFactory,
    old: dict[str, bytes],
    had: dict[str, bytes],
    apart: set[str],
) -> None:
    root = tmp_path_factory.mktemp("mirror")
    original, twin = written(root / "old", old), written(root / "new", had)

    Mirror(apart).lay(original, twin)

    kept = {
        name: data
        for name, data in old.items()
        if name not in apart and not any(name.startswith(one) for one in apart if one[-1] == "/")
    }
    assert contents(twin) == kept
    assert contents(original) == old
    assert all((twin / name).samefile(original / name) for name in kept)
    assert all(any(path.iterdir()) for path in twin.rglob("*") if path.is_dir())


def test_a_file_that_is_the_same_already_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = written(tmp_path / "old", {"a": b"1", "c/b": b"2"})
    Mirror(set()).lay(original, tmp_path / "new")

    def refuse(*_paths: str, **_how: bool) -> None:
        raise AssertionError

    monkeypatch.setattr(os, "link", refuse)
    again = Mirror(set())
    again.lay(original, tmp_path / "new")

    assert (again.files, again.folders, again.copied) == (2, 1, False)


def test_moving_in_replaces_files_and_leaves_their_other_names_alone(tmp_path: Path) -> None:
    into = written(tmp_path / "into", {"a": b"old", "c/a": b"old", "c/b": b"kept"})
    os.link(into / "a", tmp_path / "twin")
    fresh = written(tmp_path / "fresh", {"a": b"new", "c/a": b"new", "d/media/a": b"more"})

    move_in(fresh, into)

    assert contents(into) == {"a": b"new", "c/a": b"new", "c/b": b"kept", "d/media/a": b"more"}
    assert (tmp_path / "twin").read_bytes() == b"old"
