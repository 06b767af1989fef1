"""Long copy that is only read."""

from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from ui.parts.reading import Reading

PARTS = [f'<p style="line-height:140%">Word <u>{n}</u></p><p><b>{n}</b></p>' for n in range(900)]


def shown(qtbot: QtBot) -> Reading:
    text = Reading("copy", "Copy")
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show()
    text.show_parts(PARTS)
    return text


def test_long_copy_comes_in_slices_and_looks_as_if_it_came_at_once(qtbot: QtBot) -> None:
    text = shown(qtbot)
    assert text.busy()
    assert 1 < text.document().blockCount() < 1800

    whole = QTextBrowser()
    qtbot.addWidget(whole)
    whole.setFont(text.font())
    whole.setHtml("".join(PARTS))
    qtbot.waitUntil(lambda: not text.busy())
    assert text.toHtml() == whole.toHtml()


def test_another_width_lays_out_what_is_in_view_first(qtbot: QtBot) -> None:
    text = shown(qtbot)
    text.show_parts([f"<p>{'word ' * 30}</p>"] * 900)
    qtbot.waitUntil(lambda: not text.busy())
    tall = text.verticalScrollBar().maximum()

    text.resize(120, 300)

    assert text.busy()
    qtbot.waitUntil(lambda: not text.busy())
    assert text.verticalScrollBar().maximum() > tall
