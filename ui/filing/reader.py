"""The chosen story beside the list, to be read at a glance before it is opened."""

import re
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.package import Package
from app.domain.story import SLOT_ANYWHERE, word_count
from ui import theme
from ui.actions import LANGUAGES
from ui.parts import named
from ui.parts.empty import Empty
from ui.words import _, day, ngettext

_SIGNS = re.compile(r"^#{1,6} |^> ?|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]+\)")
FIRST_CHARACTERS = 1200
WIDEST = 640


class Reader(QScrollArea):
    """Headline, standfirst and the beginning of the copy; `opened` and `binned` when asked."""

    opened = Signal()
    binned = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "reader", _("The chosen story"))
        self.setWidgetResizable(True)
        self._kicker = _words(theme.sans(strong=True), "reader-kicker", "accent")
        self._headline = _words(theme.serif(20, strong=True), "reader-headline")
        self._standfirst = _words(theme.serif(13), "reader-standfirst", "quiet")
        self._about = _words(theme.sans(), "reader-about", "quiet")
        self._copy = _words(theme.serif(12), "reader-copy")
        self._copy.setTextFormat(Qt.TextFormat.RichText)
        self._empty = Empty("story", "reader-empty")
        self._empty.say(_("No story is chosen"), _("Choose one in the list to read it here."))
        self._open = named(QPushButton(_("Open Story")), "reader-open")
        self._open.setProperty("kind", "primary")
        self._bin = named(QPushButton(), "reader-bin")
        self._open.clicked.connect(self.opened)
        self._bin.clicked.connect(self.binned)
        self.setWidget(self._laid_out())
        self.clear()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._card.hide()
        self._empty.show()

    def show_package(self, package: Package, *, binned: bool, standing: str = "") -> None:
        """Show a story; `binned`: it lies in the bin; `standing`: where it stands, in a word."""
        story = package.story
        self._kicker.setText(story.kicker)
        self._kicker.setVisible(bool(story.kicker))
        self._headline.setText(story.headline or _("Untitled"))
        self._standfirst.setText(story.standfirst)
        self._standfirst.setVisible(bool(story.standfirst))
        self._about.setText(_about(package, standing))
        self._copy.setText(_beginning(story.body))
        self._open.setVisible(not binned)
        self._bin.setText(_("Take Back") if binned else _("Move to Bin"))
        self._empty.hide()
        self._card.show()

    def _laid_out(self) -> QWidget:
        ground = QWidget()
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._card.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(10)
        for part in (self._kicker, self._headline, self._standfirst, self._about):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 10)
        buttons.addWidget(self._open)
        buttons.addWidget(self._bin)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._copy)
        row = QHBoxLayout()
        row.addWidget(self._card, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(28, 24, 28, 24)
        outer.addLayout(row)
        outer.addWidget(self._empty, 1)
        outer.addStretch(0)
        return ground


def _words(font: QFont, object_name: str, kind: str = "") -> QLabel:
    label = named(QLabel(), object_name)
    label.setFont(font)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label


def _about(package: Package, standing: str) -> str:
    story = package.story
    open_slots = sum(use.photo_id is None for use in package.uses)
    words = word_count(story.body)
    parts = [
        standing,
        story.byline,
        story.agency_credit,
        day(story.updated_at),
        _(LANGUAGES.get(story.language, story.language)),
        ngettext("{n} word", "{n} words", words).format(n=words),
    ]
    if package.uses:
        photos = ngettext("{n} photo", "{n} photos", len(package.uses))
        parts.append(photos.format(n=len(package.uses)))
    if open_slots:
        waiting = ngettext("{n} waits for its picture", "{n} wait for their picture", open_slots)
        parts.append(waiting.format(n=open_slots))
    return " · ".join(part for part in parts if part)


def _beginning(body: str) -> str:
    """Return the first paragraphs as HTML, subheads strong and slots left out."""
    shown: list[str] = []
    room = FIRST_CHARACTERS
    for part in SLOT_ANYWHERE.sub("", body).split("\n\n"):
        words = _LINK.sub(r"\1", _SIGNS.sub("", part)).strip()
        if not words:
            continue
        if len(words) > room:
            shown.append(f"<p>{escape(words[:room].rstrip())}…</p>")
            break
        room -= len(words)
        text = escape(words)
        shown.append(f"<p><b>{text}</b></p>" if part.lstrip().startswith("#") else f"<p>{text}</p>")
    return "".join(shown)
