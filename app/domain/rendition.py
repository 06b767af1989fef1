"""Renditions: one picture in the sizes, shapes and formats a page asks for."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.photo import Crop, Focus, PhotoMetadata


class ImageFormat(StrEnum):
    """Formats a page is given; the value is the file suffix without its dot."""

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpg"
    PNG = "png"

    @property
    def media_type(self) -> str:
        """Return the media type as a `type` attribute has it."""
        return "image/jpeg" if self is ImageFormat.JPEG else f"image/{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionSpec:
    """What is wanted of one picture; equal specs of one file give the same bytes.

    `width` is in pixels and, unless `enlarge`, never more than the picture has. `ratio` is width
    to height (3, 2), None for the whole picture; the crop keeps `focus` in. `crop` is a part chosen
    by hand: nothing outside it is shown, and `focus`, still of the whole picture, decides inside it. `quality` runs from 1
    to 100, None for the usual one of the format (PNG has none). `max_bytes` lowers the quality
    until the file fits, as far as 30. `enlarge` scales a picture that is too small up to `width`
    (a card for sharing has one size). `words` is embedded (creator, credit, copyright,
    description, alt text, source type and what else the page says of the picture); None takes the
    words of the file.
    """

    width: int
    ratio: tuple[int, int] | None = None
    focus: Focus = field(default_factory=Focus)
    format: ImageFormat = ImageFormat.JPEG
    quality: int | None = None
    max_bytes: int | None = None
    enlarge: bool = False
    words: PhotoMetadata | None = None
    crop: Crop | None = None

    def crop_of(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return the part of an upright picture to keep: left, top, right, bottom in pixels."""
        left, top, right, bottom = _box(self.crop, width, height)
        if self.ratio is None:
            return (left, top, right, bottom)
        across, down = self.ratio
        kept_width = max(1, min(right - left, round((bottom - top) * across / down)))
        kept_height = max(1, min(bottom - top, round((right - left) * down / across)))
        left += _start(self.focus.x * width - left, kept_width, right - left)
        top += _start(self.focus.y * height - top, kept_height, bottom - top)
        return (left, top, left + kept_width, top + kept_height)

    def size_of(self, width: int, height: int) -> tuple[int, int]:
        """Return width and height of the rendition of an upright picture of that size."""
        left, top, right, bottom = self.crop_of(width, height)
        wide = self.width if self.enlarge else min(self.width, right - left)
        if self.ratio is not None:
            across, down = self.ratio
            high = round(wide * down / across)
            return (wide, max(1, high if self.enlarge else min(bottom - top, high)))
        return (wide, max(1, round(wide * (bottom - top) / (right - left))))


def _box(crop: Crop | None, width: int, height: int) -> tuple[int, int, int, int]:
    """Return a part of a picture in pixels, at least one of them."""
    if crop is None:
        return (0, 0, width, height)
    left = min(max(0, round(crop.left * width)), width - 1)
    top = min(max(0, round(crop.top * height)), height - 1)
    right = min(width, max(left + 1, round((crop.left + crop.width) * width)))
    bottom = min(height, max(top + 1, round((crop.top + crop.height) * height)))
    return (left, top, right, bottom)


def _start(focus: float, kept: int, whole: int) -> int:
    """Return where a crop of `kept` pixels begins so that it is centred on the focus, a pixel."""
    return min(max(0, round(focus - kept / 2)), whole - kept)
