"""Opening the window from the command, where there is a display."""

import importlib
import os
import sys
from pathlib import Path


def open_window(store: Path | None, language: str | None = None) -> int:
    """Open the window on a store, in a language asked for, and return its exit code.

    It is found by name: the core must run where Qt is not installed, and knows no window.
    """
    return int(importlib.import_module("ui.main").run(sys.argv[:1], store, language))


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
