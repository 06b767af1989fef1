"""Renditions of a photo: made by the workers, kept beside the store, made only once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from app.desk.desk import Desk
from app.desk.photos.captioning import original_of
from app.domain.photo import Photo
from app.domain.rendition import RenditionSpec
from app.export.pictures import MadeRendition, WantedRendition
from app.store import originals

ENCODERS = 4
"""Renditions asked for at once; the workshop has that many workers at most."""

ENCODING = "1"
"""Raised when the same wish would no longer give the same bytes, so that kept files are not used."""


def made_renditions(
    desk: Desk, photo: Photo, wishes: tuple[WantedRendition, ...]
) -> tuple[MadeRendition, ...]:
    """Return the files wished for; those made before are taken from beside the store."""
    places = {wish: desk.renditions / _kept_name(photo, wish.spec) for wish in wishes}
    missing = [wish for wish in wishes if not places[wish].exists()]
    source = original_of(desk, photo) if missing else Path()
    with ThreadPoolExecutor(ENCODERS) as encoders:
        encode = partial(desk.workshop.rendition, source)
        fresh = dict(zip(missing, encoders.map(encode, [w.spec for w in missing]), strict=True))
    made = []
    for wish in wishes:
        data = fresh.get(wish) or places[wish].read_bytes()
        if wish in fresh and desk.keeping:
            originals.keep_bytes(places[wish], data)
        width, height = wish.spec.size_of(photo.width, photo.height)
        made.append(MadeRendition(wanted=wish, data=data, width=width, height=height))
    return tuple(made)


def _kept_name(photo: Photo, spec: RenditionSpec) -> str:
    wish = hashlib.sha256(f"{ENCODING}\x1f{photo.digest}\x1f{spec!r}".encode()).hexdigest()
    return f"{wish[:2]}/{wish}.{spec.format.value}"
