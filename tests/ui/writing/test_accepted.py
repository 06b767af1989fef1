"""Places of the text as it reads with all accepted, and of the document that shows it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui import theme
from ui.writing.accepted import Accepted
from ui.writing.document import from_raw
from ui.writing.pieces import DELETED, INSERTED, Piece
from ui.writing.tracked import TrackedPaper
from ui.writing.tracking import runs

PIECES = st.lists(
    st.builds(
        Piece,
        st.sampled_from(["un ", "😀", "\n\n", "e\u0301", "«\u00a0oui\u00a0»", "שלום", "a\nb"]),
        st.sampled_from(["", INSERTED, DELETED]),
        st.sampled_from(["Ana", "Bo"]),
    ),
    min_size=1,
    max_size=10,
)


@pytest.fixture
def paper(qtbot: QtBot) -> TrackedPaper:
    made = TrackedPaper(theme.serif(12))
    qtbot.addWidget(made)
    return made


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None
)
@given(shown=PIECES, data=st.data())
def test_a_span_of_the_text_is_found_in_the_document(
    paper: TrackedPaper, shown: list[Piece], data: st.DataObject
) -> None:
    paper.show_pieces(shown, "Ana")
    read = Accepted(runs(paper.document()))
    assert read.text == "".join(piece.text for piece in shown if piece.kind != DELETED)

    start = data.draw(st.integers(0, len(read.text)))
    span = Span(start, data.draw(st.integers(start, len(read.text))))
    whole = from_raw(paper.document().toRawText())
    assert "".join(part.of(whole) for part in read.within(span)) == span.of(read.text)


def test_places_go_both_ways(paper: TrackedPaper) -> None:
    paper.show_pieces(
        (Piece("La "), Piece("😀 digue", DELETED, "Bo"), Piece("jetée", INSERTED, "Bo"), Piece(".")),
        "Ana",
    )  # fmt: skip
    read = Accepted(runs(paper.document()))

    assert read.text == "La jetée."
    assert read.ends(Span(3, 8)) == (11, 16)
    assert read.ends(Span(2, 4)) == (2, 12)
    assert [read.point_of(place) for place in (0, 3, 7, 11, 13, 17)] == [0, 3, 3, 3, 5, 9]
