"""The press asks for what the desk needs: a folder, and reasons with a name where blocks stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.publishing.lines import Sight, look
from ui.publishing.press import Press


@pytest.fixture
def sight(desk: Desk, story_id: str) -> Sight:
    return look(desk, story_id)


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    made = Press("Ana")
    qtbot.addWidget(made)
    made.show_checked(checked=True)
    made.show()
    return made


def test_reasons_are_asked_for_only_past_blocks(press: Press, sight: Sight) -> None:
    assert press.override.isHidden()
    press.show_blocks(sight.blocks)
    assert not press.override.isHidden()
    assert press._scroll.isHidden()

    press.override.click()

    assert not press._scroll.isHidden()
    assert set(press._reasons) == set(sight.blocking_codes())


def test_it_hands_over_what_stands_in_the_form(
    qtbot: QtBot, press: Press, sight: Sight, tmp_path: Path
) -> None:
    press.show_folder(str(tmp_path))
    press.show_blocks(sight.blocks)
    press.override.click()
    for line in press._reasons.values():
        line.setText("Épreuve.")

    with qtbot.waitSignal(press.asked) as asked:
        press.button.click()

    assert asked.args == [tmp_path, dict.fromkeys(sight.blocking_codes(), "Épreuve."), "Ana"]


def test_reasons_written_stay_while_the_same_rules_block(press: Press, sight: Sight) -> None:
    press.show_blocks(sight.blocks)
    code = sight.blocking_codes()[0]
    press._reasons[code].setText("Épreuve.")
    press.show_blocks(sight.blocks[:])
    assert press._reasons[code].text() == "Épreuve."

    press.show_blocks(())
    assert press.override.isHidden()


def test_a_folder_is_chosen(press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    button = press.findChild(QToolButton, "publish-choose")
    assert button is not None
    button.click()

    assert press.folder.text() == str(tmp_path)


def test_while_it_writes_it_cannot_be_asked_again(qtbot: QtBot, press: Press) -> None:
    press.show_busy(publishing=True)
    assert not press._bar.isHidden()
    with qtbot.assertNotEmitted(press.asked):
        press.button.click()

    press.show_busy(publishing=False)
    assert press.button.isEnabled()


def test_it_tells_how_many_pictures_are_made_and_can_be_stopped(qtbot: QtBot, press: Press) -> None:
    press.show_busy(publishing=True)
    press.show_progress(3, 12)
    assert "3 of 12" in press.button.text()

    with qtbot.waitSignal(press.stopped):
        press._stop.click()

    assert not press._stop.isEnabled()
    press.show_busy(publishing=False)
    assert press._stop.isHidden()


def test_what_is_not_checked_yet_is_not_offered(qtbot: QtBot, press: Press) -> None:
    press.show_checked(checked=False)
    press.show_busy(publishing=False)
    with qtbot.assertNotEmitted(press.asked):
        press.button.click()

    press.show_checked(checked=True)
    with qtbot.waitSignal(press.asked):
        press.button.click()


def test_reasons_are_put_away_and_kept(press: Press, sight: Sight) -> None:
    press.show_blocks(sight.blocks)
    press.give_reasons()
    line = next(iter(press._reasons.values()))
    line.setText("Épreuve.")
    press.put_reasons_away()

    assert press._scroll.isHidden()
    assert line.text() == "Épreuve."


def test_an_embargo_is_told_while_there_is_one(press: Press) -> None:
    press.show_embargo("Under embargo until 18:00.")
    assert not press._embargo.isHidden()
    press.show_embargo("")
    assert press._embargo.isHidden()


def test_a_key_opens_the_reasons_and_return_walks_them_to_the_press(
    qtbot: QtBot, press: Press, sight: Sight
) -> None:
    with qtbot.waitActive(press):
        press.show()
    press.show_blocks(sight.blocks)
    QTest.keyClick(press.folder, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    lines = list(press._reasons.values())
    qtbot.waitUntil(lines[0].hasFocus)

    with qtbot.waitSignal(press.asked) as asked:
        for line in lines:
            assert line.hasFocus()
            QTest.keyClicks(line, "Proof")
            QTest.keyClick(line, Qt.Key.Key_Return)

    assert asked.args[1] == dict.fromkeys(sight.blocking_codes(), "Proof")


def test_tab_walks_from_the_override_through_the_reasons(press: Press, sight: Sight) -> None:
    press.show_blocks(sight.blocks)
    walked: list[str] = []
    at: QWidget | None = press.override
    while at is not None and len(walked) <= len(sight.blocking_codes()):
        at = at.nextInFocusChain()
        if isinstance(at, QLineEdit):
            walked.append(at.objectName())

    assert walked[0] == "publish-by"
    assert walked[1:] == [f"publish-reason-{code}" for code in press._reasons]
