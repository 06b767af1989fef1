"""The files pip installs from say what uv.lock says, hash for hash (`poe lock` writes them)."""

import re
import tomllib
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = "marbre"
QT = {"pyside6", "pyside6-addons", "pyside6-essentials", "shiboken6"}
PIN = re.compile(r"^([\w.-]+)==([^ ;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=(\S+)")

Pins = dict[tuple[str, str], set[str]]
Package = dict[str, Any]


def packages() -> list[Package]:
    """Every package of the lock."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    found: list[Package] = lock["package"]
    return found


def locked(*groups: str) -> Pins:
    """What the project and these groups need, through every package between."""
    by_name: dict[str, list[Package]] = {}
    for package in packages():
        by_name.setdefault(package["name"], []).append(package)
    (project,) = by_name[PROJECT]
    asked = [*project["dependencies"]]
    for group in groups:
        asked += project["dev-dependencies"][group]
    needed: set[str] = set()
    while asked:
        name = asked.pop()["name"]
        if name not in needed:
            needed.add(name)
            asked += [need for package in by_name[name] for need in package.get("dependencies", [])]
    return {
        (package["name"], package["version"]): {
            file["hash"] for file in [*package.get("wheels", []), package.get("sdist", {})] if file
        }
        for name in needed
        for package in by_name[name]
    }


def written(name: str) -> Pins:
    """What a requirement file pins, with the hashes it accepts."""
    text = (ROOT / "packaging" / name).read_text("utf-8")
    starts = [*PIN.finditer(text)]
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return {
        (start[1], start[2]): set(HASH.findall(text[start.end() : end]))
        for start, end in zip(starts, ends, strict=True)
    }


@pytest.mark.parametrize(
    ("name", "groups", "without"),
    [
        ("requirements.txt", (), set()),
        ("requirements-test.txt", ("core", "dev"), set()),
        ("requirements-core.txt", ("core",), QT),
        ("requirements-bundle.txt", ("bundle",), set()),
    ],
)
def test_a_requirement_file_is_in_step_with_the_lock(
    name: str, groups: tuple[str, ...], without: set[str]
) -> None:
    expected = {pin: hashes for pin, hashes in locked(*groups).items() if pin[0] not in without}

    assert written(name) == expected


@pytest.mark.parametrize(
    "path", sorted((ROOT / "packaging").glob("requirements*.txt")), ids=attrgetter("name")
)
def test_a_requirement_file_names_no_place_to_fetch_from(path: Path) -> None:
    text = path.read_text("utf-8")

    assert "://" not in text
    assert "index" not in text
