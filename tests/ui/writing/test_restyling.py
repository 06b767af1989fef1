"""Blocks shown afresh without holding the keys up."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.writing import restyling
from ui.writing.restyling import Restyling, Stretch


class Listing(QSyntaxHighlighter):
    """Notes which blocks it was asked to highlight."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.seen: list[str] = []

    @override
    def highlightBlock(self, text: str) -> None:
        self.seen.append(text)


@pytest.fixture
def listing(qtbot: QtBot) -> Iterator[Listing]:
    document = QTextDocument("un\ndeux\ntrois\nquatre")
    made = Listing(document)
    qtbot.waitUntil(lambda: len(made.seen) == 4)
    made.seen.clear()
    yield made
    assert document.blockCount() == 4


def blocks(listing: Listing, *numbers: int) -> list[QTextBlock]:
    return [listing.document().findBlockByNumber(number) for number in numbers]


def test_blocks_are_shown_afresh_in_their_order(listing: Listing, qtbot: QtBot) -> None:
    Restyling(listing).restyle(blocks(listing, 2, 0, 3))

    qtbot.waitUntil(lambda: listing.seen == ["trois", "un", "quatre"])


def test_what_takes_too_long_waits_for_its_turn(
    listing: Listing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restyling, "SLICE", 1e-9)
    Restyling(listing).restyle(blocks(listing, 0, 1))
    assert listing.seen == ["un"]

    qtbot.waitUntil(lambda: listing.seen == ["un", "deux"])


def test_another_text_forgets_what_waits(
    listing: Listing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restyling, "SLICE", 1e-9)
    waiting = Restyling(listing)
    waiting.restyle(blocks(listing, 0, 1))
    waiting.forget()
    qtbot.wait(20)

    assert listing.seen == ["un"]


def test_blocks_added_come_after_those_that_wait(
    listing: Listing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restyling, "SLICE", 1e-9)
    waiting = Restyling(listing)
    waiting.restyle(blocks(listing, 3, 1))
    waiting.add(Stretch(blocks(listing, 0)[0], 2))

    qtbot.waitUntil(lambda: listing.seen == ["quatre", "deux", "un", "deux"])


def test_a_stretch_ends_with_the_text(listing: Listing) -> None:
    stretch = Stretch(blocks(listing, 2)[0], 9)

    assert [block.text() for block in stretch.blocks()] == ["trois", "quatre"]
