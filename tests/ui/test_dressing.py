"""Another theme is put on at once where it can be seen, and soon after where it cannot."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light").finish()
    yield
    theme.apply(qapp, "light").finish()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with one button that is shown and one that was."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for name in ("shown", "hidden"):
        button = QPushButton(name, window)
        button.setObjectName(name)
        column.addWidget(button)
    window.show()
    button.hide()
    return window


def ground(window: QWidget, name: str) -> str:
    """The colour a button of the window is painted on."""
    button = window.findChild(QPushButton, name)
    assert button is not None
    return button.grab().toImage().pixelColor(6, button.height() // 2).name()


def test_what_can_be_seen_is_dressed_at_once(qapp: QApplication, window: QWidget) -> None:
    theme.apply(qapp, "dark")

    assert ground(window, "shown") == theme.colour("paper").name()


def test_what_cannot_be_seen_is_dressed_soon(
    qapp: QApplication, window: QWidget, qtbot: QtBot
) -> None:
    dressing = theme.apply(qapp, "dark")
    assert dressing.under_way()

    qtbot.waitUntil(lambda: not dressing.under_way())
    assert ground(window, "hidden") == theme.colour("paper").name()


def test_the_theme_asked_for_last_is_worn(
    qapp: QApplication, window: QWidget, qtbot: QtBot
) -> None:
    theme.apply(qapp, "dark")
    dressing = theme.apply(qapp, "light")

    qtbot.waitUntil(lambda: not dressing.under_way())
    paper = theme.load("light").colours["paper"].lower()
    assert [ground(window, name) for name in ("shown", "hidden")] == [paper, paper]


def test_a_widget_may_go_while_it_waits(qapp: QApplication, window: QWidget, qtbot: QtBot) -> None:
    dressing = theme.apply(qapp, "dark")
    hidden = window.findChild(QPushButton, "hidden")
    assert hidden is not None
    hidden.deleteLater()

    qtbot.waitUntil(lambda: not dressing.under_way())


def test_a_sheet_says_the_same_dressed_early_or_late(qapp: QApplication, qtbot: QtBot) -> None:
    early = QLabel("Marbre")
    early.setProperty("kind", "title")
    qtbot.addWidget(early)
    early.show()
    theme.apply(qapp, "dark").finish()
    late = QLabel("Marbre")
    late.setProperty("kind", "title")
    qtbot.addWidget(late)
    late.show()

    assert early.font() == late.font()
    assert early.sizeHint() == late.sizeHint()
    assert early.palette().windowText() == late.palette().windowText()


def test_what_was_never_shown_is_made_ready(
    qapp: QApplication, window: QWidget, qtbot: QtBot
) -> None:
    late = QPushButton("late", window)
    assert not late.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    dressing = theme.prepare(qapp)

    qtbot.waitUntil(lambda: not dressing.under_way())
    assert late.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    assert ground(window, "shown") == theme.colour("paper").name()
