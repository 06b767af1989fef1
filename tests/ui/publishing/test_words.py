"""Sizes and sentences in both languages."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.desk.pages.publishing import Publication
from app.domain.correction import CorrectionKind
from ui import words
from ui.publishing.lines import Issue
from ui.publishing.words import (
    embargo_words,
    issue_words,
    kind_words,
    manifest_words,
    moment_words,
    published_words,
    size_words,
)

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


def test_a_moment_is_told_here_and_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        assert moment_words(NOW).endswith("11:30 (09:30 UTC)")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_embargo_holds_until_its_moment_and_is_told_after(qapp: QApplication) -> None:
    assert qapp.applicationName() is not None
    assert embargo_words(NOW, NOW - timedelta(hours=1)).startswith("Under embargo until")
    assert embargo_words(NOW, NOW).startswith("The embargo ended")


def test_a_manifest_is_told_apart_whatever_its_order() -> None:
    one = {"index.html": "a", "media/b.jpg": "b"}
    assert manifest_words(one) == manifest_words(dict(reversed(one.items())))
    assert manifest_words(one) != manifest_words({**one, "index.html": "c"})


def test_every_kind_of_correction_has_a_word() -> None:
    assert all(kind_words(kind) for kind in CorrectionKind)
