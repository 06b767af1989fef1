"""The values a look into a file brings back need no imaging library."""

import subprocess
import sys
from pathlib import Path


def test_the_values_load_without_the_imaging_libraries() -> None:
    asked = "import sys, app.photo.facts; print('PIL' in sys.modules, 'pyexiv2' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", asked]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.split() == ["False", "False"]
