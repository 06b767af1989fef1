"""Copy with suggestions in line, and copy and proposal out of it again."""

from datetime import UTC, datetime

from app.domain.review import Anchor, Review, Suggestion, SuggestionState
from app.domain.text import Span
from ui.writing.pieces import DELETED, INSERTED, Piece, copy_of, pieces, proposal_of

BODY = "La digue tiendra."
AT = datetime(2026, 3, 2, tzinfo=UTC)


def one(key: str, by: str, span: Span | None, put: str, state: str = "open") -> Suggestion:
    words = span.of(BODY) if span else ""
    return Suggestion(
        id=key,
        anchor=Anchor(words, "", "", 0),
        put=put,
        by=by,
        at=AT,
        state=SuggestionState(state),
        span=span,
    )


def test_suggestions_stand_in_line_each_with_its_author() -> None:
    mine, theirs = one("a", "Ana", Span(3, 8), "jetée"), one("b", "Bo", Span(16, 16), " bien")
    shown = pieces(Review(body=BODY, suggestions=(theirs, mine)), "Ana")

    assert shown == (
        Piece("La "),
        Piece("digue", DELETED, "Ana", "a"),
        Piece("jetée", INSERTED, "Ana", "a"),
        Piece(" tiendra"),
        Piece(" bien", INSERTED, "Bo", "b"),
        Piece("."),
    )
    assert copy_of(shown) == BODY
    assert proposal_of(shown, "Ana") == "La jetée tiendra."
    assert proposal_of(shown, "Bo") == "La digue tiendra bien."


def test_of_two_for_the_same_words_ones_own_is_shown() -> None:
    mine, theirs = one("a", "Ana", Span(3, 8), "jetée"), one("b", "Bo", Span(0, 8), "Elle")
    shown = pieces(Review(body=BODY, suggestions=(theirs, mine)), "Ana")

    assert {piece.key for piece in shown if piece.kind} == {"a"}


def test_decided_and_lost_ones_are_not_shown() -> None:
    gone, done = one("a", "Ana", None, "x"), one("b", "Bo", Span(0, 2), "Une", "accepted")

    assert pieces(Review(body=BODY, suggestions=(gone, done)), "Ana") == (Piece(BODY),)
