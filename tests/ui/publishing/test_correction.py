"""The sheet of a correction: a kind by key, a notice with its spaces, or none."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import amending, publishing
from app.desk.pages.amending import Amendment
from app.desk.stories import filing, writing
from app.domain.correction import CorrectionKind
from ui.publishing.correction import NO_NOTICE, CorrectionSheet


@pytest.fixture
def amendment(desk: Desk, bare: str, tmp_path: Path) -> Amendment:
    blocks = publishing.preflight(desk, bare).blocks
    reasons = {finding.code: "Épreuve." for finding in blocks}
    publishing.publish(desk, bare, tmp_path / "page", overrides=reasons)
    body = filing.package(desk, bare).story.body
    writing.revise(desk, bare, body=body.replace("chantier", "projet", 1))
    found = amending.amendment(desk, bare)
    assert found is not None
    return found


@pytest.fixture
def sheet(qtbot: QtBot, amendment: Amendment) -> CorrectionSheet:
    made = CorrectionSheet(None, amendment)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.focus()
    return made


def test_it_shows_what_changed_and_proposes_the_notice(
    sheet: CorrectionSheet, amendment: Amendment
) -> None:
    was, now = (text.toPlainText() for text in sheet.sides.texts)
    assert "chantier" in was
    assert "projet" in now
    assert sheet.notice.words() == amendment.notice
    assert "«\u00a0" in sheet.notice.words()
    assert sheet.notice.hasFocus()


def test_a_key_chooses_the_kind_and_another_publishes(
    qtbot: QtBot, sheet: CorrectionSheet, amendment: Amendment
) -> None:
    QTest.keyClick(sheet.notice, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: sheet.kind() is CorrectionKind.FIGURE)

    with qtbot.waitSignal(sheet.asked) as asked:
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert asked.args == [CorrectionKind.FIGURE, amendment.notice]


def test_a_correction_without_words_cannot_go_out(qtbot: QtBot, sheet: CorrectionSheet) -> None:
    sheet.notice.clear()
    assert not sheet._go.isEnabled()
    assert sheet.said()

    sheet.kinds[NO_NOTICE].click()
    assert not sheet.notice.isEnabled()
    with qtbot.waitSignal(sheet.asked) as asked:
        sheet._go.click()

    assert asked.args == [None, ""]


def test_every_choice_has_a_name(sheet: CorrectionSheet) -> None:
    assert all(button.accessibleName() for button in sheet.kinds.values())
    assert sheet.notice.accessibleName()
