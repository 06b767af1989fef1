"""The chosen story is read at a glance, without the signs of Markdown."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.package import Package
from app.domain.photo import PhotoUse
from app.domain.story import Story
from ui.filing.reader import Reader

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORY = Story(
    id="s",
    slug="s",
    language="fr-FR",
    headline="Titre",
    byline="Claire Moreau",
    body="## Inter\n\nUn *mot* **fort** et [un lien](https://example.org/x_y).\n\n![](photo:1)\n\n> Cité",
    created_at=NOW,
    updated_at=NOW,
)
PACKAGE = Package(story=STORY, uses=(PhotoUse(id="u", slot=1),))


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.show_package(PACKAGE, binned=False, standing="Draft")
    return made


def words(reader: Reader, name: str) -> str:
    label = reader.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_the_copy_is_shown_as_words(reader: Reader) -> None:
    copy = QTextDocument()
    copy.setHtml(words(reader, "reader-copy"))
    assert copy.toPlainText() == "Inter\nUn mot fort et un lien.\nCité"


def test_what_looks_like_html_stays_words(reader: Reader) -> None:
    story = replace(STORY, body="Le mot <b>gras</b> & <script>")
    reader.show_package(Package(story=story), binned=False)
    copy = QTextDocument()
    copy.setHtml(words(reader, "reader-copy"))
    assert copy.toPlainText() == story.body


def test_long_copy_is_cut(reader: Reader) -> None:
    reader.show_package(Package(story=replace(STORY, body="mot " * 1000)), binned=False)
    assert words(reader, "reader-copy").endswith("mot…</p>")


def test_without_a_story_it_says_so(reader: Reader) -> None:
    empty = reader.findChild(QWidget, "reader-empty")
    assert empty is not None
    assert empty.isHidden()
    reader.clear()
    assert not empty.isHidden()


def test_what_is_known_of_the_story_stands_in_one_line(reader: Reader) -> None:
    about = words(reader, "reader-about")

    assert about.startswith("Draft · Claire Moreau · ")
    assert about.endswith("French (France) · 12 words · 1 photo · 1 waits for its picture")


def test_a_story_in_the_bin_can_only_be_taken_back(reader: Reader) -> None:
    reader.show_package(PACKAGE, binned=True)
    button, opener = (reader.findChild(QPushButton, f"reader-{n}") for n in ("bin", "open"))

    assert button is not None
    assert button.text() == "Take Back"
    assert opener is not None
    assert opener.isHidden()
