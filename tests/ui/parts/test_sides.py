"""Columns that scroll together."""

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from ui.parts.sides import Sides


def test_columns_scroll_to_the_same_share(qtbot: QtBot) -> None:
    sides = Sides("side", ("Before", "After"))
    qtbot.addWidget(sides)
    sides.resize(600, 200)
    sides.show()
    sides.show_sides([("One", "<p>word</p>" * 60), ("Two", "<p>word</p>" * 30)])
    first, second = (text.verticalScrollBar() for text in sides.texts)
    qtbot.waitUntil(lambda: second.maximum() > 0)

    first.setValue(first.maximum())

    assert second.value() == second.maximum()
    assert [title.text() for title in sides.titles] == ["One", "Two"]
    sides.hide()


def test_long_texts_come_in_slices_and_look_as_if_they_came_at_once(qtbot: QtBot) -> None:
    sides = Sides("side", ("Before", "After"))
    qtbot.addWidget(sides)
    html = "".join(
        f'<p style="line-height:140%">Word <u>{n}</u></p><p><b>{n}</b></p>' for n in range(900)
    )
    sides.show_sides([("One", html), ("Two", "<p>word</p>")])
    text = sides.texts[0]
    assert 1 < text.document().blockCount() < 1800

    whole = QTextBrowser()
    qtbot.addWidget(whole)
    whole.setFont(text.font())
    whole.setHtml(html)
    qtbot.waitUntil(lambda: text.document().blockCount() == 1800)
    assert text.toHtml() == whole.toHtml()
