"""The list of findings: said in full, mended and set aside by key."""

from typing import Any, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.domain.finding import Severity
from ui.writing.problems import Problem, ProblemsPanel

ROWS = (
    Problem(Severity.BLOCK, "This quote has no source.", "§ 2"),
    Problem(Severity.WARNING, "Straight marks.", "§ 3", ("Set as «\u00a0»", "Leave them")),
)


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemsPanel:
    made = ProblemsPanel()
    qtbot.addWidget(made)
    made.show()
    made.show_problems(ROWS)
    return made


def test_a_row_says_its_weight_and_place_to_a_screen_reader(panel: ProblemsPanel) -> None:
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Blocks publication: This quote has no source. (§ 2)"


def test_only_mends_that_exist_are_offered(panel: ProblemsPanel) -> None:
    fix, more = (
        panel.findChild(QPushButton, "problems-fix"),
        panel.findChild(QToolButton, "problems-more"),
    )
    assert fix is not None
    assert more is not None
    panel.select(0)
    assert fix.isHidden()

    panel.select(1)
    assert fix.text() == "Set as «\u00a0»"
    assert not more.isHidden()


def test_walking_the_list_by_key_tells_each_row_once(qtbot: QtBot, panel: ProblemsPanel) -> None:
    panel.select(0)
    panel.list.setFocus()
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.list, Qt.Key.Key_Down)

    assert chosen.args == [1]


def test_choosing_from_the_text_tells_nobody(qtbot: QtBot, panel: ProblemsPanel) -> None:
    panel.list.setFocus()
    with qtbot.assertNotEmitted(panel.chosen):
        panel.select(1)


def test_a_finding_is_set_aside_only_with_a_reason(qtbot: QtBot, panel: ProblemsPanel) -> None:
    panel.select(1)
    panel.ask_reason()
    reason = panel.findChild(QLineEdit, "problems-reason")
    assert reason is not None
    with qtbot.assertNotEmitted(panel.waived):
        QTest.keyClick(reason, Qt.Key.Key_Return)

    QTest.keyClicks(reason, "As agreed")
    with qtbot.waitSignal(panel.waived) as waived:
        QTest.keyClick(reason, Qt.Key.Key_Return)
    assert waived.args == [1, "As agreed"]


def test_escape_leaves_the_reason_unsaid(panel: ProblemsPanel) -> None:
    panel.select(1)
    panel.ask_reason()
    reason = panel.findChild(QLineEdit, "problems-reason")
    assert reason is not None
    QTest.keyClick(reason, Qt.Key.Key_Escape)

    assert reason.isHidden()


def test_the_place_in_the_list_is_kept_when_it_is_checked_again(panel: ProblemsPanel) -> None:
    panel.select(1)
    panel.show_problems((*ROWS, ROWS[0]))
    assert panel.current() == 1

    panel.show_problems(())
    title = panel.findChild(QLabel, "problems-title")
    assert title is not None
    assert title.text() == "No problems"


class Counted(list[Problem]):
    """Rows that note which of them were asked for."""

    asked: ClassVar[set[int]] = set()

    @override
    def __getitem__(self, at: Any) -> Any:
        self.asked.add(at)
        return super().__getitem__(at)


def test_rows_nobody_sees_are_not_put_in_words(qtbot: QtBot, panel: ProblemsPanel) -> None:
    panel.resize(600, 200)
    rows = Counted(Problem(Severity.HINT, f"Word {n}.", "§ 1") for n in range(2000))
    panel.show_problems(rows)
    qtbot.waitUntil(lambda: bool(rows.asked))
    panel.list.viewport().repaint()

    assert len(rows.asked) < 100


def test_another_check_leaves_the_list_where_it_was_scrolled(panel: ProblemsPanel) -> None:
    rows = [Problem(Severity.HINT, f"Word {n}.", "§ 1") for n in range(300)]
    panel.show_problems(rows)
    panel.select(3)
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = bar.value()
    assert seen > 0

    panel.show_problems([*rows[1:], Problem(Severity.HINT, "Another.", "§ 2")])
    assert (bar.value(), panel.current()) == (seen, 3)
    assert panel.list.model().index(299, 0).data() == "Another."

    panel.show_problems(rows[1:])
    assert (bar.value(), panel.current()) == (seen, 3)
