"""Which files a page wants of a picture, and the picture made of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.package import Package
from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from app.domain.rendition import ImageFormat, RenditionSpec
from app.domain.story import slots_in
from app.export.edition import Edition, Picture, PictureFile
from app.export.slugs import slug

LEAD_WIDTHS = (480, 720, 960, 1280, 1920)
COLUMN_WIDTHS = (480, 720, 960, 1280)
UPRIGHT_WIDTHS = (480, 720, 960)
"""Widths in pixels: a phone at twice its points needs 720, the column 608, the lead 960."""

UPRIGHT = 0.95
"""Below this width to height a picture is shown narrower than the column."""

DISPLAY = "display"
"""The role of the files readers are shown."""

MACHINE_CROPS = {"og": (40, 21), "16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
"""Role to ratio: Open Graph (1200x630) and the three of Google's article guidelines."""

MACHINE_WIDTH = 1200

_FORMATS: tuple[ImageFormat, ...] = (ImageFormat.AVIF, ImageFormat.WEBP, ImageFormat.JPEG)
_FOLDED_WIDTHS = (720, 1280)
_GRID_WIDTH = 240
_QUALITY = {ImageFormat.AVIF: 52, ImageFormat.WEBP: 74, ImageFormat.JPEG: 78}

_HEAVIEST = 290_000
"""Bytes of the largest file, under the 300 KB that messengers still take for a card."""

_PHONE = 720
_HEAVIEST_FOR_PHONES = 80_000
"""Bytes of an AVIF that telephones take: two of them leave room in a page of 200 KB."""

_WORTH_ADDING = 1.15
"""The whole width is offered beside the fixed ones when it is this much wider than the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedRendition:
    """One file to make: `role` as in `PictureFile`, `stem` begins its name, `spec` says how."""

    stem: str
    role: str
    spec: RenditionSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRendition:
    """One file made: the bytes for a wish, with the size in pixels they came out at."""

    wanted: WantedRendition
    data: bytes
    width: int
    height: int


def in_reading_order(package: Package) -> tuple[PhotoUse, ...]:
    """Return the uses of a story as its copy brings them, those without a slot in it last."""
    order = {slot: place for place, slot in enumerate(slots_in(package.story.body))}
    return tuple(sorted(package.uses, key=lambda use: (order.get(use.slot, len(order)), use.slot)))


def wanted(
    use: PhotoUse, photo: Photo, edition: Edition, *, lead: bool, folded: bool = False
) -> tuple[WantedRendition, ...]:
    """Return the files a page wants of the picture in a slot.

    Readers get AVIF, WebP and JPEG in the widths of the layout, never wider than the original.
    The `lead`, first picture of a story, is also cut for search engines and for sharing; those
    files have fixed sizes, so that a small original is enlarged for them and for them alone.
    A `folded` picture, one of many in a closed gallery, comes in fewer files.
    """
    words = public_words(use, photo, edition)
    stem = _stem(use, photo)
    widths = display_widths(photo, lead=lead)
    shown = [(width, kind) for width in widths for kind in _FORMATS]
    if folded:
        widths = tuple(width for width in widths if width in _FOLDED_WIDTHS) or widths[-1:]
        shown = [*((width, ImageFormat.AVIF) for width in widths), (widths[-1], ImageFormat.JPEG)]
    specs = [(DISPLAY, _display(width, kind, photo, words)) for width, kind in shown]
    if lead:
        specs += [(role, _machine(role, photo, words)) for role in MACHINE_CROPS]
    return tuple(WantedRendition(stem=stem, role=role, spec=spec) for role, spec in specs)


def grid_files(use: PhotoUse, photo: Photo, edition: Edition) -> tuple[WantedRendition, ...]:
    """Return the small file a wide screen shows of a picture in a gallery; none of a tiny one."""
    if _shown_size(photo)[0] <= _GRID_WIDTH:
        return ()
    words = public_words(use, photo, edition)
    spec = _display(_GRID_WIDTH, ImageFormat.AVIF, photo, words)
    return (WantedRendition(stem=_stem(use, photo), role=DISPLAY, spec=spec),)


def display_widths(photo: Photo, *, lead: bool) -> tuple[int, ...]:
    """Return the widths to offer readers, none wider than what is shown of the original."""
    ladder: tuple[int, ...] = LEAD_WIDTHS if lead else COLUMN_WIDTHS
    across, down = _shown_size(photo)
    if across < down * UPRIGHT:
        ladder = UPRIGHT_WIDTHS
    kept = tuple(width for width in ladder if width <= across)
    own = min(across, ladder[-1])
    if not kept or own > kept[-1] * _WORTH_ADDING:
        kept = (*kept, own)
    return kept


def _stem(use: PhotoUse, photo: Photo) -> str:
    return slug(" ".join((photo.metadata.headline or use.caption).split()[:5]), "photo")


def _shown_size(photo: Photo) -> tuple[int, int]:
    """Return width and height in pixels of the part of a picture that the page shows."""
    left, top, right, bottom = RenditionSpec(width=1, crop=photo.crop(DISPLAY)).crop_of(
        photo.width, photo.height
    )
    return right - left, bottom - top


def public_words(use: PhotoUse, photo: Photo, edition: Edition) -> PhotoMetadata:
    """Return the words to embed in a published file: those a reader may have, and no other.

    The words of this use come before those of the picture. Instructions, job numbers and notes
    of the desk stay in the house.
    """
    own = photo.metadata
    credit = use.credit or own.credit_line()
    creator = own.creator or tuple(part for part in (credit.split(" / ")[0],) if part)
    return replace(
        own,
        description=use.caption or own.description,
        alt=use.alt or own.alt,
        creator=creator,
        credit=own.credit or credit,
        copyright_notice=copyright_notice(own, credit),
        web_statement=own.web_statement or edition.licence(),
        digital_source_type=own.digital_source_type or edition.source_type,
        persons=use.persons or own.persons,
        instructions="",
        job_id="",
        description_writer="",
        ai_prompt="",
        ai_prompt_writer="",
        camera="",
        rating=None,
        label="",
    )


def copyright_notice(metadata: PhotoMetadata, credit: str) -> str:
    """Return the copyright notice of a picture, made of its credit when it brings none."""
    if metadata.copyright_notice or not credit:
        return metadata.copyright_notice
    return f"© {credit}"


def assemble(made: Iterable[MadeRendition]) -> Picture:
    """Return the picture made of finished files; a file's name ends with a digest of its bytes."""
    return Picture(files=tuple(_file(one) for one in made))


