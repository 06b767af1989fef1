"""What a publication was about to put in the log: kept till it is there, also when the power goes.

A folder takes its place in one step and the log another. The line of the log is therefore kept
in a file of its own before the folder changes. Whatever comes between, the next opening sees by
the manifest whether the folder did change, and writes the line or forgets it.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.domain.errors import DeskError
from app.export import swap
from app.store import originals, publications
from app.store.opening import Store
from app.store.publications import PublicationEntry, Row

FOLDER = "publishing"


@contextmanager
def intended(
    store: Store, place: Path, mark: str, entries: Sequence[PublicationEntry]
) -> Iterator[None]:
    """Keep the lines to be logged while a folder is written, and log them when it is.

    `mark` is what `swap.mark_of(place)` will say then. An error in the block logs nothing.

    Raises:
        DeskError: `store.…`.
    """
    rows = [publications.row_of(entry) for entry in entries]
    said = {"folder": str(place), "mark": mark, "rows": rows}
    kept = store.path.parent / FOLDER / f"{uuid4().hex}.json"
    originals.keep_bytes(kept, json.dumps(said).encode())
    try:
        yield
    except DeskError:
        kept.unlink(missing_ok=True)
        raise
    _log(store, rows)
    kept.unlink(missing_ok=True)


def settle(store: Store) -> None:
    """Log every publication that stands in its folder and was cut short before it was logged.

    Raises:
        DeskError: `store.…`.
    """
    for kept in sorted((store.path.parent / FOLDER).glob("*.json")):
        said = _said(kept)
        if said and swap.mark_of(Path(str(said["folder"]))) == said["mark"]:
            _log(store, said["rows"])
        kept.unlink(missing_ok=True)


def _said(kept: Path) -> dict[str, Any]:
    """Return what was kept; a file cut short was made before its folder changed."""
    try:
        said = json.loads(kept.read_bytes())
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def _log(store: Store, rows: Sequence[Row]) -> None:
    with store.writing() as connection:
        publications.log_rows(connection, rows)
