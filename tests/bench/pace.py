"""From a key to its paint: what the benches of two editors share, whichever Qt binding they use.

The keys come as they do from a person: one every so often, with a rest now and then in which the
checks begin, so that the next keys meet them at work.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

EVERY = 60
"""Milliseconds from one key to the next."""

REST = 600
"""Milliseconds without a key after every `BURST` keys: the checks begin."""

BURST = 20
KEYS = 150
TYPED = "La digue tient bon, a dit le maire hier. "
LENGTHS = (1_500, 20_000, 100_000)

# A slip in most of them: a mark to keep up with the keys, a row of the list.
SENTENCES = (
    (
        "La ministre de la Mer Odile Marchand a présenté hier à Brisol le plan de la digue, long de"
        " douze kilomètres et attendu depuis dix annnées. « Nous tiendrons les délais », a-t-elle assuré."
    ),
    (
        "Selon la préfecture, les travaux commenceront en mars et coûteront quarante millions"
        " d'euros. Le maire, Jean Brel, affirme que la commune n'a pas été consultée."
    ),
    (
        "Les ouvriers ont posé les premières pierres au petit mattin, sous la pluie, pendant que les"
        " pêcheurs sortaient du port. La marée montait vite et les grues tournaient déjà."
    ),
    (
        "L'Office des marchés de Brisol a indiqué vendredi dans un communniqué que trois offres"
        " avaient été reçues. « Aucune n'est complète », a regretté son directeur, Anselme Vidal."
    ),
)


def story(words: int) -> str:
    """A story of about so many words; a number keeps its paragraphs apart."""
    paragraphs: list[str] = []
    written = 0
    while written < words:
        number = len(paragraphs)
        paragraphs.append(f"{SENTENCES[number % len(SENTENCES)]} Page {number}.")
        written += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` of the values do not pass; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


@dataclass
class Pace:
    """What was measured of one editor on one story, in milliseconds.

    `wall` and `used` are from each key to the end of its paint, on the clock and in processor
    time of the main thread; `busy` every stretch for which the main thread did not come to rest,
    `worked` the same in its processor time.
    """

    editor: str
    words: int
    opened: float = 0.0
    wall: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def line(self) -> str:
        """The line to print."""
        keys = "  ".join(
            f"{name} {share(values, 0.5):5.1f} / {share(values, 0.95):5.1f} / {share(values, 0.99):5.1f}"
            for name, values in (("key to paint", self.wall), ("processor", self.used))
        )
        return (
            f"{self.editor:12s} {self.words:7d} words  opened {self.opened:7.0f}  {keys}"
            f"  longest stretch {max(self.busy, default=0):5.0f}"
            f" (processor {max(self.worked, default=0):5.0f})"
        )


class Probe:
    """Types into a widget and takes the times. `core` is QtCore, of PySide6 or of PyQt6."""

    def __init__(self, core: Any, pace: Pace, type_key: Callable[[str], None]) -> None:
        self._core = core
        self.pace = pace
        self._type = type_key
        self._key: tuple[float, float] | None = None
        self._awake = (time.perf_counter(), time.thread_time())
        self.seen = False
        dispatcher = core.QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._woke)
        dispatcher.aboutToBlock.connect(self._rests)

    def saw_paint(self) -> None:
        """Take note that the text is about to be painted."""
        self.seen = True

    def painted(self) -> None:
        """Take note that the window has brought a paint to an end."""
        if self._key and self.seen:
            self.pace.wall.append(1e3 * (time.perf_counter() - self._key[0]))
            self.pace.used.append(1e3 * (time.thread_time() - self._key[1]))
            self._key = None

    def type(self, places: Sequence[Callable[[], None]], done: Callable[[], None]) -> None:
        """Type `KEYS` keys, some at each of the places gone to; `done` at the end."""
        self.pace.busy.clear()
        self.pace.worked.clear()
        self._step(0, places, done)

    def _step(self, count: int, places: Sequence[Callable[[], None]], done: Any) -> None:
        if count == KEYS:
            self._later(REST, done)
            return
        if count % (KEYS // len(places)) == 0:
            places[count * len(places) // KEYS]()
            self._later(REST, lambda: self._press(count, places, done))
            return
        self._press(count, places, done)

    def _press(self, count: int, places: Sequence[Callable[[], None]], done: Any) -> None:
        self.seen = False
        self._key = (time.perf_counter(), time.thread_time())
        self._type(TYPED[count % len(TYPED)])
        rest = REST if count % BURST == BURST - 1 else EVERY
        self._later(rest, lambda: self._step(count + 1, places, done))

    def _later(self, milliseconds: int, then: Callable[[], None]) -> None:
        self._core.QTimer.singleShot(milliseconds, then)

    def _woke(self) -> None:
        self._awake = (time.perf_counter(), time.thread_time())

    def _rests(self) -> None:
        self.pace.busy.append(1e3 * (time.perf_counter() - self._awake[0]))
        self.pace.worked.append(1e3 * (time.thread_time() - self._awake[1]))


def watcher(core: Any, probe: Probe) -> Any:
    """An event filter for the viewport of the text: it tells the probe of every paint."""

    class Watcher(core.QObject):  # type: ignore[misc]  # the binding is known when it runs
        def eventFilter(self, _watched: Any, event: Any) -> bool:  # noqa: N802  Qt's own name
            if event.type() == core.QEvent.Type.Paint:
                probe.saw_paint()
            return False

    return Watcher()


def tell(pace: Pace) -> None:
    """Hand what was measured to the bench that asked for it."""
    sys.stdout.write(json.dumps(asdict(pace)) + "\n")
    sys.stdout.flush()
