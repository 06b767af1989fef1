"""Suggestion mode: the body is typed into, and the desk keeps what differs as suggestions."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from app import sentences
from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from ui import theme
from ui.parts import named
from ui.parts.banner import Notice
from ui.place import Bench, Place
from ui.words import _, ngettext
from ui.writing.editing import NO_BREAK_SPACE, THIN_NO_BREAK_SPACE
from ui.writing.pieces import INSERTED, copy_of, pieces, proposal_of
from ui.writing.sheet import Sheet
from ui.writing.tracked import TrackedPaper
from ui.writing.tracking import Row, rows_of

SUGGEST_AFTER = 900
"""Milliseconds from the last key to the keeping of a suggestion."""

CHECK_AFTER = 300
"""Milliseconds from the last key to the next check."""

_ON_THE_COPY = frozenset(
    {
        *("bold", "italic", "link", "subhead", "quote-marks", "block-up", "block-down"),
        "focus-mode",
        *("find", "replace", "find-next", "find-previous", "find-everywhere"),
    }
)
"""Actions that reach for the paper itself."""

_OWN = frozenset({"suggest", "autosave"})
"""Acts that bring nothing to the screen that is not there already."""


class Suggesting(QObject):
    """Puts the paper of suggestions in the place of the paper, and takes it away again.

    `noticed(Notice)` says what went wrong; `turned()` that the mode began or ended; `reads(milliseconds)`
    that another text is to be checked, and when.
    """

    noticed = Signal(object)
    turned = Signal()
    reads = Signal(int)

    def __init__(self, bench: Bench, sheet: Sheet, save: Callable[[], None]) -> None:
        """`save` hands the story to the desk: what is proposed is proposed over that."""
        super().__init__(sheet)
        self._bench = bench
        self._sheet = sheet
        self._save = save
        self._story_id = ""
        self._typed = False
        self.paper: TrackedPaper = sheet.tracked
        self.paper.typesetting = sheet.paper.typesetting
        self.paper.left_out.connect(lambda told: self.noticed.emit(Notice(told, seconds=8)))
        self.bar = named(QFrame(), "suggest-bar", _("Suggestions"))
        self._count = named(QLabel(), "suggest-count")
        self._here = named(QLabel(), "suggest-here")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SUGGEST_AFTER)
        self._timer.timeout.connect(self.flush)
        # In a turn of its own: to count takes its time.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        self._build()
        self.paper.typed.connect(self._note)
        self.paper.whole.connect(self._whole)
        self.paper.cursorPositionChanged.connect(self._show_here)

    @property
    def on(self) -> bool:
        """Say whether changes are suggested now."""
        return bool(self._story_id)

    def join(self, place: Place) -> None:
        """Take a seat in the writing place."""
        self.noticed.connect(place.noticed)
        self.turned.connect(place.answers_changed)
        if isinstance(column := place.layout(), QVBoxLayout):
            column.insertWidget(0, self.bar)

    def arrive(self) -> bool:
        """Take the focus while changes are suggested, and say whether they are."""
        if self.on:
            self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
            self.read()
        return self.on

    def turn(self, story_id: str) -> None:
        """Begin to suggest changes to a story, or end."""
        if self.on or self._bench.desk.read_only:
            self.end()
            return
        self._save()
        self._story_id = story_id
        self._begin()
        self.read()
        self._soon.start(0)

    def end(self) -> None:
        """Show the copy itself again; what was typed goes to the desk."""
        if not self.on:
            self._tell()
            return
        self.flush()
        self._story_id = ""
        self.paper.give_up()
        focused = self.paper.hasFocus()
        cursor = self._sheet.paper.textCursor()
        cursor.setPosition(min(self.paper.copy_caret(), self._last_place()))
        self._sheet.paper.setTextCursor(cursor)
        self.paper.hide()
        self.bar.hide()
        self._sheet.paper.show()
        if focused:
            self._sheet.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reads.emit(0)
        self._tell()

    def refresh(self, changes: Changes) -> None:
        """Take in what others suggested and what was decided; what is being typed comes first."""
        if self.on and self._story_id in changes.stories and changes.act not in _OWN:
            self.flush()
            self.read()

    def handlers(
        self, story_id: str, others: Mapping[str, Callable[[], None]]
    ) -> dict[str, Callable[[], None]]:
        """Return what the place answers, by action code.

        While changes are suggested nothing may change the copy behind them.
        """
        own: dict[str, Callable[[], None]] = {"suggest-mode": partial(self.turn, story_id)}
        if not self.on:
            return {**others, **own}
        left = {code: act for code, act in others.items() if code not in _ON_THE_COPY}
        return {
            **left,
            **own,
            "accept": partial(self._decide, accept_it=True),
            "decline": partial(self._decide, accept_it=False),
            "next-problem": partial(self._step, 1),
            "previous-problem": partial(self._step, -1),
            "no-break": partial(self.paper.insert, NO_BREAK_SPACE),
            "thin-no-break": partial(self.paper.insert, THIN_NO_BREAK_SPACE),
        }

    def proposed(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return texts by field as they are checked: with every suggestion on the sheet accepted."""
        return {**texts, "body": self.body()}

    def body(self) -> str:
        """Return the body as it is checked."""
        return self.paper.body() if self.on else self._sheet.paper.body()

    def settle(self) -> None:
        """Hand to the desk all that was typed, that included which waits for words to come."""
        if self.on and self.paper.waited_for():
            self.paper.show_rows(_rows(self._bench.desk, self._story_id), self._bench.desk.by)
            self.paper.settle()
        self.flush()

    def flush(self) -> None:
        """Hand to the desk what was typed."""
        self._timer.stop()
        if not self.on or not self._typed:
            return
        self._typed = False
        shown = self.paper.pieces()
        act = partial(
            reviewing.suggest,
            self._bench.desk,
            self._story_id,
            proposal_of(shown, self.paper.me),
            over=copy_of(shown),
        )
        self._bench.work.act(act, lambda _changes: self._soon.start(0), self._sorry)

    def read(self) -> None:
        """Show the copy with its suggestions as the desk knows them; what is typed waits for that."""
        self.paper.expect()
        ask = partial(_rows, self._bench.desk, self._story_id)
        then = partial(self._show, self._story_id)
        # After what is on its way to the store: an act waits for those before it, a question does not.
        self._bench.work.act(ask, then, self._gone)

    def _show(self, story_id: str, rows: list[Row]) -> None:
        if story_id == self._story_id:
            self.paper.show_rows(rows, self._bench.desk.by)

    def _begin(self) -> None:
        copy = self._sheet.paper
        self.paper.show_copy(copy.body(), self._bench.desk.by, copy.textCursor().position())
        copy.hide()
        self.paper.show()
        self.bar.show()
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whole(self) -> None:
        """Show where the caret is, now that it has its place among the words."""
        if self.on:
            self._soon.start(0)
            self.reads.emit(0)
            if self.paper.hasFocus():
                self._sheet.show_caret(self.paper)

    def _last_place(self) -> int:
        return self._sheet.paper.document().characterCount() - 1

    def _decide(self, *, accept_it: bool) -> None:
        self.paper.when_whole(partial(self._decide_here, accept_it=accept_it))

    def _decide_here(self, *, accept_it: bool) -> None:
        kind, by, _key = self.paper.here()
        if not kind:
            self.noticed.emit(Notice(_("There is no suggestion at the caret."), seconds=4))
            return
        self.flush()
        point = len(copy_of(self.paper.before_caret()))
        # No key is typed over a copy that is about to change.
        self.paper.expect()
        act = partial(
            reviewing.decide_at,
            self._bench.desk,
            self._story_id,
            point,
            by,
            accept_it=accept_it,
        )
        self._bench.work.act(act, sorry=self._sorry)

    def _step(self, direction: int) -> None:
        if self.paper.step(direction):
            self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sheet.show_caret(self.paper)
        else:
            self.noticed.emit(Notice(_("Nothing waits"), "ok", seconds=4))

    def _note(self) -> None:
        if self.on:
            self._typed = True
            self._timer.start()
            self.reads.emit(CHECK_AFTER)

    def _sorry(self, error: DeskError) -> None:
        self.noticed.emit(Notice(sentences.sentence(error), "warning"))
        self._typed = False
        if self.on:
            self.read()

    def _show_here(self) -> None:
        """Say in the bar whose suggestion stands at the caret, in the colour it has."""
        kind, by, _key = self.paper.here()
        words = _("{name} inserts this") if kind == INSERTED else _("{name} deletes this")
        self._here.setText(words.format(name=by) if kind else "")
        palette = self._here.palette()
        tint = theme.colour(self.paper.colour_of(by) if kind else "text")
        palette.setColor(self._here.foregroundRole(), tint)
        self._here.setPalette(palette)

    def _gone(self, error: DeskError) -> None:
        self.noticed.emit(Notice(sentences.sentence(error), "warning"))
        self.end()

    def _tell(self) -> None:
        self._bench.actions["suggest-mode"].setChecked(self.on)
        waiting = len(self.paper.stops()) if self.on else 0
        words = ngettext("{n} suggestion waits", "{n} suggestions wait", waiting)
        self._count.setText(words.format(n=waiting) if waiting else "")
        self.turned.emit()

    def _build(self) -> None:
        self._sheet.mode.setDefaultAction(self._bench.actions["suggest-mode"])
        self._sheet.mode.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sheet.mode.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(6)
        self.bar.setProperty("kind", "mode")
        said = named(QLabel(_("What you type is suggested; the copy stays.")), "suggest-said")
        row.addWidget(said)
        row.addWidget(self._count)
        row.addStretch(1)
        # A long name is cut before the window has to grow.
        self._here.setMinimumWidth(1)
        row.addWidget(self._here)
        for code in ("accept", "decline"):
            button = named(QToolButton(), f"suggest-{code}", self._bench.actions[code].text())
            button.setDefaultAction(self._bench.actions[code])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        done = named(QToolButton(), "suggest-done", _("Back to the Copy"))
        done.setText(_("Back to the Copy"))
        done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        done.clicked.connect(self.end)
        row.addWidget(done)
        self.bar.hide()


def _rows(desk: Desk, story_id: str) -> list[Row]:
    """Return a story with its open suggestions, block by block."""
    return rows_of(pieces(reviewing.review(desk, story_id), desk.by))
