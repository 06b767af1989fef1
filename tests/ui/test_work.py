"""Work brings answers and errors home to the main thread, acts in order, late answers never."""

import threading
import time

from PySide6.QtCore import QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui.errands import nothing
from ui.work import Work, changes_in


def test_two_hundred_acts_run_in_order_and_come_home_in_order(qtbot: QtBot, work: Work) -> None:
    done: list[int] = []
    home: list[tuple[int, bool]] = []

    def act(number: int) -> int:
        done.append(number)
        return number

    def tell(number: int) -> None:
        home.append((number, threading.current_thread() is threading.main_thread()))

    for number in range(200):
        work.act(lambda number=number: act(number), tell)  # type: ignore[misc]  # mypy cannot type defaults of a lambda
    qtbot.waitUntil(work.idle)

    assert done == list(range(200))
    assert home == [(number, True) for number in range(200)]


def test_trouble_at_the_desk_comes_home_as_an_error_not_a_crash(qtbot: QtBot, work: Work) -> None:
    sorry: list[DeskError] = []

    def refuse() -> None:
        raise DeskError("store.read-only", path="here")

    work.act(refuse, sorry=sorry.append)
    qtbot.waitUntil(work.idle)

    assert [error.code for error in sorry] == ["store.read-only"]


def test_trouble_nobody_takes_is_signalled(qtbot: QtBot, work: Work) -> None:
    def refuse() -> None:
        raise DeskError("store.disk-full", path="here")

    with qtbot.waitSignal(work.trouble) as caught:
        work.act(refuse)

    assert caught.args is not None
    assert caught.args[0].code == "store.disk-full"


def test_a_fault_of_ours_is_raised_on_the_main_thread(qtbot: QtBot, work: Work) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        work.act(fail)
        qtbot.waitUntil(work.idle)

    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_an_act_tells_what_it_changed(qtbot: QtBot, work: Work) -> None:
    changes = Changes(act="revise", stories=frozenset({"s1"}))

    with qtbot.waitSignal(work.changed) as caught:
        work.act(lambda: ("s1", changes))

    assert caught.args == [changes]


def test_a_newer_question_drops_the_answer_to_the_older(qtbot: QtBot, work: Work) -> None:
    go = threading.Event()
    answers: list[str] = []

    def slow() -> str:
        go.wait(5)
        return "old"

    work.ask(slow, answers.append, about="story")
    work.ask(lambda: "new", answers.append, about="story")
    qtbot.waitUntil(lambda: answers == ["new"])
    go.set()
    qtbot.waitUntil(work.idle)

    assert answers == ["new"]


def test_a_dropped_subject_is_never_answered(qtbot: QtBot, work: Work) -> None:
    answers: list[int] = []

    work.ask(lambda: 1, answers.append, about="story")
    work.drop("story")
    qtbot.waitUntil(work.idle)

    assert answers == []


def test_closing_finishes_the_acts_under_way(qtbot: QtBot) -> None:
    done: list[int] = []
    work = Work()
    for number in range(20):
        work.act(lambda number=number: done.append(number))  # type: ignore[misc]  # mypy cannot type defaults of a lambda

    work.close()

    assert done == list(range(20))


def test_changes_are_found_in_an_answer_that_carries_them() -> None:
    changes = Changes(act="attach")

    assert changes_in(changes) is changes
    assert changes_in((3, changes)) is changes
    assert changes_in("nothing") is None


def test_answers_that_come_together_come_home_in_turns_of_their_own(
    qtbot: QtBot, work: Work
) -> None:
    turns: list[int] = []
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(0)
    hold = threading.Event()

    work.act(lambda: hold.wait(5))
    for _number in range(4):
        work.act(lambda: None, lambda _answer: turns.append(len(beats)))
    hold.set()
    # All four are at the door before the first is let in.
    while work._writer._work_queue.qsize():
        time.sleep(0.001)
    qtbot.waitUntil(work.idle)

    assert len(turns) == 4
    assert len(set(turns)) == 4


def test_the_end_leaves_nobody_waiting(qtbot: QtBot) -> None:
    work = Work()
    for _number in range(10):
        work.ask(lambda: time.sleep(0.05), nothing)
    work.close()

    qtbot.waitUntil(work.idle)
