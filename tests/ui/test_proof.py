"""The proof as PDF: written whole, with the words of the story."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
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


def test_a_pdf_is_written_where_asked(
    qtbot: QtBot, work: Work, sample_desk: Desk, story_id: str, tmp_path: Path
) -> None:
    told: list[Notice] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    made = proof.Proof(parent, sample_desk, work, told.append)
    place = tmp_path / "proof.pdf"
    made.choose_file = lambda: str(place)
    made.write_pdf(story_id)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)

    assert told[0].weight == "ok"
    assert place.read_bytes().startswith(b"%PDF")
