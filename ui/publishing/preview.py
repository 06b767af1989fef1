"""The page as readers will see it, in the widths they have; made when it is first looked at."""

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import ActionBook
from ui.parts import named
from ui.parts.empty import Empty
from ui.publishing.plain import PlainView
from ui.publishing.sandbox import Verdict, try_out
from ui.publishing.serving import Contents
from ui.words import N_, _
from ui.work import Work

if TYPE_CHECKING:
    from ui.publishing.paper import Paper
    from ui.publishing.web import Web

WIDTHS = {"XS": 360, "SM": 600, "MD": 768, "LG": 1280}
"""Names of the usual screens, and the CSS pixels the page is laid out for."""

WIDTH_WORDS = {
    "XS": N_("Phone, {n} pixels wide"),
    "SM": N_("Small tablet, {n} pixels wide"),
    "MD": N_("Tablet, {n} pixels wide"),
    "LG": N_("Desktop, {n} pixels wide"),
}
WEB_MODULE = "ui.publishing.web"
PAPER_MODULE = "ui.publishing.paper"
"""Loaded when first asked for: they bring the engine and the reader of PDF."""


class Preview(QWidget):
    """Shows a page. The web engine is tried elsewhere and loaded when the first page comes.

    `ready()` says that it is known now what can be shown here.
    """

    outside_asked = Signal()
    ready = Signal()

    def __init__(
        self, work: Work, book: ActionBook, probe: Callable[[], Verdict] = try_out
    ) -> None:
        super().__init__()
        named(self, "preview", _("Preview"))
        self._work = work
        self._probe = probe
        self._probing = False
        self._contents: Contents | None = None
        self.verdict: Verdict | None = None
        self.web: Web | None = None
        self.scheme = "light"
        self.width_name = "LG"
        self.plain = PlainView()
        self.paper: Paper | None = None
        self._book = book
        self._buttons: dict[str, QToolButton] = {}
        self._build(book)

    def show_contents(self, contents: Contents) -> None:
        """Show a page, in the engine when it can run here."""
        if contents == self._contents and self._shows_page():
            return
        self._contents = contents
        if self.verdict is None:
            self._try_out()
        else:
            self._draw()

    def say(self, title: str, text: str = "") -> None:
        """Show a sentence in the place of the page."""
        self._empty.say(title, text)
        self._stack.setCurrentWidget(self._empty)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what keys do here; nothing without the engine, which has but one look."""
        if self.web is None:
            return {}
        return {
            "preview-narrower": partial(self._step_width, -1),
            "preview-wider": partial(self._step_width, 1),
            "preview-turn": self._turn_scheme,
            "preview-paper": self.turn_paper,
        }

    def turn_paper(self) -> None:
        """Show the page as it is printed, or on the screen again."""
        on_paper = self._shown_on_paper()
        self._book["preview-paper"].setChecked(not on_paper)
        if on_paper:
            self._draw()
        else:
            self._print()

    def focus_target(self) -> QWidget:
        """Return what takes the focus."""
        if self.paper is not None and self._shown_on_paper():
            return self.paper
        shown = self._stack.currentWidget()
        return shown if shown is self.plain else self.web or self.plain

    def close_page(self) -> None:
        """Put the engine's page away, before the window goes."""
        if self.web is not None:
            self.web.close_page()

    def _shows_page(self) -> bool:
        return self._stack.currentWidget() is not self._empty

    def _shown_on_paper(self) -> bool:
        return self.paper is not None and self._stack.currentWidget() is self.paper

    def _print(self) -> None:
        """Lay the page out on paper; it comes when the engine has done so."""
        if self.web is None:
            return
        if self.paper is None:
            self.paper = importlib.import_module(PAPER_MODULE).Paper()
            self._stack.addWidget(self.paper)
        self.web.print_to(self._printed)

    def _printed(self, pdf: bytes) -> None:
        if self.paper is not None and self._book["preview-paper"].isChecked():
            self.paper.show_pdf(pdf)
            self._stack.setCurrentWidget(self.paper)

    def _step_width(self, step: int) -> None:
        names = list(WIDTHS)
        at = names.index(self.width_name) + step
        if 0 <= at < len(names):
            self._buttons[names[at]].click()

    def _turn_scheme(self) -> None:
        self._buttons["dark" if self.scheme == "light" else "light"].click()

    def _try_out(self) -> None:
        if not self._probing:
            self._probing = True
            self.say(_("Preparing the preview…"))
            self._work.ask(self._probe, self._tried)

    def _tried(self, verdict: Verdict) -> None:
        self.verdict = verdict
        if verdict is not Verdict.REFUSED:
            self._start_web()
        self._explain()
        self._draw()

    def _start_web(self) -> None:
        self.web = importlib.import_module(WEB_MODULE).Web()
        self._stack.addWidget(self.web)
        self.web.stopped.connect(self._web_stopped)
        self.web.drawn.connect(self._keep_paper)
        self.web.show_width(WIDTHS[self.width_name])

    def _explain(self) -> None:
        if self.verdict is Verdict.REFUSED:
            text = _(
                "The web preview cannot start safely on this computer. This is a simple reading view."
            )
        else:
            text = _("The web preview runs without its sandbox, as this session was started to.")
        self._note_words.setText(text)
        self._note.setVisible(self.verdict is not Verdict.SAFE)
        self._widths.setVisible(self.verdict is not Verdict.REFUSED)
        self._outside.setVisible(self.verdict is not Verdict.REFUSED)
        self._on_paper.setVisible(self.verdict is not Verdict.REFUSED)
        self.ready.emit()
        self._note_open.setVisible(self.verdict is Verdict.REFUSED)

    def _keep_paper(self) -> None:
        """Print again when the page changes while it is looked at on paper."""
        if self._shown_on_paper():
            self._print()

    def _draw(self) -> None:
        if self._contents is None:
            return
        if self.web is not None:
            if not self._book["preview-paper"].isChecked():
                self._stack.setCurrentWidget(self.web)
            self.web.show_contents(self._contents, self.scheme)
        else:
            self._stack.setCurrentWidget(self.plain)
            self.plain.show_contents(self._contents)

    def _web_stopped(self) -> None:
        self.say(
            _("The preview stopped"), _("Your text is not affected. Refresh to draw it again.")
        )

    def _set_width(self, name: str) -> None:
        self.width_name = name
        if self._shown_on_paper():
            self.turn_paper()
        if self.web is not None:
            self.web.show_width(WIDTHS[name])

    def _set_scheme(self, name: str) -> None:
        self.scheme = name
        self._book["preview-paper"].setChecked(False)
        self._draw()

    def _build(self, book: ActionBook) -> None:
        self._empty = Empty("preview", "preview-empty")
        self._stack = named(QStackedWidget(), "preview-stack")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(book))
        column.addWidget(self._note_bar())
        column.addWidget(self._stack, 1)

    def _head(self, book: ActionBook) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(4)
        self._widths = named(QWidget(), "preview-widths", _("Width of the page"))
        row = QHBoxLayout(self._widths)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._choices(row, WIDTHS, self.width_name, self._set_width, _width_words)
        row.addSpacing(12)
        self._choices(row, SCHEMES, self.scheme, self._set_scheme, _scheme_words)
        head.addWidget(self._widths)
        head.addStretch(1)
        only = Qt.ToolButtonStyle.ToolButtonIconOnly
        self._on_paper = _button(book, "preview-paper", only)
        head.addWidget(self._on_paper)
        head.addWidget(_button(book, "refresh-preview", only))
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._outside = _button(book, "open-in-browser", beside)
        head.addWidget(self._outside)
        return head

    def _choices(
        self,
        row: QHBoxLayout,
        names: "dict[str, int] | dict[str, str]",
        chosen: str,
        then: Callable[[str], None],
        words: Callable[[str], str],
    ) -> None:
        group = QButtonGroup(self)
        for name in names:
            button = named(QToolButton(), f"preview-{name.lower()}", words(name), words(name))
            button.setCheckable(True)
            button.setChecked(name == chosen)
            if name in SCHEMES:
                theme.dress(button, SCHEMES[name])
                button.setIconSize(QSize(18, 18))
            else:
                button.setText(name)
            button.clicked.connect(lambda _on, name=name: then(name))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[name] = button

    def _note_bar(self) -> QFrame:
        self._note = named(QFrame(), "banner", _("Notice"))
        self._note.setProperty("weight", "warning")
        self._note_words = named(QLabel(), "preview-note")
        self._note_words.setWordWrap(True)
        self._note_words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._note_open = named(QPushButton(_("Open in Browser")), "preview-note-open")
        self._note_open.clicked.connect(self.outside_asked)
        row = QHBoxLayout(self._note)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(self._note_words, 1)
        row.addWidget(self._note_open)
        self._note.setVisible(False)
        return self._note


SCHEMES = {"light": "light", "dark": "dark"}
"""The two looks of a page, and their icons."""


def _width_words(name: str) -> str:
    return _(WIDTH_WORDS[name]).format(n=WIDTHS[name])


def _scheme_words(name: str) -> str:
    return _("The page in the light") if name == "light" else _("The page in the dark")


def _button(book: ActionBook, code: str, style: Qt.ToolButtonStyle) -> QToolButton:
    button = named(QToolButton(), f"preview-{code}", book[code].text())
    button.setDefaultAction(book[code])
    button.setIconSize(QSize(18, 18))
    button.setToolButtonStyle(style)
    return button
