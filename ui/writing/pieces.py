"""The copy with what is suggested in line, piece by piece; and copy and proposal out of pieces again."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.review import Review, Suggestion, SuggestionState
from app.domain.text import Span

INSERTED, DELETED = "inserted", "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of Markdown. `kind` is "" for copy that stands, else `INSERTED` or `DELETED`.

    `by` is whose suggestion it is, `key` its id ("" while it is being typed).
    """

    text: str
    kind: str = ""
    by: str = ""
    key: str = ""


def pieces(review: Review, me: str) -> tuple[Piece, ...]:
    """Return the copy with its open suggestions in line, what goes before what comes.

    Of two that reach for the same words one is shown: that of `me`, else the first in the text.
    """
    found: list[Piece] = []
    at = 0
    for one, span in _in_line(review, me):
        found.append(Piece(review.body[at : span.start]))
        found.append(Piece(span.of(review.body), DELETED, one.by, one.id))
        found.append(Piece(one.put, INSERTED, one.by, one.id))
        at = span.end
    found.append(Piece(review.body[at:]))
    return tuple(piece for piece in found if piece.text)


def copy_of(shown: Iterable[Piece]) -> str:
    """Return the copy as it stands: without what is only suggested."""
    return "".join(piece.text for piece in shown if piece.kind != INSERTED)


def proposal_of(shown: Iterable[Piece], me: str) -> str:
    """Return the copy as `me` proposes it; what others suggest is no part of it."""
    mine = {INSERTED: True, DELETED: False, "": True}
    others = {INSERTED: False, DELETED: True}
    return "".join(
        piece.text
        for piece in shown
        if (mine if piece.by == me or not piece.kind else others)[piece.kind]
    )


def _in_line(review: Review, me: str) -> list[tuple[Suggestion, Span]]:
    placed = [
        (one, one.span)
        for one in review.suggestions
        if one.state is SuggestionState.OPEN and one.span is not None
    ]
    kept: list[tuple[Suggestion, Span]] = []
    for one, span in sorted(placed, key=lambda pair: (pair[0].by != me, pair[1])):
        if not any(_meet(span, other) for _one, other in kept):
            kept.append((one, span))
    return sorted(kept, key=lambda pair: pair[1])


def _meet(one: Span, other: Span) -> bool:
    """Say whether two stretches reach for the same words; two insertions at one place do not."""
    if not one or not other:
        return one.start < other.end and other.start < one.end
    return one.overlaps(other)
