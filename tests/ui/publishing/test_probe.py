"""The probe tells the truth: it ends well exactly where a page can be loaded."""

import os
import subprocess
import sys

from ui.publishing import probe, sandbox


def run(**surroundings: str) -> int:
    environment = {**os.environ, **surroundings}
    return subprocess.run(
        sandbox.command(), env=environment, capture_output=True, check=False
    ).returncode


def test_without_a_sandbox_a_page_is_loaded_anywhere() -> None:
    assert run(**{sandbox.UNSAFE: "1"}) == probe.GOOD


def test_a_broken_engine_is_told_from_a_good_one() -> None:
    assert run(QTWEBENGINEPROCESS_PATH=sys.executable, QTWEBENGINE_RESOURCES_PATH="/nowhere") != (
        probe.GOOD
    )
