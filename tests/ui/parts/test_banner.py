"""A notice is shown, offers one thing, and goes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ui.parts.banner import Banner, Notice


def test_a_notice_offers_its_action_once(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    done: list[str] = []
    banner.show_notice(Notice("Gone.", "ok", "Undo", lambda: done.append("back")))
    button = banner.findChild(QPushButton, "banner-action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert done == ["back"]
    assert banner.notice() is None


def test_a_notice_goes_by_itself_or_stays(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice("Soon gone.", seconds=1))
    assert banner._timer.isActive()

    stays = Notice("Stays.", "error", seconds=0)
    banner.show_notice(stays)
    assert not banner._timer.isActive()
    assert banner.notice() == stays


def test_a_notice_can_be_closed(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice("Stays.", seconds=0))
    close = banner.findChild(QToolButton, "banner-close")
    assert close is not None
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)

    assert banner.notice() is None
