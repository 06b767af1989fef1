"""Review: the copy with what is suggested and said of it, and the list of all that."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app import sentences
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.text import Span
from ui.parts import named
from ui.parts.banner import Notice
from ui.parts.empty import Empty
from ui.parts.lines import LineList
from ui.place import Bench, Handlers, Place
from ui.reviewing.paper import Paper
from ui.reviewing.presenter import Presenter, Sight
from ui.reviewing.rows import line
from ui.words import _, ngettext

SUGGEST_AFTER = 900
"""Milliseconds from the last key to the keeping of a suggestion."""


class ReviewingPlace(Place):
    """The copy on the left, what was said of it on the right, a line to say more below."""

    code: ClassVar[str] = "reviewing"

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.presenter = Presenter(bench.desk, bench.work, self)
        self.paper = Paper()
        self.list = LineList("review-list", _("Comments and suggestions"))
        self.field = named(QLineEdit(), "review-remark", _("Comment"))
        self._count = named(QLabel(), "review-count")
        self._empty = Empty("note", "review-empty")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SUGGEST_AFTER)
        self._build()
        self._join()
        self.show_review(Sight(), -1)

    @override
    def show_story(self, story_id: str) -> None:
        self._timer.stop()
        self.presenter.open(story_id)

    @override
    def refresh(self, changes: Changes) -> None:
        self.presenter.refresh(changes)

    @override
    def arrive(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.wake()

    @override
    def hand_in(self) -> None:
        self._timer.stop()
        self.presenter.flush()

    @override
    def leave(self) -> None:
        self._timer.stop()
        self.presenter.sleep()
        self.bench.actions["suggest-mode"].setChecked(False)

    @override
    def handlers(self) -> Handlers:
        found: dict[str, Callable[[], None]] = {
            "suggest-mode": self.presenter.turn_suggesting,
            "remark": lambda: self.field.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "resolve-remark": self.presenter.resolve,
            "accept": partial(self.presenter.decide, accept=True),
            "decline": partial(self.presenter.decide, accept=False),
            "accept-all": self.presenter.accept_all,
            "sign-off": self.presenter.sign_off,
        }
        possible = self.presenter.can()
        return {code: act for code, act in found.items() if code in possible}

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.paper, self.list, self.field)

    # What the presenter calls.

    def show_review(self, sight: Sight, row: int) -> None:
        """Show the copy and the list."""
        self._layers.setCurrentIndex(1 if self.presenter.story_id else 0)
        self.list.show_lines([line(one) for one in sight.entries], row)
        pending = len(self.presenter.pending())
        count = ngettext("{n} suggestion waits", "{n} suggestions wait", pending)
        self._count.setText(count.format(n=pending) if pending else _("Nothing waits"))
        if not self.presenter.suggesting:
            self.paper.show_rendered(sight.shown)
        self._tell_mode()

    def show_proposal(self, text: str) -> None:
        """Show what the person proposes, to be typed into."""
        self.paper.show_proposal(text)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_mode()

    def proposed(self) -> str:
        """Return what was typed."""
        return self.paper.text()

    def show_place(self, span: Span) -> None:
        """Bring a place of the copy into view."""
        self.paper.show_place(span)

    def apologise(self, error: DeskError) -> None:
        """Say what went wrong."""
        self.noticed.emit(Notice(sentences.sentence(error), "warning"))

    # Inside.

    def _build(self) -> None:
        self._empty.say(_("No story is open"), _("Choose one in Stories: it is reviewed here."))
        self.field.setPlaceholderText(_("Comment on the words chosen, or on the story"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.field)
        column.addLayout(foot)
        splitter = named(QSplitter(Qt.Orientation.Horizontal), "review-panes")
        splitter.addWidget(self._left())
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([740, 400])
        splitter.setChildrenCollapsible(False)
        right.setMinimumWidth(300)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._empty)
        self._layers.addWidget(splitter)

    def _left(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(6)
        # The names of the menu are too long for a narrow window.
        self.bench.actions["accept"].setIconText(_("Accept"))
        self.bench.actions["decline"].setIconText(_("Decline"))
        for code in ("suggest-mode", "accept", "decline", "sign-off"):
            button = named(QToolButton(), f"review-{code}", self.bench.actions[code].text())
            button.setDefaultAction(self.bench.actions[code])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self._count)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.paper, 1)
        return left

    def _join(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.presenter.choose)
        self.paper.met.connect(self._met)
        self.paper.typed.connect(self._typed)
        self.field.returnPressed.connect(self._remark)
        self._timer.timeout.connect(self.presenter.flush)

    def _chosen(self, row: int) -> None:
        self.presenter.choose(row)
        self.answers_changed.emit()

    def _met(self, key: str) -> None:
        row = self.presenter.choose_key(key)
        self.list.show_lines(self.list.lines(), row)
        self.answers_changed.emit()

    def _typed(self) -> None:
        self.presenter.typed()
        self._timer.start()

    def _remark(self) -> None:
        if self.field.text().strip():
            self.presenter.remark(self.field.text(), self.paper.selected())
            self.field.clear()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_mode(self) -> None:
        self.bench.actions["suggest-mode"].setChecked(self.presenter.suggesting)
        self.answers_changed.emit()
