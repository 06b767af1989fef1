"""What stands around the places: menus, toolbar and status bar."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStatusBar,
    QToolBar,
    QToolButton,
    QToolTip,
    QWidget,
)

from ui import theme
from ui.actions import LANGUAGES, MENUS, ActionBook
from ui.parts import named
from ui.parts.elided import Elided
from ui.place import Standing
from ui.words import _, minutes_to_read, ngettext

ICON = QSize(20, 20)


def build_menus(window: QMainWindow, book: ActionBook) -> None:
    """Hang every menu that has something in it."""
    bar = named(window.menuBar(), "menu-bar", _("Menus"))
    for name, words in MENUS.items():
        menu = QMenu(_(words), bar)
        menu.setObjectName(f"menu-{name}")
        book.fill(menu, name)
        if menu.actions():
            bar.addMenu(menu)


class TopBar(QToolBar):
    """New, import, photos · the story's headline · undo, redo, publish."""

    def __init__(self, book: ActionBook) -> None:
        super().__init__(_("Toolbar"))
        named(self, "toolbar", _("Toolbar"))
        self.setMovable(False)
        self.setIconSize(ICON)
        self.toggleViewAction().setVisible(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for code in ("new-story", "import", "add-photos"):
            self._add(book, code, with_words=True)
        self.title = named(Elided(), "story-title")
        self.addWidget(self.title)
        self._add(book, "undo")
        self._add(book, "redo")
        self._add(book, "publish", with_words=True).setProperty("kind", "primary")
        theme.dress(book["publish"], "publish", "accent-text")

    def _add(self, book: ActionBook, code: str, *, with_words: bool = False) -> QToolButton:
        action = book[code]
        self.addAction(action)
        button = cast("QToolButton", self.widgetForAction(action))
        named(button, f"tool-{code}", action.text())
        if with_words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button


class StatusLine(QStatusBar):
    """Words, minutes, language, problems and when the story was last safe."""

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        named(self, "status", _("Status"))
        self.setSizeGripEnabled(False)
        self._words = named(QLabel(), "status-words")
        self._language = named(QLabel(), "status-language")
        self._problems = named(QToolButton(), "status-problems", _("Problems"))
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.setIconSize(QSize(16, 16))
        self._problems.clicked.connect(book["problems"].trigger)
        self._saved = named(QLabel(), "status-saved")
        self._warning = named(QToolButton(), "status-warning")
        self._warning.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._warning.setIconSize(QSize(16, 16))
        self._warning.clicked.connect(
            lambda: QToolTip.showText(QCursor.pos(), self._warning.toolTip(), self._warning)
        )
        self._warning.hide()
        # In one widget: the bar hides it while an action tells its help, and what is told of the
        # story meanwhile must not show through.
        standing = named(QWidget(), "status-standing")
        row = QHBoxLayout(standing)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._language, self._problems):
            row.addWidget(part)
        self.addWidget(standing)
        self.addPermanentWidget(self._warning)
        self.addPermanentWidget(self._saved)
        self.tell(Standing())

    def warn(self, words: str, why: str) -> None:
        """Show for good that something is amiss with the store; `why` is the whole sentence."""
        theme.dress(self._warning, "warning", "warning")
        self._warning.setText(words)
        self._warning.setToolTip(why)
        self._warning.setAccessibleName(f"{words}. {why}")
        self._warning.show()

    def tell(self, standing: Standing) -> None:
        """Show the standing of the open story."""
        minutes = minutes_to_read(standing.words)
        self._words.setText(
            _length(standing)
            + " · "
            + ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        )
        self._language.setText(_(LANGUAGES.get(standing.language, standing.language)))
        self._saved.setText(standing.saved)
        for part in (self._words, self._language):
            part.setVisible(bool(standing.language))
        self._problems.setVisible(standing.problems is not None)
        self._tell_problems(standing.problems or 0, standing.blocks)

    def _tell_problems(self, count: int, blocks: int) -> None:
        if not count:
            theme.dress(self._problems, "ok", "ok")
            self._problems.setText(_("No problems"))
            return
        text = ngettext("{n} problem", "{n} problems", count).format(n=count)
        if blocks:
            text += " · " + ngettext("{n} blocking", "{n} blocking", blocks).format(n=blocks)
        theme.dress(
            self._problems, "block" if blocks else "warning", "block" if blocks else "warning"
        )
        self._problems.setText(text)


def _length(standing: Standing) -> str:
    if standing.target:
        words = ngettext("{n} of {target} word", "{n} of {target} words", standing.target)
        return words.format(n=standing.words, target=standing.target)
    return ngettext("{n} word", "{n} words", standing.words).format(n=standing.words)


def walk(stops: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next of some panes that can be seen, round and round."""
    seen = [one for one in stops if one.isVisible()]
    focus = QApplication.focusWidget()
    at = next(
        (i for i, p in enumerate(seen) if p is focus or (focus and p.isAncestorOf(focus))), -1
    )
    if seen:
        seen[(at + step) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)
