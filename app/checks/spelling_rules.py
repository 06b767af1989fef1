"""Spelling: words no dictionary knows, and names nobody at the desk has met.

What to write instead is asked for when an editor wants it (`app.desk.stories.spelling.near`): it takes
too long for a check. Words inside quotation marks are remarked, never mended.
"""

from collections.abc import Iterable, Iterator

from app.checks.copy import Copy, Text, by_line
from app.checks.registry import Remark, rule
from app.domain.finding import Part, Severity
from app.domain.text import Span
from app.language.accents import lost_accents, lost_ligatures
from app.language.spelling import accepted, doubts, is_accepted, is_name, trouble

_doubts = by_line(doubts)
_lost = by_line(lambda line, _language: (*lost_accents(line), *lost_ligatures(line)))


@rule("SPE001", Severity.WARNING, Part.BODY, "word", "quoted")
def unknown_words(copy: Copy) -> Iterable[Remark]:
    """A word in small letters that the dictionary of its paragraph's language does not know."""
    for text, span, word in _unknown(copy):
        if not is_name(word):
            yield _remark(text, span, word)


@rule("SPE002", Severity.HINT, Part.BODY, "word", "quoted")
def unknown_names(copy: Copy) -> Iterable[Remark]:
    """A name neither dictionary nor register knows; told once a story."""
    told: set[str] = set()
    for text, span, word in _unknown(copy):
        if is_name(word) and word not in told:
            told.add(word)
            yield _remark(text, span, word)


@rule("SPE003", Severity.HINT, Part.STORY, "reason")
def spelling_unread(copy: Copy) -> Iterable[Remark]:
    """Spelling that cannot be read here at all, as something of the program is missing."""
    if found := trouble(copy.package.story.language):
        reason = found.params.get("reason", "")
        yield Remark(place=copy.body.place(), params=(("reason", reason),))


def _unknown(copy: Copy) -> Iterator[tuple[Text, Span, str]]:
    allowed = accepted(tuple(_known(copy)))
    for text in copy.prose:
        # A word that only lost its accent or its ligature has a remark of its own, with a mend.
        lost = {span for span, _right in text.read(_lost)} if copy.french else set()
        for span, word in text.read(_doubts):
            if not is_accepted(word, allowed) and not any(span.overlaps(one) for one in lost):
                yield text, span, word


def _known(copy: Copy) -> Iterator[str]:
    package = copy.package
    yield from package.dictionary
    for person in package.people:
        yield from person.names()
    for use in package.uses:
        yield from use.persons
    for photo in package.photos.values():
        yield from photo.metadata.persons


def _remark(text: Text, span: Span, word: str) -> Remark:
    quoted = "1" if text.guard.touches(span) else ""
    return Remark(place=text.place(span), excerpt=word, params=(("word", word), ("quoted", quoted)))


RULES = (unknown_words, unknown_names, spelling_unread)
