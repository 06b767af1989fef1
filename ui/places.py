"""The five places, made once the desk is open."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from app.desk.desk import Desk
from ui import theme
from ui.captioning.view import CaptioningPlace
from ui.filing.view import FilingPlace
from ui.history.view import HistoryPlace
from ui.kit import kit_of
from ui.place import Bench, Place
from ui.publishing.view import PublishingPlace
from ui.reviewing.view import ReviewingPlace
from ui.sourcing.view import SourcingPlace
from ui.window import Window
from ui.writing.view import WritingPlace

KINDS: tuple[type[Place], ...] = (
    FilingPlace,
    WritingPlace,
    CaptioningPlace,
    SourcingPlace,
    PublishingPlace,
    ReviewingPlace,
    HistoryPlace,
)
"""In the order of the road a story takes, then what one looks into on the way."""


def furnish(window: Window, desk: Desk, story: str = "") -> None:
    """Make the places and the journal on an open desk, and bring them into the window."""
    for _step in furnishing(window, desk, story):
        pass


def furnishing(window: Window, desk: Desk, story: str = "") -> Iterator[None]:
    """Do what `furnish` does in steps, each short enough for a turn of the window's thread.

    After the first the window closes the desk when it is closed.
    """
    bench = Bench(desk, window.work, window.settings, window.book)
    window.equip(kit_of(window, bench, window.banner.show_notice))
    for kind in KINDS:
        yield
        window.bring(kind(bench))
    yield
    window.begin(story)
    if isinstance(app := QApplication.instance(), QApplication):
        theme.prepare(app)