def hashed_name(stem: str, data: bytes, suffix: str) -> str:
    """Return a name inside the folder that changes when the bytes do."""
    return f"media/{stem}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"


def _file(one: MadeRendition) -> PictureFile:
    kind = one.wanted.spec.format
    size = str(one.width) if one.wanted.role == DISPLAY else one.wanted.role
    return PictureFile(
        name=hashed_name(f"{one.wanted.stem}-{size}", one.data, kind.value),
        data=one.data,
        media_type=kind.media_type,
        width=one.width,
        height=one.height,
        role=one.wanted.role,
    )


def _display(width: int, kind: ImageFormat, photo: Photo, words: PhotoMetadata) -> RenditionSpec:
    is_for_phones = kind is ImageFormat.AVIF and width <= _PHONE
    return RenditionSpec(
        width=width,
        focus=photo.focus,
        crop=photo.crop(DISPLAY),
        format=kind,
        quality=_QUALITY[kind],
        max_bytes=_HEAVIEST_FOR_PHONES if is_for_phones else _HEAVIEST,
        words=words,
    )


def _machine(role: str, photo: Photo, words: PhotoMetadata) -> RenditionSpec:
    return RenditionSpec(
        width=MACHINE_WIDTH,
        ratio=MACHINE_CROPS[role],
        focus=photo.focus,
        crop=photo.crop(role) or photo.crop(DISPLAY),
        format=ImageFormat.JPEG,
        quality=_QUALITY[ImageFormat.JPEG],
        max_bytes=_HEAVIEST,
        enlarge=True,
        words=words,
    )
