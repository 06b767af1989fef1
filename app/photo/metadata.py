"""Reading what a file says of its picture: three homes brought to one word, and where they disagree."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.errors import DeskError
from app.domain.photo import Conflict, PhotoMetadata
from app.photo.charset import mended
from app.photo.fields import FIELDS, LISTS, FieldRow, Merge, Shape
from app.photo.homes import Homes, moment
from app.photo.opening import kind_of
from app.photo.xmp import Packet

_NOT_IN_XML = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CUT_MARGIN = 4
"""IIM writers stop up to this many bytes short of the limit, so as not to split a letter."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What each home says of one field, brought to comparable words.

    `raw` is what the first home with destroyed accents really holds, () where none has any.
    """

    iim: tuple[str, ...]
    xmp: tuple[str, ...]
    exif: tuple[str, ...]
    raw: tuple[str, ...] = ()


def read(path: Path) -> tuple[PhotoMetadata, tuple[Conflict, ...]]:
    """Return what a file says of its picture, and the fields its homes tell differently.

    A format that Exiv2 cannot read (GIF) gives an empty value.

    Raises:
        DeskError: the codes of `opening.kind_of`, with `name`.
    """
    kind_of(path)
    try:
        homes = Homes(path.read_bytes())
    except DeskError:
        return PhotoMetadata(), ()
    with homes:
        return reconciled(homes)


def reconciled(homes: Homes) -> tuple[PhotoMetadata, tuple[Conflict, ...]]:
    """Bring the homes of an open file to one word, by the merge rule of each field."""
    conflicts: list[Conflict] = []
    packet = _packet(homes, conflicts)
    told: dict[str, tuple[str, ...]] = {}
    for row in FIELDS:
        versions = versions_of(row, homes, packet)
        chosen = _chosen(row, versions, iim_first=homes.stale_digest)
        told[row.name] = chosen
        if kind := _disagreement(row, versions):
            conflicts.append(_conflict(row, kind, versions, chosen))
    return metadata_of(told), tuple(conflicts)


def versions_of(row: FieldRow, homes: Homes, packet: Packet) -> Versions:
    """Return what each home says of a field."""
    found = packet.values(row) if row.xmp else ()
    if row.also and not found:
        found = packet.values(replace(row, xmp=row.also))
    raw = (homes.told_by_iim(row) if row.iim else (), found, homes.told_by_exif(row))
    words = [tuple(mended(text) for text in home) for home in raw]
    iim, xmp, exif = (comparable(row.shape, home) for home in words)
    broken = (a for a, b in zip(raw, words, strict=True) if a != tuple(b))
    return Versions(iim, xmp, exif, next(broken, ()))


def metadata_of(told: dict[str, tuple[str, ...]]) -> PhotoMetadata:
    """Make the desk's value of the words of each field; fields left out stay unknown."""
    shapes = {row.name: row.shape for row in FIELDS}
    values = {name: _value(shapes[name], words) for name, words in told.items()}
    return PhotoMetadata(**{name: value for name, value in values.items() if value is not None})  # type: ignore[arg-type]  # the table gives each field its shape


def words_of(row: FieldRow, metadata: PhotoMetadata) -> tuple[str, ...]:
    """Return the value of a field as comparable words, () when not known."""
    value = getattr(metadata, row.name)
    if isinstance(value, tuple):
        return comparable(row.shape, value)
    if isinstance(value, date):
        return (value.isoformat(),)
    return comparable(row.shape, (str(value),)) if value not in {None, ""} else ()


def comparable(shape: Shape, home: tuple[str, ...]) -> tuple[str, ...]:
    """Bring the words of one home into the form in which homes are compared and values made."""
    texts = (unicodedata.normalize("NFC", _lines(text)) for text in home)
    match shape:
        case Shape.MOMENT:
            texts = (moment(text) for text in texts)
        case Shape.DAY:
            texts = (moment(text)[:10] for text in texts)
        case Shape.CODE:
            texts = (text.rstrip("/").rsplit("/", 1)[-1] for text in texts)
        case Shape.NUMBER:
            texts = (_whole(text) for text in texts)
        case _:
            pass
    kept = tuple(text for text in texts if text)
    return tuple(dict.fromkeys(kept)) if shape in LISTS else kept[:1]


def is_cut(short: str, whole: str, limit: int) -> bool:
    """Say whether `short` is what a home of `limit` bytes keeps of `whole`."""
    begun = short.removesuffix("…").rstrip()
    return len(whole) > len(begun) and whole.startswith(begun) and len(whole.encode()) > limit


def _packet(homes: Homes, conflicts: list[Conflict]) -> Packet:
    try:
        return homes.packet()
    except DeskError:
        conflicts.append(Conflict(field="", kind="damaged"))
        return Packet("")


def _lines(text: str) -> str:
    """Return a text with one kind of line end, no letter XML forbids and no outer space."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _whole(text: str) -> str:
    try:
        return str(round(float(text)))
    except (ValueError, OverflowError):
        return ""


def _chosen(row: FieldRow, told: Versions, *, iim_first: bool) -> tuple[str, ...]:
    order = (told.iim, told.xmp, told.exif) if iim_first else (told.xmp, told.iim, told.exif)
    chosen = next((home for home in order if home), ())
    longer = (home for home in order if _all_cut(row, chosen, home))
    return next(longer, chosen)


def _disagreement(row: FieldRow, told: Versions) -> str:
    """Return the code of what is wrong between the homes, "" when nothing is."""
    if row.merge is not Merge.XMP_FIRST:
        return "mojibake" if told.raw else ""
    present = [home for home in (told.xmp, told.iim, told.exif) if home]
    first = present[0] if present else ()
    others = [home for home in present[1:] if not _same(row, first, home)]
    if told.raw:
        return "mojibake"
    if others and all(_all_cut(row, home, first) for home in others):
        return "cut"
    return "differs" if others else ""


def _same(row: FieldRow, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if row.shape is Shape.MOMENT:
        return one[0].startswith(other[0][:19]) or other[0].startswith(one[0][:19])
    if row.shape is Shape.BAG:
        return sorted(one) == sorted(other)
    return one == other


def _all_cut(row: FieldRow, short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Say whether each text of one home is what the IIM limit leaves of the other home's."""
    if not row.iim_bytes or not short or len(short) != len(whole) or short == whole:
        return False
    pairs = zip(short, whole, strict=True)
    return all(a == b or is_cut(a, b, row.iim_bytes - _CUT_MARGIN) for a, b in pairs)


def _conflict(row: FieldRow, kind: str, told: Versions, chosen: tuple[str, ...]) -> Conflict:
    return Conflict(
        field=row.name,
        kind=kind,
        iim="; ".join(told.iim),
        xmp="; ".join(told.xmp),
        exif="; ".join(told.exif),
        chosen="; ".join(chosen),
        raw="; ".join(told.raw),
    )


def _value(shape: Shape, words: tuple[str, ...]) -> str | int | date | tuple[str, ...] | None:
    if shape in LISTS:
        return words
    if not words:
        return None
    if shape is Shape.NUMBER:
        return int(words[0])
    return _day(words[0]) if shape is Shape.DAY else words[0]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
