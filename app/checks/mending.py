"""Mending: fixes put into a package, words inside quotation marks never touched."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from app.domain.errors import DeskError
from app.domain.finding import Edit, Fix, Part
from app.domain.package import Package
from app.domain.text import Span
from app.language.quote_guard import QuoteGuard

_STORY_FIELDS = {
    Part.KICKER: "kicker",
    Part.HEADLINE: "headline",
    Part.STANDFIRST: "standfirst",
    Part.BYLINE: "byline",
    Part.DATELINE: "dateline",
    Part.BODY: "body",
}
_USE_FIELDS = {Part.CAPTION: "caption", Part.ALT: "alt", Part.CREDIT: "credit"}


def mend(package: Package, fixes: Iterable[Fix]) -> Package:
    """Return the package with the edits of all `fixes` made; places are those of `package`.

    Raises:
        DeskError: `fix.quoted-words` when an edit would change words between quotation marks,
            `fix.overlap` when two edits meet, `fix.no-place` when an edit names no text.
    """
    by_text: dict[tuple[Part, int | None], list[tuple[Span, str]]] = defaultdict(list)
    for edit in (edit for fix in fixes for edit in fix.edits):
        by_text[edit.place.part, edit.place.slot].append((_span(edit), edit.text))
    story, uses = package.story, {use.slot: use for use in package.uses}
    for (part, slot), edits in by_text.items():
        if part in _STORY_FIELDS:
            name = _STORY_FIELDS[part]
            words: dict[str, Any] = {name: _edited(getattr(story, name), edits)}
            story = replace(story, **words)
        elif slot in uses and part in _USE_FIELDS:
            use = uses[slot]
            words = {_USE_FIELDS[part]: _edited(getattr(use, _USE_FIELDS[part]), edits)}
            uses[slot] = replace(use, **words)
        else:
            raise DeskError("fix.no-place", part=part)
    return replace(package, story=story, uses=tuple(uses[use.slot] for use in package.uses))


@dataclass(slots=True)
class _Taken:
    """What is already to be changed in one text, so that a fix can be held against all of it."""

    edits: set[tuple[Span, str]] = field(default_factory=set)
    replaced: set[int] = field(default_factory=set)
    inserted: set[int] = field(default_factory=set)

    def meets(self, span: Span, text: str) -> bool:
        """Say whether an edit cannot be made together with those taken."""
        if (span, text) in self.edits:
            return False
        if not span:
            inside = {span.start - 1, span.start} <= self.replaced
            return inside or span.start in self.inserted
        points = range(span.start, span.end)
        return any(at in self.replaced for at in points) or any(
            at in self.inserted for at in points[1:]
        )

    def take(self, span: Span, text: str) -> None:
        """Count an edit among those taken."""
        self.edits.add((span, text))
        self.replaced.update(range(span.start, span.end))
        if not span:
            self.inserted.add(span.start)


def fixes_together(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return the fixes that can be made at one time: of two that meet, the one that comes first."""
    taken: dict[tuple[Part, int | None], _Taken] = defaultdict(_Taken)
    kept = []
    for fix in fixes:
        places = [
            (taken[edit.place.part, edit.place.slot], _span(edit), edit) for edit in fix.edits
        ]
        if not any(text.meets(span, edit.text) for text, span, edit in places):
            for text, span, edit in places:
                text.take(span, edit.text)
            kept.append(fix)
    return tuple(kept)


def _span(edit: Edit) -> Span:
    if edit.place.span is None:
        raise DeskError("fix.no-place", part=edit.place.part)
    return edit.place.span


def _edited(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    """Make edits that do not meet, all in places of the text as it was."""
    guard = QuoteGuard(text)
    ordered = sorted(dict.fromkeys(edits))
    for one, two in pairwise(ordered):
        if one[0].end > two[0].start or one[0] == two[0]:
            raise DeskError("fix.overlap", words=two[0].of(text))
    pieces, at = [], 0
    for span, words in ordered:
        if span.end > len(text):
            raise DeskError("fix.no-place", part=words)
        if guard.touches(span):
            raise DeskError("fix.quoted-words", words=span.of(text))
        pieces += [text[at : span.start], words]
        at = span.end
    return "".join((*pieces, text[at:]))
