"""Reporting: who speaks in a story and how much, on what terms, and what stands behind it."""

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from app.desk import packages
from app.desk.desk import Desk
from app.domain.errors import DeskError
from app.domain.finding import Mute, Waiver
from app.domain.package import Package
from app.domain.person import Person, PersonKind
from app.domain.quote import Evidence, LedgerRow, LedgerState, SourceKind
from app.domain.story import word_count
from app.export.jsonfile import json_file
from app.store import originals, publications
from app.store.publications import PublicationEntry

_KINDS = {
    PersonKind.PERSON: SourceKind.NAMED,
    PersonKind.ORGANISATION: SourceKind.ORGANISATION,
    PersonKind.DOCUMENT: SourceKind.DOCUMENT,
    PersonKind.AGENCY: SourceKind.AGENCY,
    PersonKind.ANONYMOUS: SourceKind.ANONYMOUS,
}
_PUBLISHED_SIGN = "story.ninjs.json"
"""A file every published folder holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One source of a story, in the order of first words. `name` is "" for words without one.

    `share` is that of all reported words, 0 to 1; `confirmed` how many of `quotes` the desk
    has confirmed. `turns` are where they speak, as (from, to) shares of the length of the copy;
    `order` are the numbers of those quotes, counted from 1 in reading order.
    """

    name: str
    kind: SourceKind
    words: int
    share: float
    quotes: int
    confirmed: int
    turns: tuple[tuple[float, float], ...] = ()
    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One quote with what the desk knows of it beyond its speaker."""

    row_id: str
    words: str
    speaker: str
    state: LedgerState
    record: str
    reason: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesReport:
    """The sources of a story. `kinds` are words per kind of source, most first.

    `single` says that all words with a source come from one; `open` counts quotes that still ask
    for a decision; `anonymous` are the quotes whose source is not named, with approvals.
    """

    slug: str
    headline: str
    words: int
    voices: tuple[Voice, ...]
    kinds: tuple[tuple[SourceKind, int], ...]
    single: bool
    open: int
    anonymous: tuple[Behind, ...]
    quotes: tuple[Behind, ...]
    waivers: tuple[Waiver, ...]
    mutes: tuple[Mute, ...]
    overrides: tuple[Mapping[str, str], ...]


def report(desk: Desk, story_id: str) -> SourcesReport:
    """Return the sources of a story as the store holds it, with all that was passed over.

    Raises:
        DeskError: `story.…`.
    """
    return report_of(packages.load(desk.store, story_id), _overrides(desk, story_id))


def report_of(package: Package, overrides: tuple[Mapping[str, str], ...] = ()) -> SourcesReport:
    """Return the sources of a package; `overrides` are those of its publications."""
    people = {person.id: person for person in package.people}
    standing = [
        row for row in package.ledger if row.span and row.state is not LedgerState.NOT_A_QUOTE
    ]
    voices = _voices(package, standing, people)
    kinds: defaultdict[SourceKind, int] = defaultdict(int)
    for voice in voices:
        if voice.name:
            kinds[voice.kind] += voice.words
    behind = tuple(_behind(package, row) for row in standing)
    asked = {LedgerState.OPEN, LedgerState.ALTERED}
    return SourcesReport(
        slug=package.story.slug,
        headline=package.story.headline,
        words=sum(voice.words for voice in voices),
        voices=voices,
        kinds=tuple(sorted(kinds.items(), key=lambda kind: -kind[1])),
        single=sum(bool(voice.name) for voice in voices) == 1,
        open=sum(row.state in asked for row in standing),
        anonymous=tuple(
            one
            for one, row in zip(behind, standing, strict=True)
            if row.anonymity or _kind(row, people) is SourceKind.ANONYMOUS
        ),
        quotes=behind,
        waivers=package.waivers,
        mutes=package.mutes,
        overrides=overrides,
    )


def keep_ledger(desk: Desk, story_id: str, to: Path | None = None) -> Path:
    """Write the private ledger of a story, readable by its owner alone; return its place.

    It is JSON beside the store unless `to` says otherwise, and never inside a published folder.

    Raises:
        DeskError: `ledger.public-folder`, `ledger.not-written`; what stood there still stands.
    """
    told = report(desk, story_id)
    return _kept(desk, told, to or _place(desk, told))


def keep_at_publication(
    desk: Desk, package: Package, public: Path, overrides: Iterable[Mapping[str, str]] = ()
) -> Path:
    """Write the private ledger of a story that is about to go out into the folder `public`.

    `overrides` are those of this publication, which the log does not hold yet.

    Raises:
        DeskError: as `keep_ledger`; nothing has to be published then.
    """
    told = report_of(package, (*overrides, *_overrides(desk, package.story.id)))
    place = _place(desk, told)
    if place.is_relative_to(public.resolve()):
        raise DeskError("ledger.public-folder", path=str(place))
    return _kept(desk, told, place)


def refuse_public_shelf(desk: Desk, public: Path) -> None:
    """Refuse to publish into a folder that would hold the private ledgers, or that does.

    Raises:
        DeskError: `ledger.public-folder`.
    """
    shelf = (desk.path.parent / _SHELF).resolve()
    if shelf.is_relative_to(public.resolve()) or _is_public(desk, shelf / "any"):
        raise DeskError("ledger.public-folder", path=str(shelf))


def keep_among_many(desk: Desk, package: Package, before: Iterable[PublicationEntry]) -> None:
    """Write the private ledger of one of many stories that go out; `before` is its log.

    The caller asks `refuse_public_shelf` once and brings all that was written to the disk.

    Raises:
        DeskError: `ledger.not-written`.
    """
    told = report_of(package, _overrides_in(before))
    _put(told, _place(desk, told), to_disk=False)


_SHELF = "ledgers"


def _place(desk: Desk, told: SourcesReport) -> Path:
    return (desk.path.parent / _SHELF / f"{told.slug}.json").resolve()


def _overrides(desk: Desk, story_id: str) -> tuple[Mapping[str, str], ...]:
    with desk.store.reading() as connection:
        return _overrides_in(publications.of_story(connection, story_id))


def _overrides_in(log: Iterable[PublicationEntry]) -> tuple[Mapping[str, str], ...]:
    return tuple({"at": entry.at.isoformat(), **one} for entry in log for one in entry.overrides)


def _kept(desk: Desk, told: SourcesReport, to: Path) -> Path:
    place = to.resolve()
    if _is_public(desk, place):
        raise DeskError("ledger.public-folder", path=str(place))
    _put(told, place)
    return place


def _put(told: SourcesReport, place: Path, *, to_disk: bool = True) -> None:
    # As dataclasses.asdict, which takes longer than making the page.
    plain = msgspec.to_builtins(told, builtin_types=(datetime,))
    content = io.BytesIO(json_file(plain, _as_text))
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        originals.write_whole(content, place, to_disk=to_disk)
    except OSError as error:
        reason = error.strerror or ""
        raise DeskError("ledger.not-written", path=str(place), reason=reason) from error


def write_page(to: Path, html: str) -> None:
    """Write a page of the report, whole or not at all.

    Raises:
        DeskError: `register.not-written`; what stood at `to` still stands.
    """
    try:
        originals.write_whole(io.BytesIO(html.encode()), to)
    except OSError as error:
        reason = error.strerror or ""
        raise DeskError("register.not-written", name=to.name, reason=reason) from error


def _is_public(desk: Desk, place: Path) -> bool:
    with desk.store.reading() as connection:
        known = publications.folders(connection)
    return any(
        str(folder) in known or (folder / _PUBLISHED_SIGN).exists() for folder in place.parents
    )


def turns_of(body: str, rows: Iterable[LedgerRow]) -> tuple[tuple[float, float], ...]:
    """Return where quotes stand in a body, as (from, to) shares of its length."""
    length = len(body) or 1
    return tuple((row.span.start / length, row.span.end / length) for row in rows if row.span)


def _voices(
    package: Package, rows: Sequence[LedgerRow], people: Mapping[str, Person]
) -> tuple[Voice, ...]:
    said: defaultdict[str, list[LedgerRow]] = defaultdict(list)
    for row in rows:
        said[row.speaker].append(row)
    counted = {name: sum(_count(package, row) for row in spoken) for name, spoken in said.items()}
    total = sum(counted.values())
    numbers = {row.id: number for number, row in enumerate(rows, start=1)}
    return tuple(
        Voice(
            name=name,
            kind=_kind(spoken[0], people),
            words=counted[name],
            share=counted[name] / total if total else 0,
            quotes=len(spoken),
            confirmed=sum(row.state is LedgerState.CONFIRMED for row in spoken),
            turns=turns_of(package.story.body, spoken),
            order=tuple(numbers[row.id] for row in spoken),
        )
        for name, spoken in said.items()
    )


def _count(package: Package, row: LedgerRow) -> int:
    return word_count(row.span.of(package.story.body)) if row.span else 0


def _kind(row: LedgerRow, people: Mapping[str, Person]) -> SourceKind:
    person = people.get(row.person_id or "")
    if person:
        return _KINDS[person.kind]
    speaker = row.quote.speaker if row.quote else None
    told = speaker is not None and row.speaker in {speaker.name, speaker.text}
    return speaker.kind if speaker and told else SourceKind.NAMED


def _behind(package: Package, row: LedgerRow) -> Behind:
    anonymity = row.anonymity
    return Behind(
        row_id=row.id,
        words=row.span.of(package.story.body) if row.span else row.words,
        speaker=row.speaker,
        state=row.state,
        record=row.record.value,
        reason=anonymity.reason if anonymity else "",
        approved_by=anonymity.approved_by if anonymity else "",
        approved_at=anonymity.approved_at if anonymity else None,
        evidence=row.evidence,
    )


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
