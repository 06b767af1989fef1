"""Findings are set aside or muted with a reason, and taken up again."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.finding import Finding, Mute, Part, Place, Severity, Waiver
from app.domain.text import Span
from ui.sourcing.lines import Sight
from ui.sourcing.passing import Passing

NOW = datetime(2026, 5, 3, tzinfo=UTC)


def finding(code: str, severity: Severity, start: int) -> Finding:
    return Finding(code=code, severity=severity, place=Place(Part.BODY, Span(start, start + 5)))


SIGHT = Sight(
    findings=(
        finding("ATT001", Severity.BLOCK, 0),
        finding("ATT002", Severity.WARNING, 50),
    ),
    waivers=(Waiver(code="ATT005", fingerprint="f", reason="on tape", by="Ana", at=NOW),),
    mutes=(Mute(code="ATT007", reason="wire", by="Ana", at=NOW),),
)


@pytest.fixture
def panel(qtbot: QtBot) -> Passing:
    made = Passing()
    qtbot.addWidget(made)
    made.show()
    made.show_sight(SIGHT)
    return made


def test_a_quote_chooses_its_finding_and_it_is_set_aside(qtbot: QtBot, panel: Passing) -> None:
    panel.show_span(Span(48, 60))
    panel.ask_waiver()
    QTest.keyClicks(panel.reason, "heard it myself")

    with qtbot.waitSignal(panel.waived) as waived:
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)

    assert waived.args == [SIGHT.findings[1], "heard it myself"]
    assert not panel.reason.isVisible()


def test_no_reason_keeps_asking(qtbot: QtBot, panel: Passing) -> None:
    panel.ask_waiver()
    with qtbot.assertNotEmitted(panel.waived):
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert panel.reason.isVisible()
    QTest.keyClick(panel.reason, Qt.Key.Key_Escape)
    assert not panel.reason.isVisible()


def test_a_blocking_rule_is_not_muted_from_here(qtbot: QtBot, panel: Passing) -> None:
    assert not panel.mute.isEnabled()
    panel.show_span(Span(50, 55))
    assert panel.mute.isEnabled()
    panel.ask_mute()
    panel.reason.setText("a wire story")

    with qtbot.waitSignal(panel.muted) as muted:
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)

    assert muted.args == ["ATT002", "a wire story"]


def test_what_was_passed_over_is_taken_up_again(qtbot: QtBot, panel: Passing) -> None:
    assert "on tape" in str(panel.passed.currentIndex().data())
    with qtbot.waitSignal(panel.taken_up) as taken:
        panel.again.click()
    panel.passed.choose(1)
    with qtbot.waitSignal(panel.heard) as heard:
        panel.again.click()

    assert (taken.args, heard.args) == (["f"], ["ATT007"])


def test_the_rule_of_a_finding_is_asked_for(qtbot: QtBot, panel: Passing) -> None:
    with qtbot.waitSignal(panel.explained) as explained:
        panel.explain.click()
    assert explained.args == ["ATT001"]

    panel.show_sight(Sight())
    assert panel.chosen_code() == ""
    assert not panel.waive.isEnabled()


def test_a_quote_without_a_finding_chooses_none(qtbot: QtBot, panel: Passing) -> None:
    panel.show_span(Span(200, 220))
    assert panel.chosen_code() == ""

    with qtbot.waitSignal(panel.missed):
        panel.ask_waiver()
    assert not panel.reason.isVisible()


def test_the_finding_the_person_chose_stays_with_its_quote(panel: Passing) -> None:
    both = (SIGHT.findings[0], finding("ATT011", Severity.ERROR, 2))
    panel.show_sight(Sight(findings=both))
    panel.list.choose(1)
    panel.show_span(Span(0, 20))

    assert panel.chosen_code() == "ATT011"
