"""The plan beside the copy: subheads to jump to, the length wanted, how easily it reads."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui.window import Window
from ui.writing.outline import Outline, subheads
from ui.writing.view import WritingPlace

Opened = Callable[..., WritingPlace]
BODY = "Un début.\n\n## Le quai\n\nDu texte.\n\n### La vanne\n\nLa fin."


def said(outline: Outline, name: str) -> str:
    label = outline.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_subheads_are_read_with_their_depth_and_place() -> None:
    assert [(one.depth, one.words, one.span.of(BODY)) for one in subheads(BODY)] == [
        (2, "Le quai", "## Le quai"),
        (3, "La vanne", "### La vanne"),
    ]
    assert subheads("Rien # ici\n\n#sans espace") == ()


def test_a_subhead_is_jumped_to_by_key(qtbot: QtBot, window: Window, opened: Opened) -> None:
    place = opened(BODY)
    window.run("outline")
    outline = place.outline
    assert window.book["outline"].isChecked()

    outline.list.setFocus()
    outline.list.setCurrentIndex(outline.list.model().index(1, 0))
    QTest.keyClick(outline.list, Qt.Key.Key_Return)

    assert place.sheet.paper.caret() == BODY.index("### La vanne")
    assert QApplication.focusWidget() is place.sheet.paper


def test_the_plan_follows_what_is_typed(qtbot: QtBot, window: Window, opened: Opened) -> None:
    place = opened(BODY)
    window.run("outline")
    place.sheet.paper.go_to(Span(0, 0))

    window.run("subhead")

    qtbot.waitUntil(lambda: place.outline.list.model().rowCount() == 3)


@pytest.mark.parametrize(
    ("words", "target", "shown"),
    [
        (3, 5, "2 words to go"),
        (6, 5, "1 word too many"),
        (5, 5, "Just the length wanted"),
    ],
)
def test_the_length_is_told_against_the_target(
    qtbot: QtBot, words: int, target: int, shown: str
) -> None:
    outline = Outline()
    qtbot.addWidget(outline)

    outline.show_body("mot " * words, target)

    assert shown in said(outline, "outline-length")


def test_how_easily_it_reads_is_told(qtbot: QtBot, window: Window, opened: Opened) -> None:
    place = opened("Le chat dort sur le toit. " * 12)
    window.run("outline")

    qtbot.waitUntil(lambda: "very easy" in said(place.outline, "outline-reading"))
    assert "6 words a sentence" in said(place.outline, "outline-reading")


def test_a_paragraph_moves_up_and_down_with_the_caret(window: Window, opened: Opened) -> None:
    place = opened("Un.\n\n![](photo:1)\n\nDeux.")
    paper = place.sheet.paper
    paper.go_to(Span(2, 2))

    window.run("block-down")
    assert paper.body() == "![](photo:1)\n\nUn.\n\nDeux."
    assert paper.caret() == len("![](photo:1)\n\nUn")
    window.run("block-down")
    window.run("block-down")
    assert paper.body() == "![](photo:1)\n\nDeux.\n\nUn."

    window.run("block-up")
    assert paper.body() == "![](photo:1)\n\nUn.\n\nDeux."
    paper.undo()
    assert paper.body() == "![](photo:1)\n\nDeux.\n\nUn."


@pytest.mark.parametrize(
    ("clipboard", "body"),
    [
        ("https://exemple.invalid/a", "Le [quai](https://exemple.invalid/a) rouvre."),
        ("des mots", "Le [quai]() rouvre."),
    ],
)
def test_chosen_words_become_a_link(
    window: Window, opened: Opened, clipboard: str, body: str
) -> None:
    place = opened("Le quai rouvre.")
    QApplication.clipboard().setText(clipboard)
    place.sheet.paper.setTextCursor(place.sheet.paper.cursor_on(Span(3, 7)))

    window.run("link")

    assert place.sheet.paper.body() == body
