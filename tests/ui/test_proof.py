"""The proof: written whole or laid on paper, with the words of the story, and no key waits for it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing
from ui import proof
from ui.parts.banner import Notice
from ui.work import Work


@pytest.fixture
def story_id(sample_desk: Desk) -> str:
    return filing.stories(sample_desk)[0].id


def test_a_proof_holds_the_words_and_the_pictures(sample_desk: Desk, story_id: str) -> None:
    document = proof.document_of(publishing.preview(sample_desk, story_id).contents())

    headline = filing.package(sample_desk, story_id).story.headline
    assert headline.split()[0] in document.toPlainText()
    assert not document.find("\ufffc", QTextCursor(document)).isNull()


@pytest.fixture
def told() -> list[Notice]:
    return []


@pytest.fixture
def made(qtbot: QtBot, work: Work, sample_desk: Desk, told: list[Notice]) -> proof.Proof:
    parent = QWidget()
    qtbot.addWidget(parent)
    return proof.Proof(parent, sample_desk, work, told.append)


def test_a_pdf_is_written_where_asked(
    qtbot: QtBot, made: proof.Proof, told: list[Notice], story_id: str, tmp_path: Path
) -> None:
    place = tmp_path / "proof.pdf"
    made.choose_file = lambda _name: str(place)
    made.write_pdf(story_id)
    qtbot.waitUntil(lambda: len(told) > 1, timeout=20_000)

    assert told[-1].weight == "ok"
    assert place.read_bytes().startswith(b"%PDF")


def test_a_pdf_that_cannot_be_written_is_told_of(
    qtbot: QtBot, made: proof.Proof, told: list[Notice], story_id: str, tmp_path: Path
) -> None:
    made.choose_file = lambda name: str(tmp_path / "no-such-folder" / name)
    made.write_pdf(story_id)
    qtbot.waitUntil(lambda: len(told) > 1, timeout=20_000)

    assert told[-1].weight == "error"
    assert "no-such-folder" in told[-1].text


def test_nothing_is_written_where_no_file_was_chosen(
    qtbot: QtBot, made: proof.Proof, told: list[Notice], sample_desk: Desk, story_id: str
) -> None:
    asked: list[str] = []

    def choose(name: str) -> str:
        asked.append(name)
        return ""

    made.choose_file = choose
    made.write_pdf(story_id)
    qtbot.waitUntil(lambda: bool(asked))

    assert asked == [filing.package(sample_desk, story_id).story.slug + ".pdf"]
    assert told == []


def test_a_proof_is_printed_off_the_main_thread(
    qtbot: QtBot, made: proof.Proof, work: Work, story_id: str, tmp_path: Path
) -> None:
    made.print(story_id)
    qtbot.waitUntil(lambda: made._parent.findChild(QPrintDialog, "proof-dialog") is not None)
    dialog = made._parent.findChild(QPrintDialog, "proof-dialog")
    assert dialog is not None
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.done(QDialog.DialogCode.Accepted.value)
    assert not work.idle()
    qtbot.waitUntil(work.idle, timeout=20_000)

    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_paper_bears_the_name_of_the_story(
    qtbot: QtBot, made: proof.Proof, sample_desk: Desk, story_id: str
) -> None:
    made.print(story_id)
    qtbot.waitUntil(lambda: made._parent.findChild(QPrintDialog, "proof-dialog") is not None)
    dialog = made._parent.findChild(QPrintDialog, "proof-dialog")

    assert dialog is not None
    assert dialog.printer().docName() == filing.package(sample_desk, story_id).story.slug
    dialog.reject()
