"""One visit to a file for all that taking it in needs: facts, words, thumbnail and likeness."""

from pathlib import Path

from app.photo.facts import Survey
from app.photo.likeness import dhash
from app.photo.metadata import read
from app.photo.opening import probe
from app.photo.renditions import jpeg, miniature


def survey(path: Path, size: int) -> Survey:
    """Return what a file is, what it says, how it looks and what it looks like.

    The thumbnail is decoded from the whole picture, so that a file that passes is whole.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    facts = probe(path)
    small = miniature(path, size)
    metadata, conflicts = read(path)
    return Survey(
        facts=facts,
        metadata=metadata,
        conflicts=conflicts,
        thumbnail=jpeg(small),
        likeness=dhash(small),
    )
