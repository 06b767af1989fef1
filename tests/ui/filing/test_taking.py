"""What was made of copy taken in is told in full: nothing is dropped in silence."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft, Line
from app.domain.photo import PhotoUse
from ui.filing.taking import show_left_out, summary

DRAFT = Draft(
    raw="…",
    body="Un.\n\nDeux.",
    uses=(PhotoUse(id="u", slot=1),),
    lines=(
        Line(1, "Liens d’accès", "dropped", "furniture"),
        Line(2, "Un.", "body"),
        Line(3, "Deux.", "body"),
        Line(4, "XS", "dropped", "size-label"),
    ),
    notices=("encoding:windows-1252",),
)


def test_the_summary_counts_what_was_placed_and_what_was_left_out() -> None:
    assert summary(DRAFT) == (
        "Taken in: 2 paragraphs, 1 caption. 2 lines left out. The file was read as windows-1252."
    )


def test_a_draft_without_lines_is_told_by_its_words() -> None:
    assert summary(Draft(raw="Un deux", body="Un deux")) == "Taken in: 2 words."


def test_the_lines_left_out_are_listed_with_their_reasons(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = show_left_out(parent, DRAFT)
    text = sheet.findChild(QPlainTextEdit, "left-out-lines")

    assert text is not None
    assert text.toPlainText() == "1. Liens d’accès  (site furniture)\n4. XS  (size label)"
    sheet.reject()
