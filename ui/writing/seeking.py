"""Finding words in the copy and over all stories, and writing others in their place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from app import sentences
from app.desk import undoing
from app.desk.stories import finding
from app.desk.stories.finding import Found, Replaced
from app.domain.errors import DeskError
from app.domain.finding import Part
from ui.parts.banner import Notice
from ui.place import Bench
from ui.wording import place_words
from ui.words import _, ngettext
from ui.writing import walk
from ui.writing.copy_edit import CopyEdit
from ui.writing.finder import Finder
from ui.writing.hits import Row
from ui.writing.presenter import Presenter
from ui.writing.sheet import Sheet

LOOK_AGAIN_AFTER = 400
"""Milliseconds from the last key in the copy to the next look at what was found."""


class Seeking(QObject):
    """Joins the panel, the sheet and the desk.

    Signals: `noticed(Notice)`; `opened(story_id, place_code)` for a hit that stands elsewhere.
    """

    noticed = Signal(object)
    opened = Signal(str, str)

    def __init__(
        self, bench: Bench, sheet: Sheet, presenter: Presenter, edit_in_use: Callable[[], CopyEdit]
    ) -> None:
        super().__init__(sheet)
        self.finder = Finder()
        self._bench = bench
        self._sheet = sheet
        self._presenter = presenter
        self._edit_in_use = edit_in_use
        self._pending: Found | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        sheet.typed.connect(self._typed)
        self.finder.asked.connect(self.look)
        self.finder.opened.connect(self._open)
        self.finder.replaced.connect(self._replace_one)
        self.finder.all_replaced.connect(self._replace_all)
        self.finder.closed.connect(self.close)

    def everywhere(self) -> None:
        """Look through all stories."""
        self._show(writes=self.finder.replacement() is not None, everywhere=True)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what is answered while a story is open, by action code."""
        return {
            "find": partial(self._show, writes=False, everywhere=False),
            "replace": partial(self._show, writes=True, everywhere=False),
            "find-next": partial(self._step, 1),
            "find-previous": partial(self._step, -1),
        }

    def close(self) -> None:
        """Put the panel away and go back to the copy."""
        self.finder.put_away()
        self._edit_in_use().setFocus(Qt.FocusReason.OtherFocusReason)

    def story_shown(self) -> None:
        """Take in that another story stands on the sheet: show the hit it was opened for."""
        hit, self._pending = self._pending, None
        if hit and hit.story_id == self._presenter.story_id:
            self._select(hit)
        self._typed()

    def look(self) -> None:
        """Look for the words asked for, off the main thread."""
        query, instead = self.finder.query(), self.finder.replacement()
        story = self._presenter.snapshot()
        if self.finder.looks_everywhere():
            ask = partial(finding.find, self._bench.desk, query, instead)
        elif story is not None:
            ask = partial(finding.find_in, story.story, story.uses, query, instead)
        else:
            self.finder.show_hits([])
            return
        self._bench.work.ask(ask, self._show_hits, self._sorry, about="find")

    def _typed(self) -> None:
        if self.finder.isVisible():
            self._timer.start(LOOK_AGAIN_AFTER)

    def _show(self, *, writes: bool, everywhere: bool) -> None:
        if writes or self.finder.isHidden() or everywhere:
            chosen = self._edit_in_use().textCursor().selectedText()
            words = chosen if chosen and "\u2029" not in chosen else ""
        else:
            words = ""
        self.finder.open(words=words, writes=writes, everywhere=everywhere)

    def _show_hits(self, found: tuple[Found, ...]) -> None:
        body = self._sheet.paper.body()
        writes = self.finder.replacement() is not None
        self.finder.show_hits([Row(hit, self._where(hit, body), writes) for hit in found])

    def _where(self, hit: Found, body: str) -> str:
        if not self.finder.looks_everywhere():
            return place_words(hit.place, body)
        part = place_words(hit.place) if hit.place.part is not Part.BODY else _("Body")
        return f"{hit.headline or _('Untitled')} · {part}"

    def _sorry(self, error: DeskError) -> None:
        self.finder.show_hits([])
        self.finder.tell(sentences.sentence(error))

    def _open(self, at: int) -> None:
        hit = self.finder.model.rows[at].hit
        if hit.place.part not in walk.FIELD_OF:
            self.opened.emit(hit.story_id, "captioning")
        elif hit.story_id == self._presenter.story_id:
            self._select(hit)
        else:
            self._pending = hit
            self.opened.emit(hit.story_id, "writing")

    def _select(self, hit: Found) -> None:
        edit = self._sheet.edits[walk.FIELD_OF[hit.place.part]]
        if hit.place.span and hit.place.span.end <= len(edit.body()):
            cursor = edit.cursor_on(hit.place.span)
            edit.setTextCursor(cursor)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sheet.show_caret(edit)

    def _step(self, direction: int) -> None:
        """Go to the next hit after the caret in this story, or the one before."""
        if not self.finder.words.text():
            self._show(writes=False, everywhere=False)
            return
        here = [
            at
            for at, row in enumerate(self.finder.model.rows)
            if row.hit.story_id == self._presenter.story_id and row.hit.place.part in walk.FIELD_OF
        ]
        stops = [walk.stop_of_place(self.finder.model.rows[at].hit.place) for at in here]
        found = walk.step_among(stops, self._here(), direction)
        if found is None:
            self.noticed.emit(Notice(_("Not found in this story."), seconds=4))
            return
        self.finder.select(here[found])
        self._open(here[found])

    def _here(self) -> walk.Stop:
        edit = self._edit_in_use()
        name = next(name for name, one in self._sheet.edits.items() if one is edit)
        cursor = QTextCursor(edit.textCursor())
        cursor.setPosition(cursor.selectionStart())
        return walk.stop_at(name, edit.point_of(cursor))

    def _replace_one(self, at: int) -> None:
        if not 0 <= at < len(self.finder.model.rows):
            return
        hit = self.finder.model.rows[at].hit
        field = walk.FIELD_OF.get(hit.place.part)
        if hit.quoted:
            self.noticed.emit(Notice(_("Quoted words are not changed"), seconds=4))
        elif hit.story_id == self._presenter.story_id and field and hit.place.span:
            edit = self._sheet.edits[field]
            if hit.place.span.of(edit.body()) == hit.words:
                edit.replace([(hit.place.span, hit.instead)])
            self.look()
        else:
            self._replace((hit,))

    def _replace_all(self) -> None:
        self._replace(self.finder.model.chosen())

    def _replace(self, chosen: tuple[Found, ...]) -> None:
        self._presenter.save()
        places = [(hit.story_id, hit.place) for hit in chosen]
        query, instead = self.finder.query(), self.finder.replacement() or ""
        act = partial(finding.replace, self._bench.desk, query, instead, places)
        self._bench.work.act(act, self._replaced, self._not_replaced)

    def _replaced(self, done: Replaced) -> None:
        places = ngettext("{n} place replaced", "{n} places replaced", done.places)
        stories = ngettext("in {n} story.", "in {n} stories.", done.stories)
        words = f"{places.format(n=done.places)} {stories.format(n=done.stories)}"
        self.noticed.emit(Notice(words, "ok", _("Undo"), self._take_back))
        self._timer.start(LOOK_AGAIN_AFTER)

    def _take_back(self) -> None:
        self._bench.work.act(partial(undoing.undo, self._bench.desk), lambda _changes: self.look())

    def _not_replaced(self, error: DeskError) -> None:
        self.noticed.emit(Notice(sentences.sentence(error), "error", seconds=0))
        self.look()
