"""Walk the window as a screen reader does, by AT-SPI, and name every control that has no name.

dbus-run-session -- python3 tests/bench/reader_walk.py PYTHON [--language fr]

`python3` needs gi with Atspi (Debian: python3-gi, gir1.2-atspi-2.0, at-spi2-core); PYTHON is the
one Marbre runs on. A display must be there (Xvfb does). Prints one JSON object: how many nodes and
controls there are, those without a name, and what was read and typed through the reader's door.
Ends with 1 when a control has no name or the body cannot be read or written.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  once its version is asked for

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until the window must be there."""

START = "import sys, pathlib, ui.main; ui.main.run([], pathlib.Path(sys.argv[1]), sys.argv[2])"
"""How the window is started: its own entry, on a store of its own."""

PANELS = (("Replace…", "Remplacer…"), ("Problems", "Problèmes"), ("Outline", "Plan"))
"""What is opened before the walk, in either language."""

MANY = 400
"""Children of a node beyond which only the first are walked: rows of long lists."""


def children(node: Any) -> Iterator[Any]:
    """The children of a node that are still there."""
    for at in range(min(node.get_child_count(), MANY)):
        child = node.get_child_at_index(at)
        if child is not None:
            yield child


def walk(node: Any) -> Iterator[Any]:
    """A node and all below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def has(node: Any, state: Any) -> bool:
    """Say whether a node is in a state."""
    return bool(node.get_state_set().contains(state))


def told(node: Any) -> str:
    """What identifies a node to a person who mends it."""
    return f"{node.get_role_name()} {node.get_accessible_id() or '?'}"


def application() -> Any:
    """Wait for the window and return its application."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for one in children(Atspi.get_desktop(0)):
            if "marbre" in (one.get_name() or "").lower() and find(one, "field-body"):
                return one
        time.sleep(0.5)
    message = "the window did not come"
    raise TimeoutError(message)


def find(root: Any, object_name: str) -> Any:
    """Return the node of an id, or None."""
    ends = (object_name, f".{object_name}")
    for node in walk(root):
        if (node.get_accessible_id() or "").endswith(ends):
            return node
    return None


def examined(root: Any) -> dict[str, object]:
    """Walk everything that shows; return the figures."""
    nodes = [node for node in walk(root) if has(node, Atspi.StateType.SHOWING)]
    controls = [node for node in nodes if has(node, Atspi.StateType.FOCUSABLE)]
    unnamed = sorted({told(node) for node in controls if not (node.get_name() or "").strip()})
    return {"nodes": len(nodes), "controls": len(controls), "unnamed": unnamed}


def press(root: Any, *names: str) -> bool:
    """Do what stands under one of these names in the menus or on a button; say whether it was there."""
    for node in walk(root):
        if node.get_name() in names and node.get_n_actions():
            node.do_action(0)
            time.sleep(1)
            return True
    return False


def typed_into(body: Any) -> tuple[str, bool]:
    """Type through the reader's door; return the first words read and whether the new ones stand."""
    text = body.get_text_iface()
    first = Atspi.Text.get_text(text, 0, 40)
    Atspi.EditableText.insert_text(body.get_editable_text_iface(), 0, "Lu. ", 4)
    time.sleep(0.5)
    stands = Atspi.Text.get_text(text, 0, 4) == "Lu. "
    return first, stands


def main() -> int:
    """Run from the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("python")
    asked.add_argument("--language", default="en")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": folder,
            "XDG_DATA_HOME": folder,
            "MARBRE_LANGUAGE": given.language,
        }
        store = Path(folder) / "marbre.sqlite"
        window = subprocess.Popen(
            [given.python, "-c", START, str(store), given.language],
            cwd=ROOT,
            env=environment,
        )
        try:
            root = application()
            time.sleep(3)
            opened = [press(root, *names) for names in PANELS]
            found = examined(root) | {"panels": opened}
            first, stands = typed_into(find(root, "field-body"))
        finally:
            window.kill()
            window.wait()
    found |= {"body": first, "typed": stands}
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return int(bool(found["unnamed"]) or not stands or not all(opened))


if __name__ == "__main__":
    sys.exit(main())
