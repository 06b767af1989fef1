"""Renditions of a photo: made by the workers, kept beside the store, made only once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from app.desk.desk import Desk
from app.desk.photos.captioning import original_of
from app.desk.progress import Progress
from app.domain.photo import Photo
from app.domain.rendition import RenditionSpec
from app.export.pictures import MadeRendition, WantedRendition
from app.store import originals

ENCODERS = 4
"""Renditions asked for at once; the workshop has that many workers at most."""

ENCODING = "2"
"""Raised when the same wish would no longer give the same bytes, so that kept files are not used."""


def missing(desk: Desk, photo: Photo, wishes: tuple[WantedRendition, ...]) -> int:
    """Return how many of the files wished for are still to be made."""
    return sum(not _place(desk, photo, wish).exists() for wish in wishes)


def made_renditions(
    desk: Desk,
    photo: Photo,
    wishes: tuple[WantedRendition, ...],
    progress: Progress | None = None,
) -> tuple[MadeRendition, ...]:
    """Return the files wished for; those made before are taken from beside the store.

    Each one is kept as soon as it is made, so that what is stopped goes on from there.

    Raises:
        DeskError: `photo.…`; "publish.stopped" when `progress` asks for it.
    """
    lacking = [wish for wish in wishes if not _place(desk, photo, wish).exists()]
    source = original_of(desk, photo) if lacking else Path()
    fresh: dict[WantedRendition, bytes] = {}
    encoders = ThreadPoolExecutor(ENCODERS)
    try:
        encode = partial(desk.workshop.rendition, source)
        for wish, data in zip(
            lacking, encoders.map(encode, [wish.spec for wish in lacking]), strict=True
        ):
            fresh[wish] = data
            if desk.keeping:
                originals.keep_bytes(_place(desk, photo, wish), data)
            if progress:
                progress.step()
    finally:
        encoders.shutdown(cancel_futures=True)
    made = []
    for wish in wishes:
        width, height = wish.spec.size_of(photo.width, photo.height)
        data = fresh.get(wish) or _place(desk, photo, wish).read_bytes()
        made.append(MadeRendition(wanted=wish, data=data, width=width, height=height))
    return tuple(made)


def _place(desk: Desk, photo: Photo, wish: WantedRendition) -> Path:
    return desk.renditions / _kept_name(photo, wish.spec)


def _kept_name(photo: Photo, spec: RenditionSpec) -> str:
    wish = hashlib.sha256(f"{ENCODING}\x1f{photo.digest}\x1f{spec!r}".encode()).hexdigest()
    return f"{wish[:2]}/{wish}.{spec.format.value}"
