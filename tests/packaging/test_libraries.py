"""The list of system libraries, and how the launcher learns which are missing."""

import runpy
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "packaging" / "libraries.py"
NEEDS = {"always", "window", "preview", "print"}


def refuse(soname: str) -> object:
    raise OSError(soname)


def test_a_library_the_loader_refuses_is_given_with_its_packages() -> None:
    missing = runpy.run_path(str(SCRIPT))["missing"]

    assert "preview libasound.so.2 libasound2t64 libasound2" in list(missing(refuse))


def test_nothing_is_missing_where_the_loader_opens_all() -> None:
    missing = runpy.run_path(str(SCRIPT))["missing"]

    assert list(missing(str.upper)) == []


def test_every_line_has_a_need_a_soname_and_a_package() -> None:
    every = runpy.run_path(str(SCRIPT))["missing"](refuse)

    for line in every:
        need, soname, *packages = line.split()
        assert need in NEEDS
        assert ".so" in soname
        assert packages


def test_as_a_script_it_prints_one_line_a_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", SCRIPT], capture_output=True, text=True, check=True
    )

    assert all(line.split()[0] in NEEDS for line in done.stdout.splitlines())
