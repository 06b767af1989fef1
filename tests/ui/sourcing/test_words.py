"""Standings, kinds and reasons in words."""

import pytest
from PySide6.QtWidgets import QApplication

import resources
from app.domain.quote import (
    LedgerRow,
    Quote,
    QuoteKind,
    Reason,
    SourceKind,
    Speaker,
)
from app.domain.text import Span
from ui import words
from ui.sourcing.lines import Standing
from ui.sourcing.words import GLYPHS, kind_words, source_words, standing_words, why

SPAN = Span(0, 3)


def row(speaker: Speaker | None) -> LedgerRow:
    quote = Quote(span=SPAN, kind=QuoteKind.DIRECT, group=1, speaker=speaker)
    return LedgerRow(
        id="r", story_id="s", words="oui", span=SPAN, kind=QuoteKind.DIRECT, quote=quote
    )


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_has_a_word_and_a_shape(standing: Standing) -> None:
    icon, _token = GLYPHS[standing]

    assert standing_words(standing)
    assert resources.path(f"icons/{icon}.svg").is_file()


def test_no_two_open_standings_look_alike() -> None:
    assert len({icon for icon, _token in GLYPHS.values()}) == len(GLYPHS)


def test_every_kind_has_a_word() -> None:
    assert all(kind_words(kind) for kind in QuoteKind)
    assert all(source_words(kind) for kind in SourceKind)


def test_the_reason_is_told_with_how_sure_it_is(qapp: QApplication) -> None:
    speaker = Speaker(span=None, text="x", confidence=0.92, reason=Reason("unknown"))
    assert why(row(speaker)).endswith(" · 92%")
    words.install(qapp, "fr")
    assert why(row(speaker)).endswith(" · 92\u00a0%")


def test_nothing_is_told_where_the_engine_named_nobody() -> None:
    assert why(row(None)) == ""
