"""The copy under review, put in anew after every act, however long it is."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.review import Review
from app.domain.text import Span
from ui.reviewing.marked import marked
from ui.reviewing.paper import Paper, differing
from ui.reviewing.rendered import Rendered, rendered

TEXTS = st.text(alphabet="ab\n😀", max_size=12)


def read(body: str) -> Rendered:
    return rendered(marked(Review(body=body)), {})


@given(before=TEXTS, after=TEXTS)
def test_what_differs_put_in_the_place_of_what_was_makes_the_other_text(
    before: str, after: str
) -> None:
    was, now = differing(before, after)

    assert before[: was.start] + now.of(after) + before[was.end :] == after
    assert was or now or before == after


def test_a_text_takes_the_place_of_another_with_its_own_looks(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    for body in ("", "# One 😀\n\n**two** three", "# One 😀\n\nnew\n\n**two** three", "**x**", "x"):
        fresh = Paper()
        qtbot.addWidget(fresh)
        paper.show_rendered(read(body))
        fresh.show_rendered(read(body))

        assert paper.text() == paper.toPlainText() == fresh.text()
        assert paper.document().toHtml() == fresh.document().toHtml()


def test_what_was_put_in_is_not_taken_back(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_rendered(read("one\n\n**two**"))
    paper.show_proposal("one\n\n**two** and more")
    assert not paper.document().isUndoAvailable()

    paper.moveCursor(QTextCursor.MoveOperation.End)
    paper.insertPlainText("!")
    assert paper.text() == "one\n\n**two** and more!"
    paper.undo()
    assert paper.text() == "one\n\n**two** and more"
    paper.insertPlainText("?")
    paper.show_rendered(read("one\n\n**two** 😀"))
    assert paper.toPlainText() == paper.text() == "one\n\ntwo 😀"


def test_a_place_is_that_of_its_words(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_rendered(read("😀 **one** two"))
    paper.show_place(Span(10, 13))

    paper.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    assert paper.textCursor().selectedText() == "two"
    assert paper.selected() == Span(10, 13)
