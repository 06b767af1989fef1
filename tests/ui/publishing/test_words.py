"""Sizes and sentences in both languages."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.desk.pages.publishing import Publication
from ui import words
from ui.publishing.lines import Issue
from ui.publishing.words import issue_words, published_words, size_words

NOW = datetime(2026, 10, 15, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("size", "english", "french"),
    [
        (0, "0\u00a0B", "0\u00a0o"),
        (999, "999\u00a0B", "999\u00a0o"),
        (412_345, "412\u00a0kB", "412\u00a0ko"),
        (2_340_000, "2.3\u00a0MB", "2,3\u00a0Mo"),
    ],
)
def test_sizes(qapp: QApplication, size: int, english: str, french: str) -> None:
    assert size_words(size) == english
    words.install(qapp, "fr")
    assert size_words(size) == french


def test_what_was_published_is_told(qapp: QApplication) -> None:
    made = Publication(
        id="p",
        story_id="s",
        folder=Path("page"),
        page=Path("page/index.html"),
        at=NOW,
        by="Ana",
        files=("index.html", "a.jpg"),
        size=2048,
    )
    assert published_words(made) == "Published to page: 2 files, 2\u00a0kB."
    words.install(qapp, "fr")
    assert published_words(made) == "Publié dans page\u00a0: 2 fichiers, 2\u00a0ko."


def test_overrides_are_told_with_the_name() -> None:
    issue = Issue(NOW, "Ana", Path("page"), 2, 10, ({"code": "PHO001"},))
    head, under = issue_words(issue)

    assert head.endswith("Ana · 1 override")
    assert under.startswith("page · ")
