"""The language of the story, chosen from the menu, and the one the desk sets new stories in."""

from collections.abc import Callable
from functools import partial

from app.desk import typography
from ui.actions import LANGUAGES
from ui.place import Bench

DESK = "language-desk"


class Languages:
    """Answers the menu of languages. `revise` changes the language of the open story."""

    def __init__(self, bench: Bench, revise: Callable[[str], None]) -> None:
        self._bench = bench
        self._revise = revise
        self._language = ""

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what is answered here, by action code."""
        found = {f"language-{tag}": partial(self._revise, tag) for tag in LANGUAGES}
        return found | {DESK: self._choose}

    def show(self, language: str) -> None:
        """Tick the language of the story, and whether new ones are set like it."""
        self._language = language
        for tag in LANGUAGES:
            self._bench.actions[f"language-{tag}"].setChecked(tag == language)
        ask = partial(typography.defaults, self._bench.desk)
        self._bench.work.ask(ask, self._tick, about="typography")

    def _tick(self, chosen: object) -> None:
        known = chosen.values() if isinstance(chosen, dict) else ()
        self._bench.actions[DESK].setChecked(self._language in known)

    def _choose(self) -> None:
        act = partial(typography.choose, self._bench.desk, self._language)
        self._bench.work.act(act, lambda _done: self.show(self._language))
