"""One visit to a file for all that taking it in needs: facts, words, thumbnail and likeness."""

from dataclasses import fields, replace
from pathlib import Path

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.facts import Survey
from app.photo.likeness import dhash
from app.photo.metadata import read
from app.photo.opening import probe
from app.photo.renditions import jpeg, miniature
from app.photo.writing import read_sidecar, sidecar_of


def survey(path: Path, size: int) -> Survey:
    """Return what a file is, what it says, how it looks and what it looks like.

    The thumbnail is decoded from the whole picture, so that a file that passes is whole. What an
    .xmp file beside it says is believed before the file itself: other programs write there.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    facts = probe(path)
    small = miniature(path, size)
    metadata, conflicts = read(path)
    beside = sidecar_of(path)
    if beside.is_file():
        metadata = over(metadata, beside)
    return Survey(
        facts=facts,
        metadata=metadata,
        conflicts=conflicts,
        thumbnail=jpeg(small),
        likeness=dhash(small),
    )


def over(metadata: PhotoMetadata, sidecar: Path) -> PhotoMetadata:
    """Return metadata with what a sidecar says in its place; one that is damaged says nothing."""
    try:
        told = read_sidecar(sidecar)
    except DeskError:
        return metadata
    empty = PhotoMetadata()
    values = {field.name: getattr(told, field.name) for field in fields(PhotoMetadata)}
    return replace(metadata, **{k: v for k, v in values.items() if v != getattr(empty, k)})
