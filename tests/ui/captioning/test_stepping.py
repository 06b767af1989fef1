"""Long work tells of each step, and of the end, whether good or bad."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui.captioning.stepping import Stepping, advance
from ui.errands import Errands


@dataclass(frozen=True)
class Result:
    changes: Changes


@dataclass(frozen=True)
class News:
    name: str
    result: Result | None = None


def test_every_step_is_told_and_then_the_end(straight: Errands) -> None:
    told: list[str] = []
    ended: list[DeskError | None] = []
    Stepping(
        straight, iter([News("a"), News("b")]), lambda one: told.append(one.name), ended.append
    ).go()

    assert told == ["a", "b"]
    assert ended == [None]


def test_trouble_ends_it(straight: Errands) -> None:
    def coming() -> Iterator[News]:
        yield News("a")
        raise DeskError("store.full")

    ended: list[DeskError | None] = []
    Stepping(straight, coming(), lambda _one: None, ended.append).go()

    assert [error.code for error in ended if error] == ["store.full"]


def test_the_last_news_brings_what_changed() -> None:
    changes = Changes(act="ingest")
    coming = iter([News("a"), News("", Result(changes))])

    assert advance(coming) == (News("a"), None)
    assert advance(coming)[1] is changes
    assert advance(coming) == (None, None)
