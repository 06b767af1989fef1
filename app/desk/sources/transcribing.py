"""Transcripts: kept with a story, and every direct quote laid beside what was said."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from app.desk import packages
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.package import Package
from app.domain.quote import LedgerState, QuoteKind
from app.domain.text import Span
from app.domain.transcript import Comparison, Likeness, Transcript, Utterance
from app.intake import decoding, kinds, word
from app.language.detect import guess
from app.store import transcripts as rows
from app.store.journal import acting
from app.transcripts.comparing import Said, Verdict
from app.transcripts.reading import utterances_of

LIMIT = 20_000_000
"""Bytes of a transcript; five hundred pages of text are a tenth of it."""

_ORDER = (Likeness.VERBATIM, Likeness.TRIMMED, Likeness.ALTERED, Likeness.NOT_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The direct quotes of a story beside a transcript, in reading order.

    `foreign` is the language of the transcript when it is not that of the story, else "".
    """

    name: str
    comparisons: tuple[Comparison, ...]
    foreign: str = ""


def read_transcript(source: Path) -> tuple[Utterance, ...]:
    """Read a transcript: text, Markdown, Word, SubRip or WebVTT, told by content.

    Raises:
        DeskError: `intake.…` for a file that is no text, `transcript.…`; `name` is the file's.
    """
    try:
        return utterances_of(_text_of(_bytes_of(source)))
    except DeskError as error:
        raise DeskError(error.code, **{"name": source.name, **error.params}) from error


def compare(desk: Desk, story_id: str, source: Path) -> Beside:
    """Lay the direct quotes of a story beside a transcript, keeping nothing.

    Raises:
        DeskError: as `read_transcript`, or `story.…`.
    """
    package = packages.load(desk.store, story_id)
    return beside(package, source.name, read_transcript(source))


def beside(package: Package, name: str, utterances: tuple[Utterance, ...]) -> Beside:
    """Lay the direct quotes of a package beside what was said."""
    said = _ready(utterances)
    body = package.story.body
    comparisons = tuple(
        _comparison(row.id, row.span.of(body), row.span.start, said.compare(row.span.of(body)))
        for row in package.ledger
        if row.span and row.kind is not QuoteKind.INDIRECT
        if row.state is not LedgerState.NOT_A_QUOTE
    )
    heard = guess("\n".join(one.words for one in utterances))
    same = heard[:2] == package.story.language[:2].lower()
    return Beside(name=name, comparisons=comparisons, foreign="" if same else heard[:2])


def attach(desk: Desk, story_id: str, source: Path) -> tuple[str, Changes]:
    """Keep a transcript with a story, to compare the quotes again after edits; return its id.

    The same file is kept once.

    Raises:
        DeskError: as `read_transcript`.
    """
    utterances = read_transcript(source)
    digest = hashlib.sha256(_bytes_of(source)).hexdigest()
    kept = Transcript(
        id=uuid4().hex,
        story_id=story_id,
        name=source.name,
        digest=digest,
        utterances=utterances,
        added_by=desk.by,
        added_at=datetime.now(UTC),
    )
    with acting(desk.store, "attach-transcript", desk.by, story_id=story_id) as act:
        known = rows.of_story(act.connection, story_id)
        same = next((one.id for one in known if one.digest == digest), None)
        if same is None:
            act.insert("transcripts", rows.columns(kept))
    return same or kept.id, act.changes()


def detach(desk: Desk, story_id: str, transcript_id: str) -> Changes:
    """Take a transcript away from a story.

    Raises:
        DeskError: `transcript.unknown`.
    """
    with acting(desk.store, "detach-transcript", desk.by, story_id=story_id) as act:
        if all(one.id != transcript_id for one in rows.of_story(act.connection, story_id)):
            raise DeskError("transcript.unknown")
        act.delete("transcripts", transcript_id)
    return act.changes()


def attached(desk: Desk, story_id: str) -> tuple[Transcript, ...]:
    """Return the transcripts kept with a story, in the order they came."""
    with desk.store.reading() as connection:
        return rows.of_story(connection, story_id)


def compare_all(desk: Desk, package: Package) -> tuple[Comparison, ...]:
    """Return each direct quote of a package beside the transcript of its story that it is most like.

    Nothing when the story keeps no transcript.
    """
    kept = attached(desk, package.story.id)
    found = [beside(package, one.name, one.utterances).comparisons for one in kept]
    return tuple(
        min(several, key=lambda one: _ORDER.index(one.likeness))
        for several in zip(*found, strict=True)
    )


@lru_cache(maxsize=4)
def _ready(utterances: tuple[Utterance, ...]) -> Said:
    """Make a transcript ready once: it is asked again after every decision."""
    return Said(utterances)


def _comparison(row_id: str, words: str, start: int, verdict: Verdict) -> Comparison:
    return Comparison(
        row_id=row_id,
        span=Span(start, start + len(words)),
        words=words,
        likeness=verdict.likeness,
        passage=verdict.passage,
        changes=verdict.changes,
    )


def _bytes_of(source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise DeskError("intake.missing") from error
    except OSError as error:
        raise DeskError("transcript.unreadable", reason=error.strerror or "") from error
    if len(data) > LIMIT:
        raise DeskError("intake.too-large", limit=str(LIMIT // 1_000_000))
    return data


def _text_of(data: bytes) -> str:
    kind = kinds.kind_of(data)
    if kind is kinds.Kind.WORD:
        return word.paragraphs_of(data)
    if kind is not kinds.Kind.TEXT:
        raise DeskError("intake.binary")
    return decoding.decoded(data)[0]
