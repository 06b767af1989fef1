"""What a writing into an image file was about to note: kept till it is, also when the power goes.

A file takes its place in one step and the store is written in another. The note is therefore kept
in a file of its own before the image file changes. Whatever comes between, the next opening sees
by its content whether the file did change, and makes the note, so that it can be taken back, or
forgets it.

What takes a writing back, its impression, is kept for as long as the act can be undone or done
again, however old it is. One that can be neither any more, since something else was done after it
was undone, goes at the next opening.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import DeskError
from app.store import journal, originals
from app.store.journal import Act, acting
from app.store.opening import Store

FOLDER = "stamping"
IMPRESSIONS = "undo"
"""Where notes and impressions lie beside the store."""

ACT = "stamp"
TABLE = "stamps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One writing: the row of `stamps`, and the columns of its photo that change with it."""

    by: str
    stamp: dict[str, Any]
    photo: dict[str, Any]

    def put(self, act: Act) -> None:
        """Make the note part of an act."""
        act.insert(TABLE, self.stamp)
        if self.photo:
            act.update("photos", self.stamp["photo_id"], self.photo)


def impression_of(store: Store, stamp_id: str) -> Path:
    """Return where what takes a writing back is kept."""
    return store.path.parent / IMPRESSIONS / f"{stamp_id}.stamp"


@contextmanager
def intended(store: Store, note: Note) -> Iterator[None]:
    """Keep a note while a file is written and the note is made.

    An error in the block drops it, unless the file did change: then the next opening makes it.

    Raises:
        DeskError: `store.…`.
    """
    kept = store.path.parent / FOLDER / f"{note.stamp['id']}.json"
    originals.keep_bytes(kept, json.dumps(asdict(note)).encode())
    try:
        yield
    except DeskError:
        if _digest_at(Path(note.stamp["place"])) != note.stamp["digest_after"]:
            kept.unlink(missing_ok=True)
            impression_of(store, note.stamp["id"]).unlink(missing_ok=True)
        raise
    kept.unlink(missing_ok=True)


def settle(store: Store) -> None:
    """Note every writing that was cut short after its file changed; drop what is of no use.

    Raises:
        DeskError: `store.…`.
    """
    for kept in sorted((store.path.parent / FOLDER).glob("*.json")):
        note = _read(kept)
        if note and not _is_noted(store, note.stamp["id"]):
            stands = _digest_at(Path(note.stamp["place"]))
            if stands is None:
                # The drive is not there: what became of the file will be seen when it is.
                continue
            if stands == note.stamp["digest_after"]:
                with acting(store, ACT, note.by) as act:
                    note.put(act)
        kept.unlink(missing_ok=True)
    _prune(store)


def _read(kept: Path) -> Note | None:
    """Return a note; one cut short was made before its file changed."""
    try:
        return Note(**json.loads(kept.read_bytes()))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, TypeError):
        return None


def _digest_at(place: Path) -> str | None:
    """Return the digest of what stands at a place, "" for nothing, None when nobody can tell."""
    if not place.parent.is_dir():
        return None
    try:
        return originals.digest_of(place)
    except DeskError as error:
        return "" if error.code == "photo.missing" else None


def _is_noted(store: Store, stamp_id: str) -> bool:
    with store.reading() as connection:
        return stamp_id in journal.keys_within_reach(connection, ACT, TABLE)


def _prune(store: Store) -> None:
    """Remove impressions that no undo and no redo can ask for."""
    folder = store.path.parent / IMPRESSIONS
    if not folder.is_dir():
        return
    with store.reading() as connection:
        needed = journal.keys_within_reach(connection, ACT, TABLE)
    needed |= {kept.stem for kept in (store.path.parent / FOLDER).glob("*.json")}
    for impression in folder.glob("*.stamp"):
        if impression.stem not in needed:
            impression.unlink(missing_ok=True)
