"""The copy under review without its signs; places still lead to the copy and back."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.review import Review, Suggestion
from app.domain.text import Span
from app.language.anchoring import anchor
from app.language.suggesting import edits
from ui.reviewing.marked import DELETED, INSERTED, marked
from ui.reviewing.rendered import LINKED, PICTURE, STRONG_WORDS, TITLE, Rendered, rendered

AT = datetime(2026, 3, 4, tzinfo=UTC)
BODY = "## La digue\n\n![](photo:1)\n\nUn **mot fort** et [un lien](https://a.example)."
SIGNS = ["a", "**b**", "*c*", "[d](e)", "\n\n## f", "\n\n", "![](photo:1)", "😀", "> g", "_h_"]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=10).map(" ".join)


def review(body: str, proposed: str) -> Review:
    made = tuple(
        Suggestion(id=str(n), anchor=anchor(body, span), put=put, by="Bo", at=AT, span=span)
        for n, (span, put) in enumerate(edits(body, proposed))
    )
    return Review(body=body, suggestions=made)


def shown(body: str, proposed: str = "") -> Rendered:
    return rendered(marked(review(body, proposed or body)), {1: "Photo\u00a01"})


def test_a_reader_sees_words_and_no_signs() -> None:
    found = shown(BODY)

    assert found.shown.text == "La digue\n\nPhoto\u00a01\n\nUn mot fort et un lien."
    looks = [(kind, span.of(found.shown.text)) for kind, span in found.looks]
    assert looks == [
        (TITLE, "La digue"),
        (PICTURE, "Photo\u00a01"),
        (STRONG_WORDS, "mot fort"),
        (LINKED, "un lien"),
    ]


def test_words_chosen_there_are_found_in_the_copy() -> None:
    found = shown(BODY).shown
    at = found.text.index("fort")

    assert found.in_body(Span(at, at + 4)).of(BODY) == "fort"
    there = BODY.index("lien]")
    assert found.shown(Span(there, there + 4)).of(found.text) == "lien"


def test_signs_that_are_suggested_stay() -> None:
    found = shown("Un mot fort.", "Un **mot** fort.")

    assert "**mot**" in found.shown.text


@given(body=TEXTS, proposed=TEXTS)
def test_no_suggestion_is_lost_and_every_place_lies_in_the_text(body: str, proposed: str) -> None:
    plain = marked(review(body, proposed))
    found = rendered(plain, {}).shown

    for before, after in zip(plain.marks, found.marks, strict=True):
        assert before.kind not in {INSERTED, DELETED} or before.span.of(
            plain.text
        ) == after.span.of(found.text)
    for point in range(len(found.text) + 1):
        back = found.in_body(Span(point, point)).start
        assert 0 <= back <= len(body)
