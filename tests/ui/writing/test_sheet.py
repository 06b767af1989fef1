"""Fields, body and margin are one sheet, a column of prose wide."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.finding import Severity
from app.domain.story import TEXT_FIELDS
from app.domain.text import Span
from ui.writing.gutter import GLYPH, WIDTH, Gutter
from ui.writing.marks import Mark
from ui.writing.sheet import Sheet

PROSE = "Les habitants du quartier ont appris la nouvelle par la radio, un matin de mars. " * 60


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.paper.load(PROSE)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_text_of_a_story_stands_on_the_sheet(sheet: Sheet) -> None:
    assert set(sheet.texts()) == set(TEXT_FIELDS)


@pytest.mark.parametrize("width", [1000, 1440, 1920])
def test_the_column_holds_between_60_and_72_characters(sheet: Sheet, width: int) -> None:
    sheet.resize(width, 700)
    layout = sheet.paper.document().firstBlock().layout()
    lines = [layout.lineAt(i).textLength() for i in range(layout.lineCount() - 1)]

    assert 60 <= sum(lines) / len(lines) <= 72


def test_lines_are_one_and_a_half_times_their_size_apart(sheet: Sheet) -> None:
    layout = sheet.paper.document().firstBlock().layout()
    apart = layout.lineAt(2).y() - layout.lineAt(1).y()
    size = QFontInfo(sheet.paper.document().defaultFont()).pixelSize()

    assert apart / size == pytest.approx(1.5, abs=0.08)


def test_the_caret_is_scrolled_into_sight(sheet: Sheet) -> None:
    sheet.paper.go_to(Span(len(PROSE) - 2, len(PROSE) - 2))
    sheet.show_caret(sheet.paper)
    place = sheet.paper.viewport().mapTo(sheet, sheet.paper.cursorRect().center())

    assert 0 < place.y() < sheet.height()


def test_the_margin_shows_the_finding_beside_its_line(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.paper.show_marks([(Span(4, 13), Mark(0, 0, Severity.ERROR, 5))])
    gutter = sheet.gutter
    line = sheet.paper.cursorRect(sheet.paper.cursor_on(Span(4, 4))).center()
    y = gutter.mapFromGlobal(sheet.paper.viewport().mapToGlobal(QPoint(0, line.y()))).y()

    with qtbot.waitSignal(sheet.finding_pressed) as pressed:
        QTest.mousePress(gutter, Qt.MouseButton.LeftButton, pos=QPoint(WIDTH // 2, y))
    assert pressed.args is not None
    assert pressed.args[0] == 5


def test_a_margin_without_findings_is_empty(qtbot: QtBot, sheet: Sheet) -> None:
    assert isinstance(sheet.gutter, Gutter)
    with qtbot.assertNotEmitted(sheet.finding_pressed):
        QTest.mousePress(sheet.gutter, Qt.MouseButton.LeftButton, pos=QPoint(WIDTH // 2, GLYPH))


def test_the_column_measures_prose_not_wide_letters(sheet: Sheet) -> None:
    average = QFontMetricsF(sheet.paper.document().defaultFont()).horizontalAdvance(PROSE) / len(
        PROSE
    )

    assert sheet.paper.viewport().width() / average == pytest.approx(66, abs=6)


def test_the_caret_is_seen_once_long_copy_is_laid_out_again(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.paper.load("\n\n".join([PROSE] * 12))
    qtbot.waitUntil(lambda: not sheet.paper.filling.under_way())
    sheet.paper.setFocus()
    sheet.paper.selectAll()
    sheet.paper.cut()
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() < 400)

    sheet.paper.undo()

    def caret_seen() -> bool:
        middle = sheet.paper.cursorRect().center()
        where = sheet.paper.viewport().mapTo(sheet.viewport(), middle).y()
        return not sheet.paper.laying.under_way() and 0 < where < sheet.viewport().height()

    qtbot.waitUntil(caret_seen)
    assert sheet.verticalScrollBar().value() > 0
