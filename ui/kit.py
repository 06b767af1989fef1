"""What the window works with once a desk is open: heavy to import, so not before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from app.desk import seeking
from app.domain.hit import Hit
from ui.handing.handing import Handing
from ui.journal import Journal
from ui.keeping import Keeper
from ui.palette import Ask
from ui.parts.banner import Notice
from ui.place import Bench
from ui.proof import Proof


@dataclass(frozen=True, slots=True)
class Kit:
    """The journal, the keeping of versions, hand-over, proofs, and the answers of the palette."""

    journal: Journal
    keeper: Keeper
    handing: Handing
    proof: Proof
    ask: Ask


def kit_of(window: QWidget, bench: Bench, tell: Callable[[Notice], None]) -> Kit:
    """Return what a window needs of a desk; `tell` shows a notice in it."""
    desk, work = bench.desk, bench.work

    def ask(words: str, then: Callable[[tuple[Hit, ...]], None]) -> None:
        work.ask(partial(seeking.quick, desk, words), then, about="palette")

    return Kit(
        Journal(desk, work),
        Keeper(desk, work),
        Handing(window, bench),
        Proof(window, desk, work, tell),
        ask,
    )
