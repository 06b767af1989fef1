"""Versions: what happened to the story on the left, two of its moments side by side."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.changes import Changes
from app.domain.history import Moment
from app.history_words import facet_words, moment_words
from ui import theme
from ui.differing import NOW, WAS, page
from ui.history.presenter import Differences, Pages, Presenter
from ui.parts import named
from ui.parts.asking import ask_line
from ui.parts.banner import Notice
from ui.parts.empty import Empty
from ui.parts.lines import Line, LineList
from ui.parts.sides import Sides
from ui.place import Bench, Handlers, Place
from ui.words import _, clock, day, ngettext, quoted


class HistoryPlace(Place):
    """The timeline, the two texts, and what can be done with the chosen version."""

    code: ClassVar[str] = "history"

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.presenter = Presenter(bench.desk, bench.work, self)
        self.list = LineList("history-list", _("Moments of the story"))
        self.base = named(QComboBox(), "history-base", _("Compared with"))
        self.sides = Sides("history-side", (_("Before"), _("After")))
        self._same = Empty("check", "history-same")
        self._restore = named(QPushButton(_("Restore This Version")), "history-restore")
        self._name = named(QPushButton(_("Name…")), "history-name")
        self._empty = Empty("history", "history-empty")
        self._build()
        self._join()
        self.show_moments((), -1)

    @override
    def show_story(self, story_id: str) -> None:
        self.presenter.open(story_id)

    @override
    def refresh(self, changes: Changes) -> None:
        self.presenter.refresh(changes)

    @override
    def arrive(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.wake()

    @override
    def leave(self) -> None:
        self.presenter.sleep()

    @override
    def handlers(self) -> Handlers:
        chosen = self.presenter.chosen
        if chosen is None or chosen.revision is None:
            return {}
        found: dict[str, Callable[[], None]] = {"name-version": self._ask_name}
        if not self.bench.desk.read_only:
            found["restore"] = self.presenter.restore
        return found

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.base, *self.sides.texts)

    # What the presenter calls.

    def show_moments(self, moments: tuple[Moment, ...], row: int) -> None:
        """Show the timeline."""
        self.list.show_lines([_line(one) for one in moments], row)
        self._layers.setCurrentIndex(1 if moments else 0)
        kept = self.base.currentData()
        self.base.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.base.clear()
        self.base.addItem(_("the story as it stands"), None)
        for one in self.presenter.versions():
            self.base.addItem(_version(one), one.revision)
        self.base.setCurrentIndex(max(0, self.base.findData(kept)))
        self.base.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self.answers_changed.emit()

    def drawn(self, found: Differences) -> Pages:
        """Return the HTML of both sides."""
        return page(found, WAS), page(found, NOW)

    def show_compared(self, moment: Moment, base: Moment | None, pages: Pages) -> None:
        """Show both sides."""
        self.sides.show_sides(list(zip(_titles(moment, base), pages, strict=True)))
        self._compared.setCurrentIndex(0 if any(pages) else 1)
        version = moment.revision is not None
        for part in (self.base, self._base_label, self._restore, self._name):
            part.setEnabled(version)
        self.answers_changed.emit()

    def tell_restored(self, moment: Moment) -> None:
        """Say that a version was put back, and that it can be undone."""
        text = _("{version} put back. What stood before is kept as a version too.").format(
            version=_version(moment)
        )
        undo = self.bench.actions["undo"].trigger
        self.noticed.emit(Notice(text, "ok", _("Undo"), undo, seconds=20))

    # Inside.

    def _build(self) -> None:
        self._empty.say(
            _("No past yet"), _("Open a story in Stories: what happens to it is told here.")
        )
        theme.dress(self._restore, "history")
        theme.dress(self._name, "bookmark")
        self._base_label = QLabel(_("Compared with"))
        self._base_label.setBuddy(self.base)
        self.base.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.base.setMinimumContentsLength(14)
        splitter = named(QSplitter(Qt.Orientation.Horizontal), "history-panes")
        self.list.setMinimumWidth(260)
        splitter.addWidget(self.list)
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([320, 800])
        splitter.setChildrenCollapsible(False)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._empty)
        self._layers.addWidget(splitter)

    def _right(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(10)
        head.addWidget(self._base_label)
        head.addWidget(self.base)
        head.addStretch(1)
        head.addWidget(self._name)
        head.addWidget(self._restore)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self._same.say(_("Both say the same."))
        self._compared = QStackedLayout()
        self._compared.addWidget(self.sides)
        self._compared.addWidget(self._same)
        column.addLayout(self._compared, 1)
        return right

    def _join(self) -> None:
        self.list.chosen.connect(self.presenter.choose)
        self.base.currentIndexChanged.connect(
            lambda _at: self.presenter.against(self.base.currentData())
        )
        self._restore.clicked.connect(self.bench.actions["restore"].trigger)
        self._name.clicked.connect(self.bench.actions["name-version"].trigger)

    def _ask_name(self) -> None:
        chosen = self.presenter.chosen
        if chosen is not None:
            title = _("Name of the version")
            ask_line(self.window(), "version-name", title, chosen.name, self.presenter.name)


def _line(one: Moment) -> Line:
    """Return a moment as a row of the list."""
    when = day(one.at)
    stamp = clock(one.at)
    about = [when if when == stamp else f"{when}, {stamp}", one.by]
    if one.words is not None:
        about.append(ngettext("{n} word", "{n} words", one.words).format(n=one.words))
    told = " · ".join(part for part in about if part)
    if one.revision is not None:
        aside = _("version {n}").format(n=one.revision)
        title = one.name or _capital(moment_words(one))
        return Line(title, told, aside, "bookmark" if one.name else "history", "accent")
    parts = ", ".join(dict.fromkeys(facet_words(touch.facet) for touch in one.touches))
    aside = _("taken back") if one.undone else ""
    title = _capital(moment_words(one))
    return Line(title, f"{told} · {parts}" if parts else told, aside, "edit", struck=one.undone)


def _version(one: Moment) -> str:
    said = quoted(one.name) if one.name else f"{day(one.at)}, {moment_words(one)}"
    return _("Version {n}, {said}").format(n=one.revision, said=said)


def _titles(moment: Moment, base: Moment | None) -> tuple[str, str]:
    if moment.revision is None:
        return _("Before"), _("After")
    if base is None:
        return _version(moment), _("The story as it stands")
    older, newer = sorted((moment, base), key=lambda one: one.revision or 0)
    return _version(older), _version(newer)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
