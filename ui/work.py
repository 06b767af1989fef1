"""The only file with threads: one writer, two readers, and one signal for what changed."""

import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, SignalInstance

from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui.errands import nothing

T = TypeVar("T")

TURN = 0.0001
"""Seconds a thread of ours works before another may go on: the window asks for its turn many times
between two keys, and waits as long each time."""


class _Carrier(QObject):
    """Carries closures home to the main thread and news to the window."""

    home = Signal(object)
    changed = Signal(object)
    trouble = Signal(object)
    busy = Signal(int)


def changes_in(answer: object) -> Changes | None:
    """Return the Changes an act answered with: itself, its `changes`, or a member of its tuple."""
    if isinstance(answer, Changes):
        return answer
    if isinstance(answer, tuple):
        return next((part for part in answer if isinstance(part, Changes)), None)
    found = getattr(answer, "changes", None)
    return found if isinstance(found, Changes) else None


class Work:
    """Runs calls to the desk off the main thread; answers and errors come home to it.

    A DeskError goes to `sorry`, or to the signal `trouble` where none is given; any other error
    is a fault of ours and is raised on the main thread. Must be made on the main thread.
    """

    def __init__(self) -> None:
        sys.setswitchinterval(TURN)
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(2, "reader")
        self._tickets: dict[str, int] = {}
        self._under_way = 0
        self._closed = False
        self._carrier = _Carrier()
        self._carrier.home.connect(self._at_door, Qt.ConnectionType.QueuedConnection)
        self._door: deque[Callable[[], None]] = deque()
        self._turns = QTimer(self._carrier)
        self._turns.timeout.connect(self._let_one_in)

    @property
    def changed(self) -> SignalInstance:
        """The signal that carries the Changes of every act."""
        return self._carrier.changed

    @property
    def trouble(self) -> SignalInstance:
        """The signal that carries every DeskError nobody else took."""
        return self._carrier.trouble

    @property
    def busy(self) -> SignalInstance:
        """The signal that carries how many calls are under way."""
        return self._carrier.busy

    def act(
        self,
        do: Callable[[], T],
        then: Callable[[T], None] = nothing,
        sorry: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Change something: acts run one at a time, in the order given."""

        def tell(answer: T) -> None:
            then(answer)
            if changes := changes_in(answer):
                self._carrier.changed.emit(changes)

        self._start(self._writer, do, tell, sorry)

    def ask(
        self,
        do: Callable[[], T],
        then: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None = None,
        *,
        about: str = "",
    ) -> None:
        """Ask something; a newer question about the same subject drops the older answer."""
        ticket = self._tickets.get(about, 0) + 1
        self._tickets[about] = ticket

        def tell(answer: T) -> None:
            if not about or self._tickets[about] == ticket:
                then(answer)

        self._start(self._readers, do, tell, sorry)

    def finish_acts(self) -> None:
        """Wait until every act asked for so far is done, and its answer has come home."""
        if not self._closed:
            self._writer.submit(nothing, None).result()
            QCoreApplication.sendPostedEvents(self._carrier, QEvent.Type.MetaCall.value)
            while self._door:
                self._let_one_in()

    def drop(self, about: str) -> None:
        """Let no answer about a subject come home any more."""
        self._tickets[about] = self._tickets.get(about, 0) + 1

    def close(self) -> None:
        """Finish the acts under way, drop the questions and stop the threads.

        Nothing starts any more afterwards: a timer that still fires asks in vain.
        """
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def idle(self) -> bool:
        """Say whether nothing is under way and every answer has come home."""
        return self._under_way == 0

    def _start(
        self,
        pool: ThreadPoolExecutor,
        do: Callable[[], T],
        tell: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None,
    ) -> None:
        if self._closed:
            return
        self._under_way += 1
        self._carrier.busy.emit(self._under_way)
        future = pool.submit(do)
        future.add_done_callback(partial(self._bring_home, tell, sorry))

    def _bring_home(
        self,
        tell: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None,
        future: "Future[T]",
    ) -> None:
        # Cancelled ones too, which only happens at the end: nobody waits for them in vain.
        self._carrier.home.emit(partial(self._settle, future, tell, sorry))

    def _at_door(self, settle: Callable[[], None]) -> None:
        """Let answers in one at a time: two that come together must not hold up a key together."""
        self._door.append(settle)
        self._turns.start(0)

    def _let_one_in(self) -> None:
        settle = self._door.popleft()
        if not self._door:
            self._turns.stop()
        self._under_way -= 1
        self._carrier.busy.emit(self._under_way)
        if not self._closed:
            settle()

    def _settle(
        self,
        future: "Future[T]",
        tell: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None,
    ) -> None:
        error = future.exception()
        if isinstance(error, DeskError):
            (sorry or self._carrier.trouble.emit)(error)
        elif error is not None:
            raise error
        else:
            tell(future.result())
