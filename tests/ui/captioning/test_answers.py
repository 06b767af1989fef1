"""The completeness strip says in words which questions are open."""

from pytestqt.qtbot import QtBot

from app.domain.completeness import ASKED
from ui.captioning.answers import Answers


def test_open_questions_are_told_and_lead_somewhere(qtbot: QtBot) -> None:
    strip = Answers()
    qtbot.addWidget(strip)
    strip.show_lacking(("who", "alt"))

    names = {question: strip._buttons[question].accessibleName() for question in ASKED}
    assert names["who"] == "Who: lacking"
    assert names["when"] == "When: answered"
    with qtbot.waitSignal(strip.asked) as asked:
        strip._buttons["alt"].click()
    assert asked.args == ["alt"]
