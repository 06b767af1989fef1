"""What is told of copy taken in: how its lines were sorted, and which were left out and why."""

from collections import Counter

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.draft import Draft
from app.domain.story import word_count
from ui.parts import named
from ui.words import N_, _, ngettext

LEFT_OUT = {
    "furniture": N_("site furniture"),
    "size-label": N_("size label"),
    "repeated-caption": N_("caption given twice"),
    "repeated-headline": N_("headline given twice"),
}


def summary(draft: Draft) -> str:
    """Return what was made of a draft, as sentences."""
    roles = Counter(line.role for line in draft.lines)
    counted = [
        ngettext("{n} paragraph", "{n} paragraphs", roles["body"]).format(n=roles["body"]),
        ngettext("{n} caption", "{n} captions", len(draft.uses)).format(n=len(draft.uses)),
        ngettext("{n} subhead", "{n} subheads", roles["subhead"]).format(n=roles["subhead"]),
    ]
    shown = [
        text for text, n in zip(counted, (1, len(draft.uses), roles["subhead"]), strict=True) if n
    ]
    if not roles["body"]:
        words = word_count(draft.body)
        shown = [ngettext("{n} word", "{n} words", words).format(n=words)]
    text = _("Taken in: {what}.").format(what=", ".join(shown))
    if dropped := len(draft.dropped()):
        left = ngettext("{n} line left out.", "{n} lines left out.", dropped).format(n=dropped)
        text += f" {left}"
    return " ".join([text, *(_notice(code) for code in draft.notices)])


def _notice(code: str) -> str:
    kind, _colon, what = code.partition(":")
    if kind == "encoding":
        return _("The file was read as {encoding}.").format(encoding=what)
    return ""


def show_left_out(parent: QWidget, draft: Draft) -> QDialog:
    """Open the list of lines that were left out, each with its reason; return the dialog."""
    sheet = named(QDialog(parent), "left-out-sheet", _("Lines left out"))
    sheet.setWindowTitle(_("Lines left out"))
    text = named(QPlainTextEdit(), "left-out-lines", _("Lines left out"))
    text.setReadOnly(True)
    text.setPlainText(
        "\n".join(
            f"{line.number}. {line.text.strip()}  ({_(LEFT_OUT.get(line.reason, line.reason))})"
            for line in draft.dropped()
        )
    )
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(sheet.reject)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(20, 20, 20, 16)
    column.addWidget(text)
    column.addWidget(buttons)
    sheet.resize(560, 360)
    sheet.open()
    return sheet
