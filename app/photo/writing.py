"""Writing words into image files: all homes at once, nothing else touched, old file or new file."""

import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo import multipicture, segments
from app.photo.charset import UTF8_MARK, cut_to_bytes, decoded
from app.photo.fields import FIELDS, LISTS, SOURCE_TYPE_ADDRESS, FieldRow, Merge, Shape
from app.photo.homes import CHARACTER_SET, TIME_CREATED, Homes, digest_place
from app.photo.metadata import comparable, metadata_of, reconciled, versions_of, words_of
from app.photo.opening import ODD_FILE_ERRORS, kind_of
from app.photo.raw_types import TYPES
from app.photo.xmp import Packet

_IIM_FORMATS = frozenset({"image/jpeg", "image/tiff"})
"""Where other programs look for an IIM block."""

_POINTERS = frozenset(
    {
        "Exif.Image.ExifTag",
        "Exif.Image.GPSTag",
        "Exif.Image.SubIFDs",
        "Exif.Image.StripOffsets",
        "Exif.Image.IPTCNAA",
        "Exif.Image.XMLPacket",
        "Exif.Image.ImageResources",
        "Exif.Photo.InteroperabilityTag",
        "Exif.Photo.MakerNote",
        "Exif.Thumbnail.JPEGInterchangeFormat",
        "Exif.Thumbnail.StripOffsets",
        "Exif.MakerNote.Offset",
        "Exif.MakerNote.ByteOrder",
    }
)
"""Exif tags that say where in the file something lies; these may move."""

_STRIP = 256


@dataclass(slots=True)
class _Changes:
    """What goes into each block, by Exiv2's keys; None removes a key."""

    iim: dict[str, str | list[str] | None] = field(default_factory=dict)
    exif: dict[str, str | None] = field(default_factory=dict)
    rows: list[FieldRow] = field(default_factory=list)


def write(
    source: Path,
    target: Path,
    metadata: PhotoMetadata,
    settle: frozenset[str] = frozenset(),
) -> None:
    """Write the file `source` with these words as `target`, which may be `source` itself.

    Only fields that differ from what `read` gives are written, and those named in `settle`,
    which puts an end to a conflict. IIM texts are cut to their lengths and declared UTF-8.
    Pixels and every other field stay as they are. Either the old file or the whole new one
    stands at `target`, whatever happens.

    Raises:
        DeskError: "photo.read-only-format" (write a sidecar instead), "photo.metadata-damaged",
            "photo.would-lose" (Exiv2 would have changed something else), "photo.not-written",
            and the codes of `opening.kind_of`; each with `name`.
    """
    media_type, _ = kind_of(source)
    if media_type in TYPES.values():
        # What a camera wrote is never touched: a raw file cannot be made again.
        raise DeskError("photo.read-only-format", name=source.name)
    try:
        data = _written(source.read_bytes(), media_type, metadata, settle)
    except DeskError as error:
        raise DeskError(error.code, name=source.name) from error
    put(target, data, like=source)


def write_sidecar(path: Path, metadata: PhotoMetadata, target: Path | None = None) -> None:
    """Write the words into an .xmp file, keeping whatever else an existing one says.

    With a `target`, the file at `path` stays as it is and the new one stands there.

    Raises:
        DeskError: "photo.metadata-damaged", "photo.not-written"; each with `name`.
    """
    try:
        packet = Packet(path.read_text(encoding="utf-8") if path.exists() else "")
    except (DeskError, UnicodeDecodeError) as error:
        raise DeskError("photo.metadata-damaged", name=path.name) from error
    for row in FIELDS:
        words = words_of(row, metadata)
        if row.xmp and words != comparable(row.shape, packet.values(row)):
            packet.change(row, xmp_values(row, words))
    put(target or path, packet.text().encode())


