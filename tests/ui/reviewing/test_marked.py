"""Suggestions in line, and the way back to the copy."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.review import Remark, Review, Suggestion
from app.domain.text import Span
from app.language.anchoring import anchor
from app.language.suggesting import edits
from ui.reviewing.marked import DELETED, INSERTED, REMARKED, Units, marked

AT = datetime(2026, 3, 4, tzinfo=UTC)
TEXTS = st.lists(st.sampled_from(["a", "b", "😀", "\n\n", "é"]), max_size=14).map(" ".join)


def review(body: str, proposed: str) -> Review:
    made = tuple(
        Suggestion(id=str(n), anchor=anchor(body, span), put=put, by="Bo", at=AT, span=span)
        for n, (span, put) in enumerate(edits(body, proposed))
    )
    return Review(body=body, suggestions=made)


@given(body=TEXTS, proposed=TEXTS)
def test_without_the_deletions_it_reads_as_proposed_and_without_the_insertions_as_the_copy(
    body: str, proposed: str
) -> None:
    found = marked(review(body, proposed))

    for kind, text in ((DELETED, proposed), (INSERTED, body)):
        left = found.text
        for mark in reversed([one for one in found.marks if one.kind == kind]):
            left = left[: mark.span.start] + left[mark.span.end :]
        assert left == text


@given(body=TEXTS, proposed=TEXTS, data=st.data())
def test_places_of_the_copy_lead_there_and_back(
    body: str, proposed: str, data: st.DataObject
) -> None:
    found = marked(review(body, proposed))
    at = data.draw(st.integers(0, max(0, len(body) - 1)))

    assert found.in_body(found.shown(Span(at, at))).start == at


@given(text=TEXTS, data=st.data())
def test_units_of_qt_lead_there_and_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    places = Units(text)
    assert places.units(at) == len(text[:at].encode("utf-16-le")) // 2
    assert places.point(places.units(at)) == at


def test_a_remark_is_marked_where_its_words_are_shown() -> None:
    base = review("one two three", "one and two three")
    said = Remark(
        id="r",
        anchor=anchor("one two three", Span(8, 13)),
        text="?",
        by="Bo",
        at=AT,
        span=Span(8, 13),
    )
    found = marked(Review(body=base.body, suggestions=base.suggestions, remarks=(said,)))

    (mark,) = [one for one in found.marks if one.kind == REMARKED]
    assert mark.span.of(found.text) == "three"
