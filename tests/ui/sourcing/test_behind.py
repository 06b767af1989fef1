"""The form of what stands behind a quote says what was typed, and keeps it while typing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.quote import Anonymity, Evidence, EvidenceKind, LedgerRow, QuoteKind, Record
from app.domain.text import Span
from ui.sourcing.behind import Behind

ROW = LedgerRow(
    id="r",
    story_id="s",
    words="deux mots",
    span=Span(0, 9),
    kind=QuoteKind.DIRECT,
    evidence=(Evidence(id="e", quote_id="r", kind=EvidenceKind.NOTES, reference="page 4"),),
)


@pytest.fixture
def form(qtbot: QtBot) -> Behind:
    made = Behind()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.show_row(ROW)
    return made


def test_evidence_is_noted_by_keys(qtbot: QtBot, form: Behind) -> None:
    form.ask_evidence()
    QTest.keyClicks(form.reference, "tape 3, 12:40")
    QTest.keyClicks(form.by, "Ana Solis")

    with qtbot.waitSignal(form.noted) as noted:
        QTest.keyClick(form.by, Qt.Key.Key_Return)

    kind, reference, seen = noted.args
    assert (kind, reference, seen.by) == (EvidenceKind.RECORDING, "tape 3, 12:40", "Ana Solis")
    assert form.reference.text() == ""


def test_evidence_nobody_verified_says_so(qtbot: QtBot, form: Behind) -> None:
    form.reference.setText("tape 3")
    with qtbot.waitSignal(form.noted) as noted:
        form.add.click()

    assert noted.args[2] is None
    assert "not verified" in str(form.list.currentIndex().data())


def test_evidence_is_verified_and_removed(qtbot: QtBot, form: Behind) -> None:
    with qtbot.waitSignal(form.verified) as verified:
        form.verify.click()
    form.activateWindow()
    form.list.setFocus()
    qtbot.waitUntil(form.list.hasFocus)
    with qtbot.waitSignal(form.removed) as removed:
        QTest.keyClick(form.list, Qt.Key.Key_Delete)

    assert verified.args == removed.args == ["e"]


def test_a_reason_goes_on_to_who_agreed(qtbot: QtBot, form: Behind) -> None:
    form.activateWindow()
    form.ask_anonymity()
    qtbot.waitUntil(form.reason.hasFocus)
    QTest.keyClicks(form.reason, "fears for her job")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert form.approved.hasFocus()
    QTest.keyClicks(form.approved, "Noah Lambel")

    with qtbot.waitSignal(form.hidden) as hidden:
        QTest.keyClick(form.approved, Qt.Key.Key_Return)

    assert hidden.args == ["fears for her job", "Noah Lambel"]


def test_what_is_being_typed_stays_while_the_quote_does(form: Behind) -> None:
    form.reason.setText("fears")
    form.show_row(replace(ROW, record=Record.OFF))
    assert form.reason.text() == "fears"
    assert form.record.currentText() == "off the record"

    form.show_row(replace(ROW, id="q", anonymity=Anonymity(reason="war zone", approved_by="Ana")))
    assert (form.reason.text(), form.approved.text()) == ("war zone", "Ana")
    assert form.unhide.isEnabled()


def test_words_that_left_the_text_take_nothing(form: Behind) -> None:
    form.show_row(replace(ROW, span=None))
    assert not form.isEnabled()
