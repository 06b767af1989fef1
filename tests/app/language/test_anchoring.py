"""Anchored words are found again where they went, and not where others stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import Span
from app.language.anchoring import anchor, found

BODY = "La maire a dit oui. Le quai rouvrira.\n\nLe port a dit oui. Le pont aussi, selon la mairie."


def span_of(words: str, body: str = BODY, *, last: bool = False) -> Span:
    at = body.rindex(words) if last else body.index(words)
    return Span(at, at + len(words))


@given(body=st.text(min_size=1, max_size=120), data=st.data())
def test_in_a_text_that_stayed_every_place_is_found(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(body))))

    assert found(anchor(body, span), body) == span


def test_words_move_with_their_paragraph() -> None:
    changed = "Un chapeau tout neuf, plutôt long.\n\n" + BODY

    where = found(anchor(BODY, span_of("dit oui", last=True)), changed)

    assert where == span_of("dit oui", changed, last=True)


def test_twins_are_told_apart_by_what_is_around() -> None:
    place = anchor(BODY, span_of("dit oui", last=True))
    turned = "\n\n".join(reversed(BODY.split("\n\n")))

    where = found(place, turned)

    assert where == span_of("dit oui", turned)


def test_words_changed_a_little_are_found_unless_the_very_words_are_asked() -> None:
    place = anchor(BODY, span_of("Le pont aussi, selon la mairie"))
    changed = BODY.replace("selon la mairie", "selon le mairie")

    assert found(place, changed) is not None
    assert found(place, changed, exactly=True) is None


def test_words_that_went_are_found_nowhere() -> None:
    assert found(anchor(BODY, span_of("rouvrira")), "Tout autre chose.") is None


@pytest.mark.parametrize("at", [0, 19, 37, len(BODY)])
def test_a_place_between_characters_moves_with_its_neighbours(at: int) -> None:
    changed = "Un mot.\n\n" + BODY

    assert found(anchor(BODY, Span(at, at)), changed) == Span(at + 9, at + 9)


def test_a_place_whose_neighbours_went_is_lost() -> None:
    assert found(anchor(BODY, Span(19, 19)), "Rien de tel ici, vraiment rien du tout.") is None
