"""What is pasted amid a line stays what it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui.writing.fitting import fitted
from ui.writing.view import WritingPlace


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("mot", "mot"),
        ("## Titre", "\n\n## Titre\n\n"),
        ("- un\n- deux", "\n\n- un\n- deux\n\n"),
        ("| a |\n| --- |\n\nfin", "\n\n| a |\n| --- |\n\nfin"),
        ("début\n\n> dit", "début\n\n> dit\n\n"),
        ("#mot", "#mot"),
    ],
)
def test_blocks_are_parted_from_the_words_around(qapp: QApplication, text: str, put: str) -> None:
    document = QTextDocument("avant après")
    cursor = QTextCursor(document)
    cursor.setPosition(6)
    assert fitted(text, cursor) == put

    cursor.setPosition(0)
    cursor.setPosition(11, QTextCursor.MoveMode.KeepAnchor)
    assert fitted(text, cursor) == text


def test_a_subhead_copied_from_the_web_is_a_subhead_amid_a_line_too(
    qtbot: QtBot, opened: Callable[..., WritingPlace]
) -> None:
    paper = opened("La vanne tourne.").sheet.paper
    paper.go_to(Span(3, 3))
    source = QMimeData()
    source.setHtml("<h2>Le quai</h2><p>Il est long et</p>")
    source.setText("Le quai Il est long et")
    paper.insertFromMimeData(source)

    wanted = "La \n\n## Le quai\n\nIl est long etvanne tourne."
    qtbot.waitUntil(lambda: paper.body() != "La vanne tourne.")
    assert paper.body() == wanted
