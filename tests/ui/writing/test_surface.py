"""The choices of the View menu: what they change on the paper, and that they are found again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui.settings import Settings
from ui.window import Window
from ui.writing.surface import Surface
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]
LONG = "\n\n".join(f"Paragraphe numéro {n} du moulin." for n in range(60))


def size(place: WritingPlace, name: str = "body") -> float:
    return place.sheet.edits[name].document().defaultFont().pointSizeF()


def test_letters_grow_and_shrink_with_the_column_and_all_can_still_be_undone(
    window: Window, opened: Opened
) -> None:
    place = opened("Le moulin.")
    QTest.keyClicks(place.sheet.paper, "Ah ")
    before, width = size(place), place.sheet._column.maximumWidth()

    window.run("zoom-in")
    window.run("zoom-in")
    assert size(place) > before
    assert place.sheet._column.maximumWidth() > width
    assert size(place, "headline") > size(place)

    window.run("zoom-usual")
    assert size(place) == before
    place.sheet.paper.undo()
    assert place.sheet.paper.body() == "Le moulin."


def test_the_line_is_as_wide_as_chosen_and_the_choice_is_kept(
    window: Window, opened: Opened, settings: Settings
) -> None:
    place = opened("Le moulin.")
    medium = place.sheet._column.maximumWidth()

    window.run("width-narrow")
    assert place.sheet._column.maximumWidth() < medium
    assert window.book["width-narrow"].isChecked()
    assert not window.book["width-medium"].isChecked()

    assert settings.text("width") == "narrow"
    Surface(place.sheet, settings, window.book)
    assert window.book["width-narrow"].isChecked()


def test_focus_mode_leaves_the_paper_alone_with_one_paragraph_in_full_ink(
    window: Window, opened: Opened
) -> None:
    place = opened("Un.\n\nDeux.\n\nTrois.")
    paper = place.sheet.paper

    window.run("focus-mode")
    paper.go_to(Span(6, 6))
    assert not window._rail.isVisible()
    assert [one.cursor.selectedText()[:3] for one in paper.extraSelections()] == ["Un.", "Tro"]

    window.go("filing")
    assert window._rail.isVisible()
    assert paper.extraSelections() == []


def test_the_line_at_the_caret_stays_at_one_height(
    qtbot: QtBot, window: Window, opened: Opened
) -> None:
    place = opened(LONG)
    window.run("typewriter")
    sheet, heights = place.sheet, set()
    for point in (len(LONG) // 2, len(LONG) * 2 // 3, len(LONG)):
        sheet.paper.go_to(Span(point, point))
        qtbot.wait(20)
        sheet.show_caret(sheet.paper)
        rect = sheet.paper.cursorRect()
        heights.add(sheet.paper.viewport().mapTo(sheet.viewport(), rect.center()).y() // 8)

    assert len(heights) <= 2


def test_spaces_are_shown_and_hidden(window: Window, opened: Opened) -> None:
    place = opened("Vrai\u202f! « oui »")
    flag = QTextOption.Flag.ShowTabsAndSpaces

    window.run("invisibles")
    assert place.sheet.paper.document().defaultTextOption().flags() & flag
    formats = place.sheet.paper.document().firstBlock().layout().formats()
    assert any(each.start == 4 and each.length == 1 for each in formats)

    window.run("invisibles")
    assert not place.sheet.paper.document().defaultTextOption().flags() & flag
    assert place.sheet.paper.body() == "Vrai\u202f! « oui »"


def test_typography_while_typing_can_be_turned_off(window: Window, opened: Opened) -> None:
    place = opened("")
    QTest.keyClicks(place.sheet.paper, "l'un")
    window.run("typeset")
    QTest.keyClicks(place.sheet.paper, " l'autre")

    assert place.sheet.paper.body() == "l’un l'autre"
    assert not window.book["typeset"].isChecked()


def test_each_story_has_its_own_typography(window: Window, opened: Opened) -> None:
    for language, text in (
        ("fr-FR", "Oui\u202f!"),
        ("fr-FR-x-nbsp", "Oui\u00a0!"),
        ("en-GB", "Oui!"),
    ):
        place = opened("", language)
        QTest.keyClicks(place.sheet.paper, "Oui!")

        assert place.sheet.paper.body() == text


def test_no_break_spaces_have_their_keys(window: Window, opened: Opened) -> None:
    place = opened("")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    place.sheet.paper.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space, control | shift)
    QTest.keyClick(window, Qt.Key.Key_Space, control)

    assert place.sheet.paper.body() == "\u00a0\u202f"
