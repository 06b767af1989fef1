"""The longest task of the window's thread in the places around a story, however long that is.

Run `python tests/bench/heartbeat_places.py [--why] [WORDS…]`; what is printed is told in
heartbeat.py.
"""

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.text import Span
from tests.bench.heartbeat import Round, main
from ui.filing.view import TURN_AFTER, FilingPlace
from ui.history.view import HistoryPlace
from ui.place import Place
from ui.publishing.view import PublishingPlace
from ui.reviewing.view import ReviewingPlace
from ui.sourcing.view import SourcingPlace
from ui.window import Window

P = TypeVar("P", bound=Place)
SUGGESTED = 40
"""Suggestions, and remarks, that wait in the story under review."""


class Places:
    """What a person does beside writing, in a window on two stories."""

    def __init__(self, done: Round, window: Window, desk: Desk, stories: list[str]) -> None:
        self._measure = done.measure
        self._window = window
        self._desk = desk
        self._story, self._other = stories

    def all(self) -> None:
        """Do everything once."""
        self._window.open_story(self._story, "filing")
        for each in (self._file, self._source, self._review, self._look_back, self._publish):
            each()

    def _file(self) -> None:
        place = self._go("filing", FilingPlace)
        for name, story in (("other", self._other), ("first", self._story)):
            index = place.model.index(place.model.row_of(story))
            self._do(f"choose the {name}", partial(self._rest, place, index))
        self._do("search", partial(QTest.keyClicks, place.search, "digue"))
        self._do("search nothing", partial(QTest.keyClicks, place.search, "xyz"))
        self._do("list all", place.search.clear)
        self._do("the bin", partial(place.presenter.show_bin, binned=True))
        self._do("out of the bin", partial(place.presenter.show_bin, binned=False))

    @staticmethod
    def _rest(place: FilingPlace, index: QModelIndex) -> None:
        place.list.setCurrentIndex(index)
        QTest.qWait(2 * TURN_AFTER)

    def _source(self) -> None:
        place = self._go("sourcing", SourcingPlace)

        def come() -> bool:
            return self._window.work.idle() and not place.paper.busy()

        self._do("choose a quote", partial(place.roll.setCurrentIndex, place.quotes.index(9)), come)
        last = place.quotes.index(place.quotes.rowCount() - 1)
        self._do("choose the last quote", partial(place.roll.setCurrentIndex, last), come)
        self._do("next open quote", partial(self._window.run, "next-quote"), come)
        self._do("confirm", partial(QTest.keyClick, place.roll, Qt.Key.Key_Return), come)
        self._do("not a quote", partial(QTest.keyClick, place.roll, Qt.Key.Key_X), come)
        self._do("who said it", place.ask_speaker, come)
        self._do("type a name", partial(QTest.keyClicks, place.card.speaker, "Jean"), come)
        self._do("enter it", partial(QTest.keyClick, place.card.speaker, Qt.Key.Key_Return), come)
        for panel in (place.side.passing, place.side.proof, place.side.heard, place.side.voices):
            self._do(f"panel {panel.objectName()}", partial(place.side.turn, panel), come)
        self._do("undo", partial(self._window.run, "undo"), come)
        self._do("back to the text", partial(self._window.go, "writing"))
        self._do("the sources again", partial(self._window.go, "sourcing"), come)

    def _review(self) -> None:
        package = filing.package(self._desk, self._story)
        body = package.story.body
        hits = [one.start() for one in re.finditer("digue", body)][:SUGGESTED]
        for hit in hits[::2]:
            span = Span(hit, hit + 5)
            reviewing.remark(self._desk, self._story, "Laquelle ?", span=span)
        reviewing.suggest(self._desk, self._story, body.replace("digue", "jetée", len(hits)))
        place = self._go("reviewing", ReviewingPlace)
        rows = len(place.list.lines())
        self._do("choose the next", partial(QTest.keyClick, place.list, Qt.Key.Key_Down))
        self._do("accept", partial(self._window.run, "accept"))
        self._do("decline", partial(self._window.run, "decline"))
        self._do("choose a remark", partial(self._choose, place, "Laquelle"))
        self._do("resolve it", partial(self._window.run, "resolve-remark"))
        QTest.keyClicks(place.field, "À revoir")
        self._do("comment", partial(QTest.keyClick, place.field, Qt.Key.Key_Return))
        self._do("suggest", partial(self._window.run, "suggest-mode"))
        self._do("type", partial(QTest.keyClicks, place.paper, "Hier, "))
        self._do("end suggesting", partial(self._window.run, "suggest-mode"))
        self._do("accept all", partial(self._window.run, "accept-all"))
        self._do("sign off", partial(self._window.run, "sign-off"))
        assert rows >= SUGGESTED

    @staticmethod
    def _choose(place: ReviewingPlace, words: str) -> None:
        row = next(n for n, one in enumerate(place.list.lines()) if words in one.title)
        place.list.show_lines(place.list.lines(), row)
        place.presenter.choose(row)

    def _look_back(self) -> None:
        body = filing.package(self._desk, self._story).story.body
        for number, changed in enumerate(("Anselme", "grues", "Brisol"), 1):
            body = body.replace(changed, f"{changed}s")
            writing.autosave(self._desk, self._story, body=body)
            writing.keep(self._desk, self._story, name=f"Passage {number}")
        place = self._go("history", HistoryPlace)

        def come() -> bool:
            return self._window.work.idle() and not place.sides.busy()

        self._do("come to rest", place.update, come)
        for row in (1, 2):
            index = partial(QTest.keyClick, place.list, Qt.Key.Key_Down)
            self._do(f"choose moment {row}", index, come)
        self._do("compare two versions", partial(place.base.setCurrentIndex, 1), come)
        bar = place.sides.texts[0].verticalScrollBar()
        self._do("scroll both", lambda: bar.setValue(bar.maximum() // 2), come)
        self._do("scroll to the end", lambda: bar.setValue(bar.maximum()), come)
        self._do("restore", partial(self._window.run, "restore"), come)

    def _publish(self) -> None:
        place = self._go("publishing", PublishingPlace)
        self._do("come to rest", partial(QTest.qWait, 4000))
        for act in ("narrower", "narrower", "wider", "turn", "turn", "paper", "paper"):
            self._do(f"preview {act}", partial(self._window.run, f"preview-{act}"))
        row = place.findings.index(place.findings.rowCount() // 2)
        self._do("choose a finding", partial(place.checklist.setCurrentIndex, row))
        self._do("the rule", partial(QTest.keyClick, place.checklist, Qt.Key.Key_End))
        self._do("check again", partial(self._window.run, "refresh-preview"))
        self._do("give reasons", place.press.give_reasons)
        for line in place.press._reasons.values():
            line.setText("Vu")
        self._do("publish", partial(self._window.run, "publish"))
        self._do("copy as HTML", partial(self._window.run, "copy-article"))

    def _go(self, code: str, kind: type[P]) -> P:
        place = self._window._places[code]
        assert isinstance(place, kind)
        self._do(f"go to {code}", partial(self._window.go, code))
        return place

    def _do(
        self, name: str, act: Callable[[], object], until: Callable[[], bool] | None = None
    ) -> None:
        self._measure(name, act, until or self._window.work.idle)


def live(done: Round, window: Window, desk: Desk, stories: list[str]) -> None:
    """Do what a person does beside writing."""
    Places(done, window, desk, stories).all()


if __name__ == "__main__":
    main(sys.argv[1:], __file__, live)
