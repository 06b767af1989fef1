"""The words added to the dictionaries: looked through, and taken out again."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app import sentences
from app.desk.desk import Desk
from app.desk.stories import spelling
from app.domain.dictionary import AddedWord
from app.domain.errors import DeskError
from app.language.folding import folded
from ui.errands import Errands
from ui.parts import named
from ui.parts.lines import Line, LineList
from ui.parts.sheet import Sheet
from ui.words import _, ngettext


class DictionarySheet(Sheet):
    """Every word added by the desk and by anybody at it; Delete takes the chosen one out.

    Taking a word out is an act like others: Undo puts it back.
    """

    def __init__(self, parent: QWidget, desk: Desk, work: Errands) -> None:
        super().__init__(parent, "dictionary-sheet", _("Words of the Dictionaries"))
        self._desk = desk
        self._work = work
        self._words: tuple[AddedWord, ...] = ()
        self._shown: tuple[AddedWord, ...] = ()
        self.field = named(QLineEdit(), "dictionary-filter", _("Find a word"))
        self.field.setPlaceholderText(_("Find a word"))
        self.list = LineList("dictionary-list", _("Words added"))
        self.content.addWidget(self.field)
        self.content.addWidget(self.list, 1)
        self._remove = self.offer(_("Take Out"), self.take_out, "dictionary-take-out")
        self.offer_close()
        self.field.textChanged.connect(lambda _text: self._sift())
        self.list.chosen.connect(lambda row: self._remove.setEnabled(row >= 0 and self._may()))
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.take_out)
        self.resize(460, 520)
        self.read()

    def read(self) -> None:
        """Read the words from the store."""
        ask = partial(spelling.added_words, self._desk)
        self._work.ask(ask, self._show, self._sorry, about="dictionary")

    def take_out(self) -> None:
        """Take the chosen word out of its dictionary."""
        row = self.list.row()
        if 0 <= row < len(self._shown) and self._may():
            act = partial(spelling.drop_word, self._desk, self._shown[row].id)
            self._work.act(act, lambda _changes: self.read(), self._sorry)

    def _may(self) -> bool:
        return not self._desk.read_only

    def _show(self, words: tuple[AddedWord, ...]) -> None:
        self._words = words
        count = ngettext("{n} word added", "{n} words added", len(words)).format(n=len(words))
        self.say(count if words else _("No word was added: F7 offers it at an unknown word."))
        self._sift()

    def _sift(self) -> None:
        wanted, kept = folded(self.field.text()), max(self.list.row(), 0)
        self._shown = tuple(one for one in self._words if wanted in folded(one.word))
        lines = [Line(one.word, aside=one.owner or _("Desk"), glyph="check") for one in self._shown]
        row = min(kept, len(lines) - 1)
        self.list.show_lines(lines, row)
        self._remove.setEnabled(row >= 0 and self._may())

    def _sorry(self, error: DeskError) -> None:
        self.say(sentences.sentence(error))
