"""The transcripts of a story: each quote beside what was said, and the place where it was."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.domain.transcript import Comparison, Likeness, Passage, Transcript
from ui import theme
from ui.actions import ActionBook
from ui.parts import named
from ui.parts.listing import Listing, Row
from ui.sourcing.lines import QuoteLine, Sight
from ui.sourcing.rewording import shown, told
from ui.sourcing.words import comparison_words
from ui.words import _, ngettext, quoted

AROUND = 3
"""Lines of the transcript shown before and after what was said."""
FIRST_WORDS = 60
GLYPHS = {
    Likeness.VERBATIM: "ok",
    Likeness.TRIMMED: "hint",
    Likeness.ALTERED: "warning",
    Likeness.NOT_FOUND: "error",
}


class Heard(QWidget):
    """The panel. `chosen(row id)` goes to a quote, `detached(transcript id)` takes a file away."""

    chosen = Signal(str)
    detached = Signal(str)

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        named(self, "heard", _("Transcripts"))
        self._sight = Sight()
        self.files = Listing("transcript-files", _("Transcripts of the story"))
        self.list = Listing("transcript-quotes", _("Quotes beside what was said"))
        self.place = named(QTextBrowser(), "transcript-place", _("What was said"))
        self.attach = named(QPushButton(_("Attach…")), "transcript-attach")
        self.attach.clicked.connect(book["attach-transcript"].trigger)
        self.remove = named(QPushButton(_("Remove")), "transcript-remove", _("Remove transcript"))
        self._empty = named(QLabel(), "transcript-empty")
        self._build()
        self.list.moved.connect(self._moved)
        self.files.moved.connect(self._offer)
        self.remove.clicked.connect(self._take_away)
        self.show_sight(self._sight)

    def show_sight(self, sight: Sight) -> None:
        """Show the transcripts and how every quote stands to them."""
        self._sight = sight
        self.files.show_rows([_file(one) for one in sight.transcripts])
        self.list.show_rows([_row(line, line.said) for line in sight.lines if line.said])
        self._offer()

    def show_line(self, line: QuoteLine | None) -> None:
        """Show what was said where a quote was spoken."""
        if line:
            self.list.choose_value(line.row.id)
        found = line.said if line else None
        self.place.setVisible(found is not None)
        if found:
            self.place.setHtml(self._html(found))
            self.place.setAccessibleDescription(f"{comparison_words(found)}. {told(found.changes)}")

    def _html(self, found: Comparison) -> str:
        parts = [f"<p><b>{escape(comparison_words(found))}</b></p>"]
        if found.likeness is not Likeness.VERBATIM and found.changes:
            parts.append(f"<p>{shown(found.changes)}</p>")
        if found.passage:
            parts += self._context(found.passage)
        return "".join(parts)

    def _context(self, passage: Passage) -> list[str]:
        """Return the lines around a passage, from the transcript that holds it."""
        for one in self._sight.transcripts:
            if _holds(one, passage):
                break
        else:
            return [f"<p>{escape(passage.words)}</p>"]
        ground = theme.colour("accent-tint").name()
        first, last = passage.first - AROUND, passage.last + AROUND
        lines = [f"<p><i>{escape(one.name)}</i></p>"]
        for said in one.utterances[max(0, first - 1) : last]:
            voice = f"<b>{escape(said.voice)}</b> " if said.voice else ""
            words = f"{said.number}&nbsp;&nbsp;{voice}{escape(said.words)}"
            here = passage.first <= said.number <= passage.last
            style = f"background-color:{ground}" if here else ""
            lines.append(f'<p style="{style}">{words}</p>')
        return lines

    def _build(self) -> None:
        self._empty.setWordWrap(True)
        self._empty.setProperty("kind", "quiet")
        self._empty.setText(
            _(
                "Attach what was said: text, Markdown, Word, or captions (srt, vtt)."
                " Every quote is laid beside it."
            )
        )
        self.files.setFixedHeight(56)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 12)
        column.setSpacing(8)
        column.addWidget(self._empty)
        column.addWidget(self.files)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.attach, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.list, 2)
        column.addWidget(self.place, 3)
        column.addStretch(0)

    def _offer(self) -> None:
        some = self.files.count() > 0
        self._empty.setVisible(not some)
        for widget in (self.files, self.list, self.remove):
            widget.setVisible(some)
        if not some:
            self.place.hide()
        self.remove.setEnabled(self.files.row() >= 0)

    def _take_away(self) -> None:
        if transcript_id := self.files.value():
            self.detached.emit(str(transcript_id))

    def _moved(self) -> None:
        if row_id := self.list.value():
            self.chosen.emit(str(row_id))


def _holds(one: Transcript, passage: Passage) -> bool:
    lines = one.utterances[passage.first - 1 : passage.last]
    return passage.words in "\n".join(said.words for said in lines)


def _file(one: Transcript) -> Row:
    count = len(one.utterances)
    lines = ngettext("{n} line", "{n} lines", count).format(n=count)
    return Row(f"{one.name} · {lines}", one.id)


def _row(line: QuoteLine, found: Comparison) -> Row:
    words = " ".join(line.row.words.split())
    short = words if len(words) <= FIRST_WORDS else words[: FIRST_WORDS - 1].rstrip() + "…"
    return Row(
        f"{line.number}  {short}",
        line.row.id,
        GLYPHS[found.likeness],
        f"{line.number}, {comparison_words(found)}, {quoted(words)}",
    )
