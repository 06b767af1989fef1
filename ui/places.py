"""The five places, made once the desk is open."""

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
    bench = Bench(desk, window.work, window.settings, window.book)
    window.furnish(
        [kind(bench) for kind in KINDS], kit_of(window, bench, window.banner.show_notice), story
    )
    if isinstance(app := QApplication.instance(), QApplication):
        theme.prepare(app)
