"""Where each quote stands, and who speaks how much."""

from dataclasses import replace

from app.desk.desk import Desk
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.quote import LedgerRow, LedgerState, QuoteKind
from app.domain.story import word_count
from app.domain.text import Span
from ui.sourcing.lines import Standing, numbered, seen, standing_of, tallied

ROW = LedgerRow(
    id="r", story_id="s", words="deux mots", span=Span(0, 9), kind=QuoteKind.DIRECT, speaker="A"
)


def test_each_row_stands_somewhere() -> None:
    assert standing_of(ROW) is Standing.SUGGESTED
    assert standing_of(replace(ROW, speaker="")) is Standing.NO_SOURCE
    assert standing_of(replace(ROW, state=LedgerState.CONFIRMED)) is Standing.CONFIRMED
    assert standing_of(replace(ROW, state=LedgerState.ALTERED)) is Standing.ALTERED
    assert standing_of(replace(ROW, state=LedgerState.NOT_A_QUOTE)) is Standing.NOT_A_QUOTE
    assert standing_of(replace(ROW, span=None)) is Standing.GONE


def test_quotes_are_numbered_and_lost_ones_are_not() -> None:
    lines = numbered((ROW, replace(ROW, id="q", span=None), replace(ROW, id="t")))

    assert [line.number for line in lines] == [1, 0, 2]


def test_words_without_a_source_are_told_last_and_what_is_no_quote_not_at_all() -> None:
    rows = (
        replace(ROW, speaker="", words="un deux trois"),
        replace(ROW, speaker="B", words="un"),
        ROW,
        replace(ROW, state=LedgerState.NOT_A_QUOTE, speaker="C"),
    )

    tallies = tallied(numbered(rows))

    assert [(one.speaker, one.words) for one in tallies] == [("A", 2), ("B", 1), ("", 3)]


def test_the_figures_of_the_sample_are_those_of_its_quotes(desk: Desk, story_id: str) -> None:
    sight = seen(desk, story_id)
    counted = {Standing.NOT_A_QUOTE, Standing.GONE}
    words = [word_count(one.row.words) for one in sight.lines if one.standing not in counted]

    assert sum(tally.words for tally in sight.tallies) == sum(words) > 0
    assert sight.open_count() == sight.quote_count()


def test_names_of_the_story_are_offered_once(desk: Desk, story_id: str) -> None:
    names = seen(desk, story_id).names

    assert len(names) == len(set(names))
    assert set(names) >= {row.speaker for row in sourcing.ledger(desk, story_id) if row.speaker}
    assert filing.package(desk, story_id).story.body == seen(desk, story_id).body
