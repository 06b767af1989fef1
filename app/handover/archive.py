"""The file that travels: a zip of JSON and originals, written whole and read as if it were hostile."""

import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from app.domain.errors import DeskError
from app.domain.handover import Handed
from app.domain.review import Remark, SignOff, Suggestion

FORMAT = "marbre/hand-over"
VERSION = 1
"""Raised when an older Marbre could no longer read what is written; that one then refuses it."""

SUFFIX = ".marbre"
MANIFEST, STORY = "manifest.json", "story.json"
MEMBERS = 2_000
JSON_LIMIT = 64_000_000
"""Bytes of one JSON member unpacked: ten times a story of a hundred thousand words with its ledger."""
ORIGINAL_LIMIT = 300_000_000
TOTAL_LIMIT = 8_000_000_000
RATIO_LIMIT = 200
"""Times a member may grow in unpacking, beyond a megabyte; our own grow twenty-fold."""
RATIO_FROM = 1_000_000
CHUNK = 1 << 20

_NAME = re.compile(
    r"manifest\.json|story\.json|base/[0-9a-f]{64}\.json"
    r"|originals/[0-9a-f]{64}\.(?:jpg|png|webp|tif|avif|heic|gif)"
)
_ID = re.compile(r"[0-9a-z-]{1,64}")
_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What the library was seen to raise on damaged archives."""

T = TypeVar("T")


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a package says of itself; `digests` are the SHA-256 of its members, by name."""

    format: str
    version: int
    by: str
    at: datetime
    digests: dict[str, str]
    known: list[str] = []


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that was read whole: `known` are versions the sender shared before, newest first."""

    manifest: Manifest
    handed: Handed
    known: tuple[tuple[str, Handed], ...]
    originals: tuple[str, ...]


def encoded(handed: Handed) -> bytes:
    """Return a version as JSON; the same version gives the same bytes."""
    return msgspec.json.encode(handed, order="deterministic")


def decoded(data: bytes) -> Handed:
    """Return a version from its JSON.

    Raises:
        DeskError: `handover.damaged`.
    """
    return _decoded(data, Handed)


def digest_of(data: bytes) -> str:
    """Return the SHA-256 that names a version."""
    return hashlib.sha256(data).hexdigest()


def write(
    to: Path,
    handed: Handed,
    *,
    by: str,
    known: Sequence[bytes] = (),
    originals: Mapping[str, Path] | None = None,
) -> None:
    """Write a package at `to`, whole or not at all; `originals` are files by digest and suffix.

    Raises:
        DeskError: `handover.not-written`.
    """
    story = encoded(handed)
    texts = {STORY: story} | {f"base/{digest_of(one)}.json": one for one in known}
    digests = {name: digest_of(text) for name, text in texts.items()}
    files = {f"originals/{name}": path for name, path in (originals or {}).items()}
    digests |= {name: Path(name).stem for name in files}
    manifest = Manifest(
        format=FORMAT,
        version=VERSION,
        by=by,
        at=datetime.now(UTC),
        digests=digests,
        known=[digest_of(one) for one in known],
    )
    fresh = to.with_name(f".{to.name}.new")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            fresh.chmod(0o600)
            archive.writestr(MANIFEST, msgspec.json.encode(manifest, order="deterministic"))
            for name, text in texts.items():
                archive.writestr(name, text)
            for name, path in files.items():
                # Pictures do not grow smaller.
                archive.write(path, name, zipfile.ZIP_STORED)
        fresh.replace(to)
    except OSError as error:
        raise DeskError(
            "handover.not-written", path=str(to), reason=error.strerror or ""
        ) from error
    finally:
        fresh.unlink(missing_ok=True)


def read(source: Path) -> Opened:
    """Read a package whole and check every part of it; nothing is written anywhere.

    Raises:
        DeskError: `handover.missing`, `handover.not-ours`, `handover.newer`, `handover.unsafe`,
            `handover.damaged`; `name` is the file's.
    """
    return _guarded(source, _read)


def unpack(source: Path, name: str, to: Path) -> Path:
    """Write one original of a package that was read into a folder; return its place.

    Raises:
        DeskError: as `read`, or `handover.not-written`.
    """

    def act(archive: zipfile.ZipFile) -> Path:
        place = to / Path(name).name
        total = hashlib.sha256()
        size = 0
        try:
            with archive.open(name) as member, place.open("xb") as file:
                while piece := member.read(CHUNK):
                    size += len(piece)
                    if size > ORIGINAL_LIMIT:
                        raise DeskError("handover.unsafe")
                    total.update(piece)
                    file.write(piece)
        except OSError as error:
            raise DeskError("handover.not-written", path=str(to), reason=str(error)) from error
        if total.hexdigest() != Path(name).stem:
            raise DeskError("handover.damaged")
        return place

    return _guarded(source, act)


def _guarded(source: Path, act: Callable[[zipfile.ZipFile], T]) -> T:
    """Do something with the archive at `source`, all that can be wrong with it said clearly."""
    name = source.name
    try:
        with zipfile.ZipFile(source) as archive:
            _check(archive.infolist())
            return act(archive)
    except DeskError as error:
        raise DeskError(error.code, **{"name": name, **error.params}) from error
    except FileNotFoundError as error:
        raise DeskError("handover.missing", name=name) from error
    except zipfile.BadZipFile as error:
        code = "handover.damaged" if _begins_as_zip(source) else "handover.not-ours"
        raise DeskError(code, name=name) from error
    except (OSError, *_TROUBLE) as error:
        raise DeskError("handover.damaged", name=name) from error


def _begins_as_zip(source: Path) -> bool:
    with source.open("rb") as file:
        return file.read(2) == b"PK"


def _check(members: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse names outside, links, doubles, locks, bombs, before anything is unpacked."""
    names = [member.filename for member in members]
    if MANIFEST not in names:
        raise DeskError("handover.not-ours")
    if len(names) != len(set(names)) or len(names) > MEMBERS:
        raise DeskError("handover.unsafe")
    if sum(member.file_size for member in members) > TOTAL_LIMIT:
        raise DeskError("handover.unsafe")
    if not all(map(_is_safe, members)):
        raise DeskError("handover.unsafe")


