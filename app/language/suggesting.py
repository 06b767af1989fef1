"""Suggestions as edits of a clean text: what a proposal differs by, and the proposal again."""

from collections.abc import Iterable, Sequence

from app.domain.history import Passage
from app.domain.rewording import Turn
from app.domain.text import Span
from app.language.difference import passages

Edit = tuple[Span, str]


def edits(body: str, proposed: str) -> tuple[Edit, ...]:
    """Return the edits that make a proposal of a body, in order; none touches another."""
    found: Sequence[Passage] = passages(body, proposed)
    return tuple((one.was, one.now.of(proposed)) for one in found if one.turn is not Turn.KEPT)


def applied(body: str, wanted: Iterable[Edit]) -> str:
    """Return a body with edits made; of two that reach for the same words the first is made."""
    parts, at = [], 0
    for span, text in apart(wanted):
        parts += [body[at : span.start], text]
        at = span.end
    return "".join([*parts, body[at:]])


def apart(wanted: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits in the order of the text, without those that reach into one before."""
    kept: list[Edit] = []
    for span, text in sorted(wanted, key=lambda edit: (edit[0].start, edit[0].end)):
        last = kept[-1][0] if kept else None
        if last is None or span.start > last.end or (span.start == last.end and span != last):
            kept.append((span, text))
    return tuple(kept)
