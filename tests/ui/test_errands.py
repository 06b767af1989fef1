"""A presenter knows its errands by what they do, not by the threads that run them."""

from app.domain.changes import Changes
from ui.errands import Errands, nothing
from ui.work import Work


def test_an_answer_nobody_waits_for_is_let_go() -> None:
    assert nothing(Changes(act="spike")) is None  # type: ignore[func-returns-value]  # that is the promise


def test_the_threads_of_the_window_run_errands(work: Work) -> None:
    errands: Errands = work

    assert callable(errands.act)
    assert callable(errands.ask)