def _is_safe(member: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(member.external_attr >> 16)
    limit = JSON_LIMIT if member.filename.endswith(".json") else ORIGINAL_LIMIT
    swollen = (
        member.file_size > RATIO_FROM and member.file_size > member.compress_size * RATIO_LIMIT
    )
    return (
        # The name as it stands in the file: the library cuts it at a zero byte.
        _NAME.fullmatch(member.orig_filename) is not None
        and kind in {0, stat.S_IFREG}
        and not member.flag_bits & 1
        and member.file_size <= limit
        and not swollen
    )


def _read(archive: zipfile.ZipFile) -> Opened:
    manifest = _manifest(_bytes(archive, MANIFEST))
    names = {member.filename for member in archive.infolist()} - {MANIFEST}
    if names != manifest.digests.keys() or STORY not in names:
        raise DeskError("handover.damaged")
    texts = {}
    for name in sorted(name for name in names if name.endswith(".json")):
        texts[name] = _bytes(archive, name)
        if digest_of(texts[name]) != manifest.digests[name]:
            raise DeskError("handover.damaged")
    known = [(one, f"base/{one}.json") for one in manifest.known]
    return Opened(
        manifest,
        _sound(decoded(texts[STORY])),
        tuple((one, _sound(decoded(texts[name]))) for one, name in known if name in texts),
        tuple(sorted(name for name in names if name.startswith("originals/"))),
    )


def _manifest(data: bytes) -> Manifest:
    """Return the manifest; the format and its version are looked at before the rest is believed."""

    class Head(msgspec.Struct):
        format: str = ""
        version: int = 0

    head = _decoded(data, Head)
    if head.format != FORMAT:
        raise DeskError("handover.not-ours")
    if head.version > VERSION:
        raise DeskError("handover.newer", version=str(head.version))
    return _decoded(data, Manifest)


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a JSON member; one that is longer than it says is not read on."""
    with archive.open(name) as member:
        data = member.read(JSON_LIMIT + 1)
    if len(data) > JSON_LIMIT:
        raise DeskError("handover.unsafe")
    return data


def _decoded(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise DeskError("handover.damaged") from error


def _sound(handed: Handed) -> Handed:
    """Refuse a version whose parts do not belong together or whose times have no zone."""
    story = handed.story
    ids = [story.id, *(use.id for use in handed.uses), *(row.id for row in handed.ledger)]
    ids += [person.id for person in handed.people]
    said: tuple[Remark | Suggestion | SignOff, ...] = (
        *handed.remarks,
        *handed.suggestions,
        *handed.sign_offs,
    )
    ids += [one.id for one in said]
    slots = [use.slot for use in handed.uses]
    times = [story.created_at, story.updated_at, story.embargo]
    times += [row.decided_at for row in handed.ledger]
    times += [one.at for one in said]
    whole = (
        all(map(_ID.fullmatch, ids))
        and len(set(slots)) == len(slots)
        and all(0 < slot <= 9999 for slot in slots)  # noqa: PLR2004  four digits, as `SLOT` reads
        and len({use.id for use in handed.uses}) == len(handed.uses)
        and len({row.id for row in handed.ledger}) == len(handed.ledger)
        and all(one.tzinfo is not None for one in times if one is not None)
    )
    if not whole:
        raise DeskError("handover.damaged")
    return handed
