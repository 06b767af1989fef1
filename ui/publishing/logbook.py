"""The log of publications, one beside the other: when, who, where, and all that was decided."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from ui.parts import named
from ui.parts.lines import Line, LineList
from ui.parts.sheet import Sheet
from ui.publishing.lines import Issue
from ui.publishing.words import (
    INDEX,
    issue_words,
    kind_words,
    manifest_words,
    moment_words,
    size_words,
)
from ui.rulebook import rule_title
from ui.words import _, ngettext

SHEET_SIZE = (900, 560)
LIST_WIDTH = 320


class LogSheet(Sheet):
    """Shows the publications of one story; `open_path` shows a file or folder outside."""

    def __init__(
        self,
        parent: QWidget | None,
        issues: Sequence[Issue],
        open_path: Callable[[Path], None],
    ) -> None:
        super().__init__(parent, "log-sheet", _("Log of Publications"))
        self._issues = tuple(issues)
        self._open_path = open_path
        self.list = LineList("log-list", _("Publications"))
        self.details = named(QTextBrowser(), "log-details", _("What was decided"))
        self._build()
        self.resize(*SHEET_SIZE)

    def chosen(self) -> Issue | None:
        """Return the publication chosen."""
        row = self.list.row()
        return self._issues[row] if 0 <= row < len(self._issues) else None

    def focus(self) -> None:
        """Begin with the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.list.setFixedWidth(LIST_WIDTH)
        self.details.setOpenLinks(False)
        self.details.document().setDocumentMargin(14)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self.list)
        row.addWidget(self.details, 1)
        self.content.addLayout(row, 1)
        self.list.show_lines([_line(one) for one in self._issues], 0 if self._issues else -1)
        self.list.chosen.connect(lambda _row: self._show())
        self.list.opened.connect(lambda _row: self._open_folder())
        count = len(self._issues)
        self.say(ngettext("{n} publication", "{n} publications", count).format(n=count))
        self._page = self.offer(_("Open Page"), self._open_page, "log-open-page")
        self._folder = self.offer(_("Open Folder"), self._open_folder, "log-open-folder")
        self.offer_close()
        self._show()

    def _show(self) -> None:
        one = self.chosen()
        self.details.setHtml(details(one, self._issues) if one else "")
        standing = one is not None and one.folder.is_dir()
        for button in (self._page, self._folder):
            button.setEnabled(standing)

    def _open_folder(self) -> None:
        if (one := self.chosen()) and one.folder.is_dir():
            self._open_path(one.folder)

    def _open_page(self) -> None:
        if (one := self.chosen()) and one.folder.is_dir():
            self._open_path(one.folder / INDEX)


def details(one: Issue, all_issues: Sequence[Issue]) -> str:
    """Return all the log says of a publication, as HTML."""
    rows = [
        (_("When"), moment_words(one.at)),
        (_("By"), one.by or "–"),
        (_("Folder"), str(one.folder)),
        (_("Content"), _content(one)),
        (_("Manifest"), manifest_words(one.manifest)),
    ]
    before = next((other for other in all_issues if other.id == one.previous), None)
    if before is not None:
        rows.append((_("In place of"), _before(before)))
    if one.withdrawn:
        rows.append((_("Withdrawn"), one.reason or _("no reason given")))
    if one.correction:
        notice = f"{kind_words(one.correction.kind)}. {one.correction.notice}"
        rows.append((_("Correction"), notice))
    for override in one.overrides:
        title = rule_title(override["code"])
        said = _("{rule} – {reason} ({name})")
        words = said.format(rule=title, reason=override["reason"], name=override["by"])
        rows.append((_("Passed over"), words))
    cells = "".join(
        f'<tr><td style="padding:3px 16px 3px 0"><b>{escape(name)}</b></td>'
        f'<td style="padding:3px 0">{escape(words)}</td></tr>'
        for name, words in rows
    )
    return f"<table>{cells}</table>"


def _content(one: Issue) -> str:
    files = ngettext("{n} file", "{n} files", one.files).format(n=one.files)
    return f"{files}, {size_words(one.size)}"


def _before(before: Issue) -> str:
    return f"{moment_words(before.at)}, {manifest_words(before.manifest)}"


def _line(one: Issue) -> Line:
    head, under = issue_words(one)
    if one.withdrawn:
        return Line(head, under, _("withdrawn"), "bin", "error")
    if one.correction:
        return Line(head, under, _("corrected"), "edit", "warning")
    return Line(head, under, "", "publish", "warning" if one.overrides else "ok")
