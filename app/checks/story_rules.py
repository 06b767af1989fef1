"""The story as a whole: its headline, its embargo, its length, its pictures, its sources."""

from collections.abc import Iterable

from app.checks.copy import Copy
from app.checks.registry import Remark, rule
from app.domain.finding import Part, Place, Severity
from app.domain.quote import LedgerState
from app.domain.story import SLOT_ANYWHERE, word_count
from app.domain.text import Span

_HEADLINE_LONGEST = 110
"""What is shown of a headline elsewhere, in code points (Google's long-standing limit for news)."""

_FEW = 3
"""With fewer quotes than this one source is no surprise."""

_FAR_FROM_TARGET = 0.15


@rule("STO001", Severity.BLOCK, Part.HEADLINE)
def missing_headline(copy: Copy) -> Iterable[Remark]:
    """A story without a headline."""
    if not copy.package.story.headline.strip():
        yield Remark(place=Place(Part.HEADLINE))


@rule("STO002", Severity.WARNING, Part.HEADLINE, "count", "limit")
def long_headline(copy: Copy) -> Iterable[Remark]:
    """A headline that will be cut where it is shown elsewhere."""
    headline = copy.package.story.headline.strip()
    if len(headline) > _HEADLINE_LONGEST:
        params = (("count", str(len(headline))), ("limit", str(_HEADLINE_LONGEST)))
        yield Remark(place=Place(Part.HEADLINE), excerpt=headline, params=params)


@rule("STO003", Severity.BLOCK, Part.STORY, "until")
def under_embargo(copy: Copy) -> Iterable[Remark]:
    """A story that may not appear yet."""
    embargo = copy.package.story.embargo
    if embargo and embargo > copy.now:
        until = embargo.strftime("%Y-%m-%d %H:%M UTC")
        yield Remark(place=Place(Part.STORY), excerpt=until, params=(("until", until),))


@rule("STO004", Severity.HINT, Part.BODY, "speaker", "count")
def single_source(copy: Copy) -> Iterable[Remark]:
    """A story that rests on one voice."""
    confirmed = {
        row.span: row.speaker for row in copy.package.ledger if row.state is LedgerState.CONFIRMED
    }
    voices = [
        confirmed.get(quote.span) or (quote.speaker.name or quote.speaker.text)
        for quote in copy.package.attribution.quotes
        if quote.speaker
    ]
    told = {voice for voice in voices if voice}
    if len(voices) >= _FEW and len(told) == 1:
        speaker = next(iter(told))
        params = (("speaker", speaker), ("count", str(len(voices))))
        yield Remark(place=Place(Part.STORY), excerpt=speaker, params=params)


@rule("STO005", Severity.BLOCK, Part.BODY)
def empty_body(copy: Copy) -> Iterable[Remark]:
    """A story without a word in it."""
    if not SLOT_ANYWHERE.sub("", copy.package.story.body).strip():
        yield Remark(place=Place(Part.BODY))


@rule("STO006", Severity.HINT, Part.BODY, "count", "target")
def off_target(copy: Copy) -> Iterable[Remark]:
    """A story far longer or shorter than was asked for."""
    target = copy.package.story.target_words
    if not target:
        return
    count = word_count(copy.package.story.body)
    if abs(count - target) > target * _FAR_FROM_TARGET:
        params = (("count", str(count)), ("target", str(target)))
        yield Remark(place=Place(Part.STORY), params=params)


@rule("STO007", Severity.BLOCK, Part.BODY, "slot")
def dead_slot(copy: Copy) -> Iterable[Remark]:
    """A photo slot in the body that no picture and no caption belong to."""
    known = {use.slot for use in copy.package.uses}
    for match in SLOT_ANYWHERE.finditer(copy.package.story.body):
        if int(match[1]) not in known:
            place = Place(Part.BODY, Span(*match.span()))
            yield Remark(place=place, excerpt=match[0], params=(("slot", match[1]),))


@rule("STO008", Severity.WARNING, Part.BODY, "slot")
def slot_twice(copy: Copy) -> Iterable[Remark]:
    """The same photo slot twice in the body."""
    seen: set[str] = set()
    for match in SLOT_ANYWHERE.finditer(copy.package.story.body):
        if match[1] in seen:
            place = Place(Part.BODY, Span(*match.span()))
            yield Remark(place=place, excerpt=match[0], params=(("slot", match[1]),))
        seen.add(match[1])


RULES = (
    missing_headline,
    long_headline,
    under_embargo,
    single_source,
    empty_body,
    off_target,
    dead_slot,
    slot_twice,
)
