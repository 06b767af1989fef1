"""Files that ship; these functions are the only way to one, from source, wheel and bundle alike."""

from importlib.resources import files
from pathlib import Path

_ROOT = Path(str(files("resources")))


def path(name: str) -> Path:
    """Return the path of a shipped file or folder, named from `resources/` with slashes.

    Raises:
        FileNotFoundError: nothing of that name ships.
    """
    found = _ROOT.joinpath(*name.split("/"))
    if not found.exists():
        raise FileNotFoundError(name)
    return found


def read_text(name: str) -> str:
    """Return the words of a shipped UTF-8 file."""
    return path(name).read_text(encoding="utf-8")
