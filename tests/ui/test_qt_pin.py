"""The pinned Qt for Python keeps its references: 6.12.0 loses True and None on Python 3.11."""

import subprocess
import sys
import tomllib
from pathlib import Path

import PySide6

PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))

# Drift, not death, is looked for: the interpreter aborts only once the last reference is gone.
CALLS = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rang = Signal()

application = QApplication([])
bell, label = Bell(), QLabel()
before = sys.getrefcount(True), sys.getrefcount(None)
for number in range(25_000):
    bell.rang.emit()
    label.setText("a")
after = sys.getrefcount(True), sys.getrefcount(None)
print(max(abs(a - b) for a, b in zip(before, after, strict=True)))
"""


def test_fifty_thousand_calls_lose_no_reference() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", CALLS], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 100


def test_the_pin_is_the_version_that_runs() -> None:
    assert f"pyside6=={PySide6.__version__}" in PYPROJECT["project"]["dependencies"]
