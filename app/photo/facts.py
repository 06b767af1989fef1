"""What a look into a file brings back, as values; kept apart so that the desk needs no imaging library."""

from dataclasses import dataclass

from app.domain.photo import Conflict, PhotoMetadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file is, before any of its pixels are decoded.

    `width` and `height` are as displayed, `orientation` the Exif number (1 upright to 8) that the
    stored pixels still need. `notices` are codes: "photo.named-otherwise" (the name's suffix belongs to
    another kind of image).
    """

    media_type: str
    width: int
    height: int
    orientation: int = 1
    size: int = 0
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """All that taking in a picture needs, from one visit: see `surveying.survey`."""

    facts: Facts
    metadata: PhotoMetadata
    conflicts: tuple[Conflict, ...]
    thumbnail: bytes
    likeness: str
