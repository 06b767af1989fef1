"""The launcher: what it prepares, what it refuses, and what it costs when all is ready."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STAND_IN = """
import os, sys
print(*sys.argv[1:], "in", os.getcwd())
sys.exit(3 if "fail" in sys.argv else 0)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the launcher is for Linux")


class Checkout:
    """A small checkout with the real launcher, no packages to install and a stand-in command."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.packaging = root / "packaging"
        self.tools = root.parent / "tools"
        self.asked = root.parent / "asked-of-apt"
        for folder in (self.packaging, root / "app" / "cli", self.tools):
            folder.mkdir(parents=True)
        shutil.copy(ROOT / "marbre", root)
        (root / "app" / "cli" / "__main__.py").write_text(STAND_IN)
        self.forget()
        self.tool("id", "echo 0")
        self.tool("apt-get", f'echo "$@" >>"{self.asked}"')
        self.tool(
            "apt-cache", 'echo "  Candidate: $(case $2 in new*) echo "(none)";; *) echo 1;; esac)"'
        )

    def forget(self) -> None:
        """Want nothing: no package, no library."""
        for name in ("requirements.txt", "requirements-test.txt", "libraries.py"):
            (self.packaging / name).write_text("")

    def tool(self, name: str, script: str) -> None:
        """Put a stand-in for a system tool first on the path."""
        path = self.tools / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(
        self, *words: str, cwd: Path | None = None, **env: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the launcher as a person would, on this Python, without a network."""
        kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        settings = {"PATH": f"{self.tools}:/usr/bin:/bin", "MARBRE_PYTHON": sys.executable}
        return subprocess.run(
            [self.root / "marbre", *words],
            cwd=cwd or self.root,
            env={**kept, **settings, "PIP_NO_INDEX": "1", "LANG": "C.UTF-8", **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "marbre folder")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    made = Checkout(tmp_path_factory.mktemp("ready") / "marbre folder")
    done = made.run("prepare")
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture
def prepared(once: Checkout) -> Iterator[Checkout]:
    """Lend one prepared checkout; making an environment takes seconds."""
    once.run("prepare")
    yield once
    once.forget()


def test_without_a_word_it_runs_the_main_job_and_says_nothing_of_its_own(
    prepared: Checkout,
) -> None:
    done = prepared.run()

    assert (done.stdout, done.stderr) == (f"welcome in {prepared.root}\n", "")


def test_words_folder_and_exit_code_are_the_command_s(prepared: Checkout, tmp_path: Path) -> None:
    done = prepared.run("check", "my story.txt", "fail", cwd=tmp_path)

    assert done.stdout == f"check my story.txt fail in {tmp_path}\n"
    assert done.returncode == 3


def test_it_runs_through_a_link(prepared: Checkout, tmp_path: Path) -> None:
    link = tmp_path / "marbre"
    link.symlink_to(prepared.root / "marbre")

    done = subprocess.run([link, "list"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.stdout == f"list in {tmp_path}\n"


def test_a_folder_of_the_same_name_does_not_stand_in_for_the_core(
    prepared: Checkout, tmp_path: Path
) -> None:
    (tmp_path / "app" / "cli").mkdir(parents=True)
    (tmp_path / "app" / "cli" / "__main__.py").write_text("print('somebody else')")

    assert "somebody else" not in prepared.run("list", cwd=tmp_path).stdout


def test_changed_requirements_are_installed_at_the_next_start(prepared: Checkout) -> None:
    (prepared.packaging / "requirements.txt").write_text("# another lock\n")

    first, second = prepared.run(), prepared.run()

    assert "installing the locked Python packages" in first.stderr
    assert second.stderr == ""


def test_an_interrupted_preparation_is_taken_up_again(prepared: Checkout) -> None:
    (prepared.root / ".venv" / ".ready-run").unlink()

    done = prepared.run()

    assert "preparing" in done.stderr
    assert done.stdout.startswith("welcome")


def test_a_checkout_that_moved_gets_a_new_environment(prepared: Checkout, tmp_path: Path) -> None:
    moved = Checkout(tmp_path / "elsewhere")
    shutil.copytree(prepared.root / ".venv", moved.root / ".venv", symlinks=True)
    (moved.root / ".venv" / "left-behind").touch()

    done = moved.run("list")

    assert done.stdout == f"list in {moved.root}\n"
    assert not (moved.root / ".venv" / "left-behind").exists()


def test_a_package_that_cannot_be_had_stops_it_and_the_next_start_goes_on(
    prepared: Checkout, tmp_path: Path
) -> None:
    wanted = prepared.packaging / "requirements.txt"
    wanted.write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    refused = prepared.run("prepare", MARBRE_WHEELHOUSE=str(tmp_path))
    wanted.write_text("")

    assert refused.returncode == 2
    assert "no-such-package" in refused.stderr
    assert "Start again to go on from here" in refused.stderr
    assert prepared.run().returncode == 0


def test_an_absent_wheel_folder_is_named(checkout: Checkout) -> None:
    done = checkout.run("prepare", MARBRE_WHEELHOUSE="/no/such/folder")

    assert done.returncode == 2
    assert "/no/such/folder" in done.stderr
    assert not (checkout.root / ".venv").exists()


@pytest.mark.parametrize(
    ("lang", "words"), [("fr_FR.UTF-8", "ne convient pas"), ("de", "does not fit")]
)
def test_a_python_that_does_not_fit_is_refused_in_the_person_s_language(
    checkout: Checkout, lang: str, words: str
) -> None:
    done = checkout.run(MARBRE_PYTHON="/bin/false", LANG=lang)

    assert done.returncode == 2
    assert words in done.stderr
    assert not (checkout.root / ".venv").exists()


def test_it_asks_apt_for_the_name_this_release_has(prepared: Checkout) -> None:
    lacking = 'print("window libnope.so.1 newlibnope libnope")'
    (prepared.packaging / "libraries.py").write_text(lacking)

    done = prepared.run()

    assert prepared.asked.read_text().splitlines()[-1].endswith("--no-install-recommends libnope")
    assert "going on without these" in done.stderr
    assert done.stdout.startswith("welcome")


def test_a_library_it_cannot_do_without_is_named_with_its_package(checkout: Checkout) -> None:
    (checkout.packaging / "libraries.py").write_text('print("always libnope.so.1 libnope")')

    done = checkout.run()

    assert done.returncode == 2
    assert "libnope.so.1 (libnope)" in done.stderr


def test_without_root_and_sudo_it_says_what_to_install(checkout: Checkout) -> None:
    (checkout.packaging / "libraries.py").write_text('print("always libnope.so.1 libnope")')
    checkout.tool("id", "echo 1000")
    checkout.tool("sudo", "exit 1")

    done = checkout.run()

    assert done.returncode == 2
    assert "as root or with sudo" in done.stderr
    assert not checkout.asked.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_cannot_write_in_is_refused(checkout: Checkout) -> None:
    checkout.root.chmod(0o555)

    done = checkout.run()

    checkout.root.chmod(0o755)
    assert done.returncode == 2
    assert "cannot write in" in done.stderr
