"""Cropping: the point that must stay in, the part to show for each shape, and what a page will get."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.desk.desk import Desk
from app.desk.house import edition
from app.desk.photos import captioning
from app.desk.photos.renditions import made_renditions
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Crop, Photo, PhotoUse
from app.domain.rendition import RenditionSpec
from app.export.pictures import DISPLAY, MACHINE_CROPS, wanted
from app.store import photos as rows
from app.store.journal import acting

ROLES: Mapping[str, tuple[int, int] | None] = MappingProxyType({DISPLAY: None, **MACHINE_CROPS})
"""Each use of a picture with its ratio; what readers are shown may have any."""

SMALLEST = 0.05
"""The least share of width and height that a crop keeps: less is a slip of the hand."""

_SAME_RATIO = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class CropPreview:
    """One shape of a picture as a small JPEG; `by_hand` says that somebody chose the part."""

    role: str
    ratio: tuple[int, int] | None
    crop: Crop
    by_hand: bool
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionLine:
    """One file a page will be given, with its true length in bytes."""

    role: str
    format: str
    width: int
    height: int
    size: int


def set_focus(desk: Desk, photo_id: str, x: float, y: float) -> Changes:
    """Say which point stays in every crop: shares of width and height, brought between 0 and 1.

    Raises:
        DeskError: `photo.unknown`.
    """
    with acting(desk.store, "focus", desk.by) as act:
        act.update("photos", photo_id, {"focus_x": _share(x), "focus_y": _share(y)})
    return act.changes()


def set_crop(desk: Desk, photo_id: str, role: str, crop: Crop | None) -> Changes:
    """Choose the part of a picture to show in a role of `ROLES`; None lets the focus decide again.

    Raises:
        DeskError: `photo.unknown`; `crop.wrong`, outside the picture, too small, or not of the
            ratio of its role.
        KeyError: no such role.
    """
    ratio = ROLES[role]
    with acting(desk.store, "crop", desk.by) as act:
        photo = rows.photo(act.connection, photo_id)
        if crop is not None and not _fits(photo, crop, ratio):
            raise DeskError("crop.wrong", name=photo.file_name)
        kept = [(one, crop if one == role else photo.crop(one)) for one in ROLES]
        act.update("photos", photo_id, rows.crops_column([(r, c) for r, c in kept if c]))
    return act.changes()


def crop_of(photo: Photo, role: str) -> Crop:
    """Return the part of a picture shown in a role: the one chosen, else the one around the focus."""
    chosen = photo.crop(role)
    if chosen is not None:
        return chosen
    left, top, right, bottom = _spec(photo, role, 1).crop_of(photo.width, photo.height)
    across, down = photo.width, photo.height
    return Crop(left / across, top / down, (right - left) / across, (bottom - top) / down)


def previews(desk: Desk, photo_id: str, width: int = 480) -> tuple[CropPreview, ...]:
    """Return every shape of a picture as it would be cut, `width` pixels wide at most.

    Raises:
        DeskError: `photo.…`
    """
    photo = captioning.photo(desk, photo_id)
    source = captioning.original_of(desk, photo)
    found = []
    for role, ratio in ROLES.items():
        spec = _spec(photo, role, width)
        across, down = spec.size_of(photo.width, photo.height)
        found.append(
            CropPreview(
                role=role,
                ratio=ratio,
                crop=crop_of(photo, role),
                by_hand=photo.crop(role) is not None,
                data=desk.workshop.rendition(source, spec),
                width=across,
                height=down,
            )
        )
    return tuple(found)


def renditions(desk: Desk, photo_id: str, *, lead: bool = True) -> tuple[RenditionLine, ...]:
    """Return the files a page would be given of a picture, as its lead or further down.

    They are made now, which takes seconds, and kept for the publication.

    Raises:
        DeskError: `photo.…`, `house.…`.
    """
    photo = captioning.photo(desk, photo_id)
    use = PhotoUse(id="", slot=1, photo_id=photo_id, caption=photo.metadata.description)
    wishes = wanted(use, photo, edition(desk), lead=lead)
    return tuple(
        RenditionLine(
            role=one.wanted.role,
            format=one.wanted.spec.format.value,
            width=one.width,
            height=one.height,
            size=len(one.data),
        )
        for one in made_renditions(desk, photo, wishes)
    )


def _spec(photo: Photo, role: str, width: int) -> RenditionSpec:
    crop = photo.crop(role) or photo.crop(DISPLAY)
    return RenditionSpec(width=width, ratio=ROLES[role], focus=photo.focus, crop=crop)


def _fits(photo: Photo, crop: Crop, ratio: tuple[int, int] | None) -> bool:
    inside = crop.left >= 0 and crop.top >= 0
    # Shares of a division need not add up to one to the last digit.
    inside = inside and crop.left + crop.width < 1 + SMALLEST / 10
    inside = inside and crop.top + crop.height < 1 + SMALLEST / 10
    if not inside or min(crop.width, crop.height) < SMALLEST:
        return False
    if ratio is None:
        return True
    shape = crop.width * photo.width / (crop.height * photo.height)
    return abs(shape * ratio[1] / ratio[0] - 1) < _SAME_RATIO


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
