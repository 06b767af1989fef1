"""Mending: fixes put into a package, words inside quotation marks never touched."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
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


def _span(edit: Edit) -> Span:
    if edit.place.span is None:
        raise DeskError("fix.no-place", part=edit.place.part)
    return edit.place.span


def _edited(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    """Make edits from right to left, so that each finds its place as it was."""
    guard = QuoteGuard(text)
    ordered = sorted(dict.fromkeys(edits))
    for one, two in pairwise(ordered):
        if one[0].end > two[0].start or one[0] == two[0]:
            raise DeskError("fix.overlap", words=two[0].of(text))
    for span, words in reversed(ordered):
        if span.end > len(text):
            raise DeskError("fix.no-place", part=words)
        if guard.touches(span):
            raise DeskError("fix.quoted-words", words=span.of(text))
        text = text[: span.start] + words + text[span.end :]
    return text
