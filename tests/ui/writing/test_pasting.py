"""Pasted HTML enters the paper as clean Markdown; what stayed behind is told."""

from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.copy_edit import CopyEdit


def paste(edit: CopyEdit, html: str, plain: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(plain)
    edit.insertFromMimeData(data)


def test_html_is_pasted_as_markdown_and_what_stayed_is_told(qtbot: QtBot) -> None:
    edit = CopyEdit(theme.serif(), markdown=True)
    qtbot.addWidget(edit)
    told: list[str] = []
    edit.left_out.connect(told.append)
    paste(edit, "<h2>Un</h2><p>Le <b>quai</b>\u00a0!</p><img src=a>", "Un\nLe quai")

    assert edit.body() == "## Un\n\nLe **quai**\u00a0!"
    assert told == ["Left out: 1 picture."]
    edit.undo()
    assert edit.body() == ""


def test_a_field_takes_the_words_alone(qtbot: QtBot) -> None:
    edit = CopyEdit(theme.serif(), markdown=False)
    qtbot.addWidget(edit)
    paste(edit, "<b>Le quai</b>", "Le quai")

    assert edit.body() == "Le quai"
