"""The proof room: stories are read in a process of their own, so that no key waits for a check."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from app.domain.errors import DeskError

_SECONDS_TO_END = 2.0
"""How long a process that was told to end is waited for."""

_WAY_GIVEN = 5
"""Steps of niceness (0 to 19) by which the room lets the window and its saving go first."""


class Gone(Exception):  # noqa: N818  it says what became of the room
    """The process ended, or could not be started, before it answered."""


class ProofRoom:
    """One process that looks at the store; opened at once, and again where it has died.

    Usable from several threads; it works at one look at a time. The process ends with ours, however
    that ends.
    """

    def __init__(self, take_seat: Callable[[], AbstractContextManager[Any]]) -> None:
        """Open the room; `take_seat` opens the desk there and can be pickled."""
        self._take_seat = take_seat
        self._one_look = threading.Lock()
        self._closed = False
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        # A room that cannot be opened now may open at the first look; else the desk looks itself.
        with suppress(Gone):
            self._open()

    def ask(self, look: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401  as `look` has them
        """Return `look(desk, *args)`, worked out over there.

        `look` is a function of a module; its arguments and its answer can be pickled.

        Raises:
            DeskError: as `look` does.
            Gone: nobody answers, which says nothing about the look.
        """
        with self._one_look:
            try:
                line = self._line or self._open()
                line.send((look, args))
                done, answer = line.recv()
            except (EOFError, OSError) as error:
                self._clear()
                raise Gone from error
        if not done:
            raise answer
        return answer

    def close(self) -> None:
        """End the process, whatever it is doing; nobody answers any more."""
        self._closed = True
        if self._process is not None:
            self._process.kill()
        with self._one_look:
            self._clear()

    def _open(self) -> Connection:
        if self._closed:
            raise Gone
        spawning = get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(
            target=_serve, args=(theirs, self._take_seat), name="proof-room", daemon=True
        )
        try:
            process.start()
        except OSError as error:
            ours.close()
            raise Gone from error
        finally:
            theirs.close()
        self._process, self._line = process, ours
        return ours

    def _clear(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(_SECONDS_TO_END)
        self._process = self._line = None


def _serve(line: Connection, take_seat: Callable[[], AbstractContextManager[Any]]) -> None:
    """Answer until the other side is gone; any fault of ours ends the room, and is seen over there."""
    # Ctrl+C in a terminal reaches every process; the desk decides what to do about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_WAY_GIVEN)
    with take_seat() as desk:
        while (asked := _next(line)) is not None:
            look, args = asked
            try:
                answer = (True, look(desk, *args))
            except DeskError as error:
                answer = (False, error)
            line.send(answer)


def _next(line: Connection) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
    try:
        asked: tuple[Callable[..., Any], tuple[Any, ...]] = line.recv()
    except (EOFError, OSError):
        return None
    return asked
