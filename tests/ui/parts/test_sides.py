"""Columns that scroll together."""

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


def test_a_text_is_cut_between_its_paragraphs(qtbot: QtBot) -> None:
    sides = Sides("side", ("Before", "After"))
    qtbot.addWidget(sides)
    sides.show_sides([("One", "<p>word</p>" * 900), ("Two", "<p>word</p>")])

    assert sides.busy()
    assert 1 < sides.texts[0].document().blockCount() < 900
    qtbot.waitUntil(lambda: not sides.busy())
    assert [text.document().blockCount() for text in sides.texts] == [900, 1]