def read_sidecar(path: Path) -> PhotoMetadata:
    """Return what an .xmp file says.

    Raises:
        DeskError: "photo.missing", "photo.metadata-damaged"; each with `name`.
    """
    try:
        packet = Packet(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DeskError("photo.missing", name=path.name) from error
    except (DeskError, UnicodeDecodeError) as error:
        raise DeskError("photo.metadata-damaged", name=path.name) from error
    told = {r.name: comparable(r.shape, packet.values(r)) for r in FIELDS if r.xmp}
    return metadata_of(told)


def sidecar_of(photo: Path) -> Path:
    """Return where the sidecar of a photo stands: the same name, ending in .xmp."""
    return photo.with_suffix(".xmp")


def xmp_values(row: FieldRow, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words as XMP has them."""
    if row.shape is Shape.CODE:
        return tuple(word if "://" in word else SOURCE_TYPE_ADDRESS + word for word in words)
    return words


def iim_values(row: FieldRow, words: tuple[str, ...]) -> Mapping[str, str | list[str] | None]:
    """Return words as IIM has them, cut to its lengths, by Exiv2's keys; None removes a key."""
    if row.shape is Shape.MOMENT:
        day, _, time = (words[0] if words else "").partition("T")
        whole = len(day) == len("YYYY-MM-DD")
        return {row.iim: day if whole else None, TIME_CREATED: time if whole and time else None}
    if row.shape is Shape.DAY:
        return {row.iim: words[0] if words else None}
    kept = [cut_to_bytes(word, row.iim_bytes) for word in words]
    if row.shape in LISTS:
        return {row.iim: kept or None}
    return {row.iim: kept[0] if kept else None}


def put(target: Path, data: bytes, like: Path | None = None) -> None:
    """Put bytes at `target`, all or nothing, on the disk when this returns.

    Raises:
        DeskError: "photo.not-written" with `name` and `reason`; what stood there stands.
    """
    waiting = ""
    try:
        handle, waiting = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if like is not None:
            shutil.copymode(like, waiting)
        Path(waiting).replace(target)
    except OSError as error:
        if waiting:
            Path(waiting).unlink(missing_ok=True)
        reason = error.strerror or ""
        raise DeskError("photo.not-written", name=target.name, reason=reason) from error


def _written(
    data: bytes, media_type: str, metadata: PhotoMetadata, settle: frozenset[str]
) -> bytes:
    with Homes(data) as homes:
        writable = homes.writable()
        if "xmp" not in writable:
            raise DeskError("photo.read-only-format")
        packet = homes.packet()
        changes = _Changes()
        kinds = writable if media_type in _IIM_FORMATS else writable - {"iptc"}
        for row in _rows_to_write(homes, packet, metadata, settle):
            _plan(row, words_of(row, metadata), homes, kinds, changes)
            packet.change(row, xmp_values(row, words_of(row, metadata)))
        if not changes.rows:
            return data
        return _applied(homes, packet, changes, data)


def _rows_to_write(
    homes: Homes, packet: Packet, metadata: PhotoMetadata, settle: frozenset[str]
) -> Iterator[FieldRow]:
    """Give the fields that are new, to be settled, or would be read otherwise after this writing.

    The last is so when the IIM digest is stale: IIM won so far, and XMP will once it is renewed.
    """
    before, _ = reconciled(homes)
    for row in FIELDS:
        if row.merge is Merge.EXIF_ONLY:
            continue
        words = words_of(row, metadata)
        turned = homes.stale_digest and versions_of(row, homes, packet).xmp != words
        if words != words_of(row, before) or row.name in settle or turned:
            yield row


def _plan(
    row: FieldRow, words: tuple[str, ...], homes: Homes, kinds: frozenset[str], changes: _Changes
) -> None:
    """Note what one field puts into IIM and Exif."""
    changes.rows.append(row)
    if row.iim and "iptc" in kinds:
        changes.iim.update(iim_values(row, words))
    # What only a camera filled in stays: writing Exif anew harms the private notes of some cameras.
    if homes.told_by_exif(row) and row.shape is not Shape.MOMENT and "exif" in kinds:
        changes.exif[row.exif] = "; ".join(words) or None


def _applied(homes: Homes, packet: Packet, changes: _Changes, data: bytes) -> bytes:
    image = homes.image
    try:
        if changes.iim:
            old = {key: _texts(found) for key, found in homes.iim.items() if not _ascii(found)}
            image.modify_iptc({**old, CHARACTER_SET: UTF8_MARK, **changes.iim})
        if changes.exif:
            image.modify_exif(changes.exif)
        image.modify_raw_xmp(packet.text())
        made = bytes(image.get_bytes())
        if not changes.exif:
            made = segments.with_exif_of(data, made)
        written = multipicture.mended(data, _with_new_digest(made))
    except ODD_FILE_ERRORS as error:
        raise DeskError("photo.metadata-damaged") from error
    _refuse_loss(data, written, changes)
    return written


def _words(iim: Mapping[str, tuple[bytes, ...]]) -> dict[str, list[str]]:
    return {key: _texts(found) for key, found in iim.items()}


def _texts(found: tuple[bytes, ...]) -> list[str]:
    return [decoded(raw) for raw in found]


def _ascii(found: tuple[bytes, ...]) -> bool:
    return all(raw.isascii() for raw in found)


def _with_new_digest(data: bytes) -> bytes:
    """Renew the digest of the IIM block where the file keeps one, so that XMP is believed."""
    place = digest_place(data)
    if place is None:
        return data
    start, block = place
    digest = hashlib.md5(block, usedforsecurity=False).digest()
    return data[:start] + digest + data[start + len(digest) :]


def _refuse_loss(before: bytes, after: bytes, changes: _Changes) -> None:
    """Refuse when anything but the planned fields reads differently, or a pixel is not as it was."""
    with Homes(before) as old, Homes(after) as new:
        same_iim = _kept(_words(old.iim), _words(new.iim), {*changes.iim, CHARACTER_SET})
        same_exif = _kept(old.exif, new.exif, {*changes.exif, *_POINTERS})
        old_packet, new_packet = old.packet(), new.packet()
    written = {row.name for row in changes.rows}
    same_xmp = old_packet.others(FIELDS) == new_packet.others(FIELDS) and all(
        old_packet.values(row) == new_packet.values(row)
        for row in FIELDS
        if row.xmp and row.name not in written
    )
    if not (same_iim and same_exif and same_xmp and _pixels(before) == _pixels(after)):
        raise DeskError("photo.would-lose")


def _kept(old: Mapping[str, object], new: Mapping[str, object], except_for: set[str]) -> bool:
    return {k: v for k, v in old.items() if k not in except_for} == {
        k: v for k, v in new.items() if k not in except_for
    }


def _pixels(data: bytes) -> tuple[tuple[int, int], str]:
    """Return size and SHA-256 of the decoded pixels, taken in strips so that they stand once only."""
    total = hashlib.sha256()
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            for top in range(0, image.height, _STRIP):
                strip = (0, top, image.width, min(image.height, top + _STRIP))
                total.update(image.crop(strip).tobytes())
            return image.size, total.hexdigest()
    except ODD_FILE_ERRORS as error:
        raise DeskError("photo.unreadable") from error
