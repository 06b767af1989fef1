"""Long work of the desk that tells of each file: one step after the other, others in between."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Generic, Protocol, TypeVar

from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui.errands import Errands


class Result(Protocol):
    """What the last news carries."""

    @property
    def changes(self) -> Changes:
        """What all of it changed."""


class News(Protocol):
    """News of one file."""

    @property
    def result(self) -> Result | None:
        """What became of all, with the last news."""


N = TypeVar("N", bound=News)


class Stepping(Generic[N]):
    """Takes the news of an iterator one by one off the main thread; captions typed go in between.

    `each` is told every one on the main thread, `over` that there are no more.
    """

    def __init__(
        self,
        work: Errands,
        coming: Iterator[N],
        each: Callable[[N], None],
        over: Callable[[DeskError | None], None],
    ) -> None:
        self._work = work
        self._coming = coming
        self._each = each
        self._over = over

    def go(self) -> None:
        """Take the next news."""
        self._work.act(partial(advance, self._coming), self._came, self._over)

    def _came(self, answer: tuple[N | None, Changes | None]) -> None:
        news = answer[0]
        if news is None:
            self._over(None)
            return
        self._each(news)
        self.go()


def advance(coming: Iterator[N]) -> tuple[N | None, Changes | None]:
    """Return the next news and, with the last one, what all of it changed."""
    news = next(coming, None)
    return news, news.result.changes if news and news.result else None
