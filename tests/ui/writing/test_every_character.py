"""Every character survives: typed, copied, pasted, saved, opened again, published."""

import html
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing, writing
from ui import theme
from ui.spans import PARAGRAPH
from ui.writing.document import LONGEST_BLOCK
from ui.writing.paper import Paper

HARD = (
    "«\u00a0Été\u202f! »",
    "10\u202f000\u00a0km \u2009 fin",
    "😀 👩‍👩‍👧‍👦 🇫🇷 a\U0001f9edb",
    "e\u0301 n\u0303 a\u0300\u0323 ﬁ œ Œ",
    "שלום עולם \u200f(1)\u200f مرحبا abc",
    "½ € ‰ № — – … ’ ʼ “„”",
    "日本語 한국어 \u200b\u200d\u00ad",
)
LETTERS = st.text(
    st.sampled_from("abé «»’\u00a0\u202f\u2009😀e\u0301שלם👩\u200d👧—…\u00ad𝄞"),
    min_size=1,
    max_size=30,
)

Paste = Callable[[Paper, str], None]


@pytest.fixture
def paper(qtbot: QtBot) -> Iterator[Paper]:
    made = Paper(theme.serif(13))
    sheet = QScrollArea()
    sheet.setWidgetResizable(True)
    sheet.setWidget(made)
    qtbot.addWidget(sheet)
    sheet.show()
    yield made
    sheet.close()


def typed(paper: Paper, text: str) -> None:
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(paper, event)


def pasted(paper: Paper, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    paper.insertFromMimeData(data)


def reopened(desk: Desk, body: str) -> str:
    """The body after it was saved, and the store closed and opened again."""
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, body=body)
    path = desk.path
    desk.close()
    with Desk.open(path) as again:
        return filing.package(again, story_id).story.body


@pytest.mark.parametrize("text", HARD)
def test_hard_words_survive_the_whole_road(paper: Paper, desk: Desk, text: str) -> None:
    typed(paper, text)
    assert paper.body() == text

    paper.selectAll()
    paper.copy()
    assert QApplication.clipboard().text() == text
    paper.cut()
    assert paper.body() == ""
    paper.paste()
    assert paper.body() == text

    assert reopened(desk, paper.body()) == text


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LETTERS, LETTERS)
def test_any_words_survive_typing_copying_and_undoing(paper: Paper, one: str, two: str) -> None:
    paper.load("")
    typed(paper, one)
    pasted(paper, two)
    assert paper.body() == one + two

    paper.selectAll()
    paper.cut()
    paper.undo()
    paper.selectAll()
    paper.cut()
    paper.paste()

    assert paper.body() == one + two


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LETTERS.filter(str.strip), min_size=1, max_size=4))
def test_line_ends_of_every_system_become_paragraphs(paper: Paper, lines: list[str]) -> None:
    for end in ("\r\n", "\r", "\n"):
        paper.load("")
        pasted(paper, end.join(lines))

        assert paper.body() == PARAGRAPH.join(lines)


@pytest.mark.parametrize("words", ["Le quai rouvre. ", "mot ", "é"])
def test_a_line_of_a_megabyte_is_parted_and_loses_nothing(
    paper: Paper, desk: Desk, words: str
) -> None:
    line = words * (1_000_000 // len(words))
    pasted(paper, line)

    assert paper.body().replace(PARAGRAPH, "") == line
    assert max(map(len, paper.body().split(PARAGRAPH))) <= LONGEST_BLOCK
    assert reopened(desk, paper.body()) == paper.body()


def test_published_pages_carry_every_character(sample_desk: Desk, tmp_path: Path) -> None:
    story_id = filing.stories(sample_desk)[0].id
    body = filing.package(sample_desk, story_id).story.body
    words = "e\u0301 😀 שלום 10\u202f000 \U0001d11e"
    writing.revise(sample_desk, story_id, body=f"{body}\n\n{words}")

    shown = publishing.preview(sample_desk, story_id).html

    # Pages are composed, as the web asks: the same letters, one code point where there is one.
    assert unicodedata.normalize("NFC", words) in html.unescape(shown)


def test_a_line_of_a_megabyte_already_stored_opens_types_and_saves_unchanged(
    paper: Paper, desk: Desk
) -> None:
    line = "Le quai rouvre. " * 62_500
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, body=line)
    paper.load(filing.package(desk, story_id).story.body)
    paper.filling.finish()
    assert paper.body() == line
    assert paper.document().blockCount() > 200

    typed(paper, "Hier, ")
    end = paper.document().begin().length() - 1
    for place, key in ((end, "a"), (end, "b")):
        cursor = paper.textCursor()
        cursor.setPosition(place)
        paper.setTextCursor(cursor)
        typed(paper, key)
    at = paper.body().index("ab")
    assert paper.body() == "Hier, " + line[: at - 6] + "ab" + line[at - 6 :]
    assert reopened(desk, paper.body()) == paper.body()


@pytest.mark.parametrize(
    ("key", "at"),
    [(Qt.Key.Key_Backspace, 0), (Qt.Key.Key_Delete, -1), (Qt.Key.Key_Delete, 0)],
)
def test_no_key_parts_a_long_paragraph_at_its_seam(paper: Paper, key: Qt.Key, at: int) -> None:
    line = "abcdefghij" * 3_000
    paper.load(line)
    paper.filling.finish()
    seam = paper.document().begin().length() - 1
    cursor = paper.textCursor()
    cursor.setPosition(seam + at)
    paper.setTextCursor(cursor)
    QTest.keyClick(paper, key)

    assert PARAGRAPH not in paper.body()
    assert len(paper.body()) in {len(line), len(line) - 1}
