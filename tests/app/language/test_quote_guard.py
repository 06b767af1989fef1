"""The guard: words between marks may not be touched, marks and spaces beside them may."""

from app.domain.text import Span
from app.language.quote_guard import QuoteGuard

COPY = 'Il dit « oui à "tout" » puis “non”.'


def _at(words: str) -> Span:
    start = COPY.index(words)
    return Span(start, start + len(words))


def test_quoted_words_are_touched_and_others_not() -> None:
    guard = QuoteGuard(COPY)

    assert guard.touches(_at("oui"))
    assert guard.touches(_at("tout"))
    assert guard.touches(_at("dit « o"))
    assert not guard.touches(_at("dit"))
    assert not guard.touches(_at(" puis "))


def test_marks_and_spaces_beside_them_are_free() -> None:
    guard = QuoteGuard(COPY)

    assert not guard.touches(_at("« "))
    assert not guard.touches(_at(" »"))
    assert not guard.touches(Span(_at("oui").start, _at("oui").start))


def test_an_insertion_inside_is_a_change() -> None:
    guard = QuoteGuard(COPY)
    inside = _at("oui").start + 1

    assert guard.touches(Span(inside, inside))
    assert not guard.touches(Span(0, 0))


def test_only_the_outermost_stretches_are_told() -> None:
    assert [span.of(COPY) for span in QuoteGuard(COPY).stretches()] == ['oui à "tout"', "non"]
