"""Originals: named by their content, copied whole, never changed."""

import hashlib
import os
from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.store import originals


def test_an_original_is_copied_under_its_digest(tmp_path: Path) -> None:
    source = tmp_path / "quay.jpg"
    source.write_bytes(b"picture" * 1000)
    digest = originals.digest_of(source)

    place = originals.keep(tmp_path / "originals", source, digest, ".jpg")

    assert digest == hashlib.sha256(source.read_bytes()).hexdigest()
    assert place.read_bytes() == source.read_bytes()
    assert place == originals.place_of(tmp_path / "originals", digest, ".jpg")


def test_keeping_twice_writes_once(tmp_path: Path) -> None:
    source = tmp_path / "quay.jpg"
    source.write_bytes(b"picture")
    digest = originals.digest_of(source)
    first = originals.keep(tmp_path / "originals", source, digest, ".jpg")
    stamp = first.stat().st_mtime_ns

    assert originals.keep(tmp_path / "originals", source, digest, ".jpg") == first
    assert first.stat().st_mtime_ns == stamp


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        originals.digest_of(tmp_path / "gone.jpg")

    assert caught.value.code == "photo.missing"


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "quay.jpg"
    source.write_bytes(b"picture")

    def full(_handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("app.store.originals.os.fsync", full)
    with pytest.raises(DeskError) as caught:
        originals.keep(tmp_path / "originals", source, "ab" * 32, ".jpg")

    assert caught.value.code == "store.disk-full"
    assert [path for path in (tmp_path / "originals").rglob("*") if path.is_file()] == []


@pytest.mark.skipif(os.name == "nt", reason="file rights are told otherwise there")
def test_originals_are_private_whatever_the_system_allows(tmp_path: Path) -> None:
    source = tmp_path / "digue.jpg"
    source.write_bytes(b"picture")
    source.chmod(0o666)
    old = os.umask(0)
    try:
        place = originals.keep(tmp_path / "originals", source, originals.digest_of(source), ".jpg")
    finally:
        os.umask(old)

    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0
