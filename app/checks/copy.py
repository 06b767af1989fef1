"""A story package as the rules read it: its texts, their places, and what is looked up once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache

from app.domain.finding import Edit, Part, Place
from app.domain.package import Package
from app.domain.photo import PhotoUse
from app.domain.text import Cover, Span
from app.language.accents import capitalised, lost_accents, lost_ligatures
from app.language.dates import FoundDate, Precision, dates_in
from app.language.names import names_in
from app.language.quote_guard import QuoteGuard
from app.language.spelling import accepted, doubts, is_accepted
from app.language.typography import TypoFault, faults

_STORY_PARTS = (
    (Part.KICKER, "kicker"),
    (Part.HEADLINE, "headline"),
    (Part.STANDFIRST, "standfirst"),
    (Part.BYLINE, "byline"),
    (Part.DATELINE, "dateline"),
    (Part.BODY, "body"),
)
_PROSE = frozenset({Part.KICKER, Part.HEADLINE, Part.STANDFIRST, Part.BODY, Part.CAPTION})
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LINES_KEPT = 8192
"""Lines whose reading is kept: while one paragraph is typed the others are not read again."""

LineReader = Callable[[str, str], tuple[tuple[Span, str], ...]]
"""What reads one line of copy in a language and returns places and words."""


def by_line(reader: LineReader) -> LineReader:
    """Make a reader remember the lines it has read."""
    return lru_cache(maxsize=_LINES_KEPT)(reader)


_names = by_line(names_in)
_dates = lru_cache(maxsize=_LINES_KEPT)(dates_in)
_doubts = by_line(doubts)
_lost = by_line(lambda line, _language: (*lost_accents(line), *lost_ligatures(line)))
_capitals = by_line(lambda line, _language: capitalised(line))


@dataclass(frozen=True)
class Text:
    """One text of a package, and what is known of it."""

    part: Part
    words: str
    language: str
    slot: int | None = None

    def place(self, span: Span | None = None) -> Place:
        """Return a place in this text."""
        return Place(self.part, span, self.slot)

    def edit(self, span: Span, words: str) -> Edit:
        """Return the edit that puts `words` at `span`."""
        return Edit(self.place(span), words)

    @cached_property
    def guard(self) -> QuoteGuard:
        """What stands between quotation marks."""
        return QuoteGuard(self.words)

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The lines that hold words, each with its place; a paragraph is a line."""
        found = _LINE.finditer(self.words)
        return tuple((match.start(), match[0]) for match in found)

    def read(self, reader: LineReader) -> list[tuple[Span, str]]:
        """Return what `reader` finds line by line, in places of the whole text."""
        return [
            (span.shifted(start), found)
            for start, line in self.lines
            for span, found in reader(line, self.language)
        ]

    @cached_property
    def names(self) -> list[tuple[Span, str]]:
        """The people named, with their places."""
        return self.read(_names)

    @cached_property
    def faults(self) -> tuple[TypoFault, ...]:
        """What is not set as its country sets it."""
        return faults(self.words, self.language)

    def dates(self, near: date | None) -> tuple[FoundDate, ...]:
        """Return the dates written, years taken as the closest to `near`."""
        return tuple(
            replace(found, span=found.span.shifted(start))
            for start, line in self.lines
            for found in _dates(line, self.language, near)
        )


@dataclass(frozen=True)
class Copy:
    """A package under check. `now` is the moment of checking, aware."""

    package: Package
    now: datetime
    french: bool = field(init=False)

    def __post_init__(self) -> None:
        """Say once which language the rules read."""
        object.__setattr__(self, "french", self.package.story.language.lower().startswith("fr"))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that is not empty, in reading order; captions and their kin last."""
        story, language = self.package.story, self.package.story.language
        own = [Text(part, getattr(story, name), language) for part, name in _STORY_PARTS]
        for use in self.package.uses:
            own += [
                Text(Part.CAPTION, use.caption, language, use.slot),
                Text(Part.ALT, use.alt, language, use.slot),
                Text(Part.CREDIT, use.credit, language, use.slot),
            ]
        return tuple(text for text in own if text.words.strip())

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """The texts a reader reads as sentences: title fields, body, captions."""
        return tuple(text for text in self.texts if text.part in _PROSE)

    @cached_property
    def body(self) -> Text:
        """The body, be it empty."""
        return Text(Part.BODY, self.package.story.body, self.package.story.language)

    @cached_property
    def day(self) -> date | None:
        """The day of the events: as the story says, else the latest full date of its captions."""
        if self.package.story.dated:
            return self.package.story.dated
        days = [
            found.date
            for text in self.prose
            for found in text.dates(None)
            if found.date and found.precision is Precision.DAY and found.date <= self.now.date()
        ]
        return max(days, default=None)

    @cached_property
    def capitals(self) -> Mapping[str, list[tuple[Text, Span]]]:
        """Every word with a capital, with the places where it stands."""
        found: dict[str, list[tuple[Text, Span]]] = defaultdict(list)
        for text in self.prose:
            for span, word in text.read(_capitals):
                found[word].append((text, span))
        return found

    @cached_property
    def unknown(self) -> tuple[tuple[Text, Span, str], ...]:
        """The words neither dictionaries nor register nor captions know, in reading order."""
        allowed = accepted(tuple(self._known()))
        return tuple(
            (text, span, word)
            for text in self.prose
            for span, word in self._doubted(text)
            if not is_accepted(word, allowed)
        )

    def _doubted(self, text: Text) -> Iterator[tuple[Span, str]]:
        # A word that only lost its accent or its ligature has a remark of its own, with a mend.
        lost = [span for span, _right in text.read(_lost)] if self.french else []
        covered = Cover(lost)
        for span, word in text.read(_doubts):
            if not covered.touches(span):
                yield span, word

    def _known(self) -> Iterator[str]:
        package = self.package
        yield from package.dictionary
        for person in package.people:
            yield from person.names()
        for use in package.uses:
            yield from use.persons
        for photo in package.photos.values():
            yield from photo.metadata.persons

    def caption(self, use: PhotoUse) -> Text:
        """Return the caption of one use as a text."""
        return Text(Part.CAPTION, use.caption, self.package.story.language, use.slot)

    def alt(self, use: PhotoUse) -> str:
        """Return the alternative text as published: of the use, else of the picture."""
        photo = self.package.photo_of(use)
        return use.alt or (photo.metadata.alt if photo else "")
