"""Whether the web preview may be started on this machine, tried once in another process."""

import os
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

FLAG = "--preview-probe"
"""What a frozen bundle, which has one executable, is started with to be the probe."""

SECONDS = 25.0
UNSAFE = "QTWEBENGINE_DISABLE_SANDBOX"
FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"


class Verdict(StrEnum):
    """What the probe found. `UNSANDBOXED` is only ever asked for by the environment."""

    SAFE = "safe"
    UNSANDBOXED = "unsandboxed"
    REFUSED = "refused"


def unsandboxed_by_wish() -> bool:
    """Say whether whoever started the program asked Qt to leave the sandbox out."""
    return os.environ.get(UNSAFE, "") not in {"", "0"} or "--no-sandbox" in os.environ.get(
        FLAGS, ""
    )


def try_out() -> Verdict:
    """Start the web engine elsewhere and say how that went; takes about a second."""
    try:
        done = subprocess.run(  # noqa: S603  our own program, no words from outside
            command(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Verdict.REFUSED
    if done.returncode != 0:
        return Verdict.REFUSED
    return Verdict.UNSANDBOXED if unsandboxed_by_wish() else Verdict.SAFE


def command() -> list[str]:
    """Return the command that runs the probe."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-P", str(Path(__file__).with_name("probe.py"))]


def serve_if_asked() -> bool:
    """Be the probe when this program was started as one; say whether it was."""
    if sys.argv[1:] != [FLAG]:
        return False
    from ui.publishing.probe import probe  # noqa: PLC0415  the window never runs it itself

    sys.exit(probe())
