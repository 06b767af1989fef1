"""A disk that fills up: what was kept is kept, each refusal is one clear line, and room heals all."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

SIZE = 6
"""Megabytes of the small disk."""

COPY = """La digue tiendra l'hiver

La digue de Port-Sablé sera consolidée avant l'automne, a annoncé mercredi la maire Hélène Carvin.

"La digue tiendra tout l'hiver", a déclaré Mme Carvin devant les riverains.
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "marbre-test", str(place)]
    try:
        done = subprocess.run(mounting, capture_output=True, check=False)
    except OSError:
        done = None
    if done is None or done.returncode:
        pytest.skip("a small disk cannot be mounted here: that needs Linux and root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def marbre(disk: Path) -> Run:
    def run(*words: object) -> "subprocess.CompletedProcess[str]":
        asked = [sys.executable, "-m", "app.cli", "--store", disk / "store", *words]
        return subprocess.run(
            [str(word) for word in asked], capture_output=True, text=True, check=False
        )

    return run


def fill(disk: Path, left: int = 0) -> Path:
    """Fill the disk but for some bytes; removing the file returned makes room again."""
    ballast = disk / "ballast"
    free = os.statvfs(disk)
    with ballast.open("wb") as file:
        for _block in range(max(0, (free.f_bavail * free.f_frsize - left) // 4096)):
            try:
                file.write(b"\x00" * 4096)
                file.flush()
            except OSError:
                break
    return ballast


def refused(done: "subprocess.CompletedProcess[str]") -> bool:
    """Whether a command ended with one clear line and no trace."""
    lines = done.stderr.strip().splitlines()
    return (
        done.returncode == 2
        and len(lines) >= 1
        and all(line.startswith("marbre: ") for line in lines)
    )


def test_copy_is_kept_or_refused_and_room_heals(marbre: Run, disk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "digue.txt"
    copy.write_text(COPY, "utf-8")
    assert marbre("take-in", copy).returncode == 0
    ballast = fill(disk, left=200_000)
    taken = 1
    for _number in range(40):
        done = marbre("take-in", copy)
        if done.returncode:
            assert refused(done), done.stderr
            break
        taken += 1
    else:
        pytest.fail("the disk never filled up")

    listed = marbre("list")
    assert listed.stdout.count("La digue tiendra") == taken, listed.stderr
    ballast.unlink()
    assert marbre("take-in", copy).returncode == 0
    assert marbre("list").stdout.count("La digue tiendra") == taken + 1


def test_a_photo_and_a_page_without_room_leave_what_stood(
    marbre: Run, disk: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "digue.txt"
    copy.write_text(COPY, "utf-8")
    picture = tmp_path / "digue.jpg"
    Image.effect_noise((1600, 1067), 60).convert("RGB").save(picture, quality=95)
    (story,) = json.loads(marbre("take-in", copy, "--format", "json").stdout)
    (looked,) = json.loads(marbre("check", story["slug"], "--format", "json").stdout)
    codes = {one["code"] for one in looked["findings"] if one["severity"] == "block"}
    overrides = [word for code in sorted(codes) for word in ("--override", code)]
    publish = ("publish", story["slug"], "--to", disk / "out", *overrides, "--reason", "essai")
    assert marbre(*publish).returncode == 0
    marbre("revise", story["slug"], "--headline", "Autre titre")
    pages = {path: path.read_bytes() for path in (disk / "out").rglob("*") if path.is_file()}
    ballast = fill(disk)

    assert refused(marbre("photo", "add", picture))
    assert refused(marbre(*publish))
    assert {
        path: path.read_bytes() for path in (disk / "out").rglob("*") if path.is_file()
    } == pages
    assert {path.name for path in disk.iterdir()} == {"store", "out", "ballast"}
    ballast.unlink()
    assert marbre("photo", "add", picture).returncode == 0
    assert marbre(*publish).returncode == 0
    assert any("Autre titre" in path.read_text("utf-8") for path in (disk / "out").rglob("*.html"))
