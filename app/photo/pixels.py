"""Pixels as a reader sees them: upright, sRGB, no transparency, and no more of them than needed."""

import io
import math
from pathlib import Path

from PIL import Image, ImageCms, ImageFile

from app.photo.opening import ODD_FILE_ERRORS, opened, orientation_of

Box = tuple[int, int, int, int]

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes stored pixels upright, by Exif orientation."""

_SIDEWAYS = 5
_SHARP = 2.0
"""JPEG decoding stops at this many times the pixels wanted; the rest is resampled well."""

_WHITE = (255, 255, 255)
_SIXTEEN_TO_EIGHT = 1 / 257
_SRGB = ImageCms.createProfile("sRGB")


def upright_size(path: Path) -> tuple[int, int]:
    """Return width and height of a picture as displayed, without decoding it.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    with opened(path) as image:
        return turned(image.size, orientation_of(image))


def upright(path: Path, box: Box, size: tuple[int, int]) -> Image.Image:
    """Return the part `box` of an upright picture at `size`, in RGB mode and sRGB.

    Raises:
        DeskError: the codes of `opening.probe`.
    """
    with opened(path) as image:
        return decoded_part(image, orientation_of(image), box, size)


def decoded_part(
    image: ImageFile.ImageFile, orientation: int, box: Box, size: tuple[int, int]
) -> Image.Image:
    """Do as `upright` does with an image that is open and not yet decoded."""
    whole = image.size
    part = stored_box(box, turned(whole, orientation), orientation)
    wanted = turned(size, orientation)
    share = max(wanted[0] / (part[2] - part[0]), wanted[1] / (part[3] - part[1]))
    least = tuple(max(1, math.ceil(side * share * _SHARP)) for side in whole)
    image.draft(None, (least[0], least[1]))
    image.load()
    across, down = image.width / whole[0], image.height / whole[1]
    scaled = (part[0] * across, part[1] * down, part[2] * across, part[3] * down)
    small = _resizable(image).resize(
        wanted, Image.Resampling.LANCZOS, box=scaled, reducing_gap=_SHARP
    )
    plain = _in_srgb(small, image.info.get("icc_profile"))
    # What the file says beside its pixels must not slip into what is made of them.
    plain.info.clear()
    return plain.transpose(_TURNS[orientation]) if orientation in _TURNS else plain


def turned(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Return width and height as displayed of stored pixels of this size, or the other way round."""
    return size if orientation < _SIDEWAYS else size[::-1]


def stored_box(box: Box, whole: tuple[int, int], orientation: int) -> Box:
    """Return where a box of the upright picture of size `whole` lies in the stored pixels."""
    left, top, right, bottom = box
    from_right, from_bottom = (
        (whole[0] - right, whole[0] - left),
        (whole[1] - bottom, whole[1] - top),
    )
    spans = {
        1: ((left, right), (top, bottom)),
        2: (from_right, (top, bottom)),
        3: (from_right, from_bottom),
        4: ((left, right), from_bottom),
        5: ((top, bottom), (left, right)),
        6: ((top, bottom), from_right),
        7: (from_bottom, from_right),
        8: (from_bottom, (left, right)),
    }
    across, down = spans[orientation]
    return (across[0], down[0], across[1], down[1])


def _resizable(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be resampled well."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.point(lambda value: value * _SIXTEEN_TO_EIGHT).convert("L")
    if image.mode in {"P", "PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in {"1", "F"}:
        return image.convert("L")
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in RGB on white, its colours those of its own profile."""
    if image.mode in {"RGBA", "LA"}:
        ground = Image.new("RGB", image.size, _WHITE)
        colours = _converted(image.convert("RGB"), profile)
        ground.paste(colours, mask=image.getchannel("A"))
        return ground
    return _converted(image, profile)


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Apply a colour profile; one that is damaged or of another kind of colour is left aside."""
    plain = image.convert("RGB")
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                _SRGB,
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, *ODD_FILE_ERRORS):
            return plain
        return converted or plain
    return plain
