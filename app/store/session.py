"""A mark beside the store while somebody works at it: one that is found says how that ended."""

import json
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import DeskError


def mark_of(path: Path) -> Path:
    """Return the mark of the store at `path`."""
    return path.with_suffix(".session")


def begin(path: Path) -> datetime | None:
    """Mark that work begins; return when the last work began, where it did not end by itself.

    Raises:
        DeskError: `store.unwritable`.
    """
    mark = mark_of(path)
    found = _began(mark)
    try:
        mark.write_text(json.dumps({"began": datetime.now(UTC).isoformat()}), encoding="utf-8")
        mark.chmod(0o600)
    except OSError as error:
        raise DeskError("store.unwritable", path=str(mark)) from error
    return found


def end(path: Path) -> None:
    """Take the mark away: the work ended as it should.

    Raises:
        DeskError: `store.unwritable`.
    """
    try:
        mark_of(path).unlink(missing_ok=True)
    except OSError as error:
        raise DeskError("store.unwritable", path=str(path)) from error


def _began(mark: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(json.loads(mark.read_text(encoding="utf-8"))["began"])
    except (OSError, ValueError, KeyError, TypeError):
        # No mark, or one that was cut short while it was written: nothing is known then.
        return None
