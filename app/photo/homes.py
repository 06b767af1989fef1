"""The three blocks of one image file, IIM, XMP and Exif, as Exiv2 finds them."""

import hashlib
import io
import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import pyexiv2
from PIL import Image

from app.domain.errors import DeskError
from app.photo.charset import UTF8_MARK, decoded
from app.photo.fields import FieldRow, Shape
from app.photo.opening import ODD_FILE_ERRORS
from app.photo.xmp import Packet

CHARACTER_SET = "Iptc.Envelope.CharacterSet"
TIME_CREATED = "Iptc.Application2.TimeCreated"
_EXIF_OFFSET = "Exif.Photo.OffsetTimeOriginal"
_IIM_BLOCK = 0x0404
_IIM_DIGEST = 0x0425
_DIGEST_HEAD = rb"8BIM\x04\x25\x00\x00\x00\x00\x00\x10"
_JPEG_START = b"\xff\xd8\xff"
_MUTE = 4
_MOMENT = re.compile(
    r"(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_PART_OF_DATE = re.compile(r"\d{4}(?:-\d\d)?")
_CAMERA_WORDS = re.compile(
    r"(?:.*digital camera|sony dsc|dcim.*|exif_jpeg_picture|default|untitled|cof|samsung|jpeg)\s*",
    re.IGNORECASE,
)
"""What cameras write into ImageDescription when nobody said anything."""

# Exiv2 prints to the standard streams on odd files; what matters comes back as an exception.
pyexiv2.set_log_level(_MUTE)


class Homes:
    """An image file's metadata, opened in memory; not to be shared between threads."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes of a file.

        Raises:
            DeskError: "photo.no-metadata", Exiv2 does not know or not understand the file.
        """
        try:
            self.image: Any = pyexiv2.ImageData(data)
        except ODD_FILE_ERRORS as error:
            raise DeskError("photo.no-metadata") from error
        self.iim = _iim_of(self.image)
        self.exif = _exif_of(self.image)
        self.raw_xmp: bytes = self.image.read_raw_xmp(encoding="latin-1").encode("latin-1")
        self.stale_digest = _digest_is_stale(data)

    def __enter__(self) -> Self:
        """Hold the file's metadata in memory."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the memory go."""
        self.image.close()

    def packet(self) -> Packet:
        """Return the XMP packet.

        Raises:
            DeskError: "photo.metadata-damaged", the packet cannot be understood.
        """
        return Packet(self.raw_xmp.decode(errors="replace"))

    def writable(self) -> frozenset[str]:
        """Return which of "iptc", "xmp", "exif" Exiv2 can write into this format."""
        modes: dict[str, str | None] = self.image.get_access_mode()
        return frozenset(kind for kind, mode in modes.items() if mode and "write" in mode)

    def told_by_iim(self, row: FieldRow) -> tuple[str, ...]:
        """Return what IIM says of a field, as it was written."""
        texts = tuple(decoded(raw).strip("\x00 ") for raw in self.iim.get(row.iim, ()))
        if row.shape is Shape.MOMENT and texts:
            time = "".join(decoded(raw) for raw in self.iim.get(TIME_CREATED, ())[:1])
            texts = (f"{texts[0]}T{time}" if time else texts[0],)
        return tuple(text for text in texts if text)

    def told_by_exif(self, row: FieldRow) -> tuple[str, ...]:
        """Return what Exif says of a field, leaving out what cameras say by themselves."""
        text = _letters(self.exif.get(row.exif, "")).strip("\x00 ")
        if not text or (row.name == "description" and _CAMERA_WORDS.fullmatch(text)):
            return ()
        if row.shape is Shape.MOMENT:
            return (text + self.exif.get(_EXIF_OFFSET, ""),)
        if row.shape is Shape.SEQ:
            return tuple(part.strip() for part in text.split(";") if part.strip())
        return (text,)


def moment(text: str) -> str:
    """Return a date or date and time as `PhotoMetadata.created` has it, "" when it is none.

    A year, or a year and a month, is kept as it is: XMP knows such dates.
    """
    if _PART_OF_DATE.fullmatch(text):
        return text
    match = _MOMENT.match(text)
    if match is None or "00" in {match[2], match[3]}:
        return ""
    day = f"{match[1]}-{match[2]}-{match[3]}"
    if not match[4]:
        return day
    zone = match[6] or ""
    if zone not in {"", "Z"} and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{match[4]}{match[5] or ':00'}{zone}"


def declares_utf8(iim: Mapping[str, tuple[bytes, ...]]) -> bool:
    """Say whether an IIM block declares its texts to be UTF-8."""
    return iim.get(CHARACTER_SET, ()) == (UTF8_MARK.encode(),)


def _iim_of(image: Any) -> dict[str, tuple[bytes, ...]]:  # noqa: ANN401  pyexiv2 has no types
    """Return every dataset as the bytes found: the set they are in is decided later."""
    try:
        found: dict[str, str | list[str]] = image.read_iptc(encoding="latin-1")
    except ODD_FILE_ERRORS:
        return {}
    return {
        key: tuple(text.encode("latin-1") for text in ([told] if isinstance(told, str) else told))
        for key, told in found.items()
    }


def _exif_of(image: Any) -> dict[str, str]:  # noqa: ANN401  pyexiv2 has no types
    try:
        found: dict[str, str | list[str]] = image.read_exif(encoding="latin-1")
    except ODD_FILE_ERRORS:
        return {}
    return {key: told if isinstance(told, str) else told[0] for key, told in found.items()}


def _letters(text: str) -> str:
    """Return the words of an Exif text, which came as one letter a byte."""
    try:
        return decoded(text.encode("latin-1"))
    except UnicodeEncodeError:
        return text


def digest_place(data: bytes) -> tuple[int, bytes] | None:
    """Return where a JPEG keeps the digest of its IIM block, and that block; None without one."""
    kept, block = _digest_and_block(data)
    at = re.search(_DIGEST_HEAD + re.escape(kept), data) if kept else None
    return (at.end() - len(kept), block) if at else None


def _digest_is_stale(data: bytes) -> bool:
    """Say whether the IIM block no longer fits the digest an XMP-aware program left beside it."""
    kept, block = _digest_and_block(data)
    return any(kept) and hashlib.md5(block, usedforsecurity=False).digest() != kept


def _digest_and_block(data: bytes) -> tuple[bytes, bytes]:
    """Return the digest of the IIM block and the block itself out of the Photoshop resources."""
    if not data.startswith(_JPEG_START):
        return b"", b""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            blocks = image.info.get("photoshop", {})
            return bytes(blocks.get(_IIM_DIGEST, b"")), bytes(blocks.get(_IIM_BLOCK, b""))
    except ODD_FILE_ERRORS:
        return b"", b""
