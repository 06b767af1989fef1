"""Spans: places in copy, counted in code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import Cover, Span

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(*sorted(ends)))


def test_a_span_counts_code_points() -> None:
    assert Span(2, 5).of("😀 abc") == "abc"


def test_a_span_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="span"):
        Span(3, 2)


@given(one=spans, other=spans)
def test_two_spans_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))

    if len(one) and len(other):
        assert one.overlaps(other) == bool(shared)


@given(many=st.lists(spans, max_size=8), one=spans)
def test_many_stretches_are_asked_at_once(many: list[Span], one: Span) -> None:
    assert Cover(many).touches(one) == any(span.overlaps(one) for span in many)


def test_a_place_between_letters_overlaps_what_lies_around_it() -> None:
    assert Span(3, 3).overlaps(Span(2, 5))
    assert not Span(2, 2).overlaps(Span(2, 5))
    assert not Span(5, 5).overlaps(Span(2, 5))


@given(one=spans, other=spans)
def test_a_span_holds_what_adds_nothing_to_it(one: Span, other: Span) -> None:
    if one.holds(other):
        assert set(range(other.start, other.end)) <= set(range(one.start, one.end))


@given(span=spans, by=st.integers(0, 20))
def test_a_shifted_span_covers_the_same_words(span: Span, by: int) -> None:
    text = "abcdefghij" * 6

    assert span.shifted(by).of("." * by + text) == span.of(text)
