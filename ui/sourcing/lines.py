"""The quotes of a story as the list shows them, and who speaks how much."""

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from app.desk.desk import Desk
from app.desk.sources import sourcing, transcribing
from app.desk.sources.reporting import turns_of
from app.desk.stories import filing
from app.domain.finding import Finding, Mute, Part, Waiver
from app.domain.package import Package
from app.domain.person import Person
from app.domain.quote import LedgerRow, LedgerState, QuoteKind, SourceKind
from app.domain.rewording import Reworded
from app.domain.story import word_count
from app.domain.transcript import Comparison, Transcript
from ui.sourcing.reading import Paragraph, paragraphs
from ui.words import _


class Standing(StrEnum):
    """Where a quote stands: decided, or what is open about it."""

    CONFIRMED = "confirmed"
    SUGGESTED = "suggested"
    NO_SOURCE = "no-source"
    ALTERED = "altered"
    NOT_A_QUOTE = "not-a-quote"
    GONE = "gone"


OPEN = frozenset({Standing.SUGGESTED, Standing.NO_SOURCE, Standing.ALTERED})
"""What still asks for a decision."""


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One quote. `number` counts from 1 in reading order; 0 once its words left the text.

    `changes` lead from the words confirmed to those that stand now, where they were altered.
    `said` is the quote beside the transcripts of the story, when there are any.
    """

    number: int
    row: LedgerRow
    standing: Standing
    changes: tuple[Reworded, ...] = ()
    said: Comparison | None = None

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to decide."""
        return self.standing in OPEN


@dataclass(frozen=True, slots=True)
class Tally:
    """How much one source says. `speaker` is "" for words without a source.

    `order` are the numbers of its quotes; `turns` where they stand, as shares of the text.
    """

    speaker: str
    words: int
    quotes: int
    kinds: tuple[QuoteKind, ...]
    sources: tuple[SourceKind, ...] = ()
    order: tuple[int, ...] = ()
    turns: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """All the sources place shows of one story.

    `captions` are by slot number; `shown` is the body as a reader sees it, once set; `people` is
    the register; `findings` are those about sources and names, in reading order, `waivers` and
    `mutes` what was passed over. What is not `read` yet may hold any number of quotes.
    """

    read: bool = False
    body: str = ""
    lines: tuple[QuoteLine, ...] = ()
    tallies: tuple[Tally, ...] = ()
    names: tuple[str, ...] = ()
    captions: tuple[tuple[int, str], ...] = ()
    shown: tuple[Paragraph, ...] = ()
    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    mutes: tuple[Mute, ...] = ()
    transcripts: tuple[Transcript, ...] = ()

    def open_count(self) -> int:
        """Return how many quotes still ask for a decision."""
        return sum(line.standing in OPEN for line in self.lines)

    def quote_count(self) -> int:
        """Return how many quotes stand in the text."""
        counted = {Standing.NOT_A_QUOTE, Standing.GONE}
        return sum(line.standing not in counted for line in self.lines)


def seen(desk: Desk, story_id: str) -> Sight:
    """Read the quotes of a story afresh in the proof room and set its body; not on the main thread."""
    sight = desk.apart(look, story_id)
    slots = {slot: _photo_words(slot, caption) for slot, caption in sight.captions}
    return replace(sight, shown=paragraphs(sight.body, slots))


def look(desk: Desk, story_id: str) -> Sight:
    """Read the quotes of a story afresh, its body not set yet; takes time."""
    package = filing.package(desk, story_id)
    body = package.story.body
    said = {one.row_id: one for one in transcribing.compare_all(desk, package)}
    lines = tuple(
        replace(line, said=said.get(line.row.id), changes=_changes(line, body))
        for line in numbered(package.ledger)
    )
    return Sight(
        read=True,
        body=body,
        lines=lines,
        tallies=tallied(lines, body),
        names=names_of(package, tuple(person.name for person in package.people)),
        captions=tuple((use.slot, use.caption) for use in package.uses),
        people=package.people,
        findings=tuple(filter(concerns, sourcing.standing(package))),
        waivers=package.waivers,
        mutes=package.mutes,
        transcripts=transcribing.attached(desk, story_id),
    )


def _photo_words(slot: int, caption: str) -> str:
    words = _("Photo {n}").format(n=slot)
    return f"{words} — {caption}" if caption else words


def concerns(finding: Finding) -> bool:
    """Say whether a finding is about who speaks or how names are spelled in the text."""
    return finding.place.part is Part.BODY and finding.code[:3] in {"ATT", "NAM"}


def _changes(line: QuoteLine, body: str) -> tuple[Reworded, ...]:
    altered = line.standing is Standing.ALTERED
    return sourcing.changed_words(line.row, body) if altered else ()


def numbered(rows: tuple[LedgerRow, ...]) -> tuple[QuoteLine, ...]:
    """Return the rows of a ledger with their numbers and what is open about each."""
    lines = []
    number = 0
    for row in rows:
        number += row.span is not None
        lines.append(QuoteLine(number if row.span else 0, row, standing_of(row)))
    return tuple(lines)


def standing_of(row: LedgerRow) -> Standing:
    """Return where a row of the ledger stands."""
    if row.span is None:
        return Standing.GONE
    if row.state is LedgerState.OPEN:
        return Standing.SUGGESTED if row.speaker else Standing.NO_SOURCE
    if row.state is LedgerState.ALTERED:
        return Standing.ALTERED
    return Standing.NOT_A_QUOTE if row.state is LedgerState.NOT_A_QUOTE else Standing.CONFIRMED


def tallied(lines: tuple[QuoteLine, ...], body: str = "") -> tuple[Tally, ...]:
    """Return how much each source says, most words first, words without a source last."""
    by_speaker: defaultdict[str, list[QuoteLine]] = defaultdict(list)
    for line in lines:
        if line.standing not in {Standing.NOT_A_QUOTE, Standing.GONE}:
            by_speaker[line.row.speaker].append(line)
    tallies = [_tally(speaker, spoken, body) for speaker, spoken in by_speaker.items()]
    return tuple(sorted(tallies, key=lambda one: (not one.speaker, -one.words, one.speaker)))


def names_of(package: Package, register: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names a quote may be given: those of the story, then those of the register."""
    mentioned = [mention.name for mention in package.attribution.mentions if mention.name]
    speaking = [row.speaker for row in package.ledger if row.speaker]
    found = dict.fromkeys([*speaking, *mentioned])
    return (*found, *(name for name in register if name not in found))


def _tally(speaker: str, lines: list[QuoteLine], body: str) -> Tally:
    rows = [line.row for line in lines]
    kinds = {row.kind for row in rows}
    spoken = [row.quote.speaker.kind for row in rows if row.quote and row.quote.speaker]
    return Tally(
        speaker=speaker,
        words=sum(word_count(row.words) for row in rows),
        quotes=len(rows),
        kinds=tuple(kind for kind in QuoteKind if kind in kinds),
        sources=tuple(kind for kind in SourceKind if kind in spoken) if speaker else (),
        order=tuple(line.number for line in lines),
        turns=turns_of(body, rows),
    )
