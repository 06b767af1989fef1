"""The ledger: decisions follow their words, are never lost and never given to other words."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.desk.ledger import laid_on
from app.domain.quote import Attribution, LedgerRow, LedgerState, Quote, QuoteKind, Speaker
from app.domain.story import Story
from app.domain.text import Span

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)
WORDS = ("Nous rouvrirons le moulin au printemps", "La digue tiendra", "Personne ne sait")


def story(*quotes: str) -> Story:
    body = "\n\n".join(f"« {words} », a dit Hélène Carvin." for words in quotes)
    return Story(
        id="s", slug="s", language="fr-FR", body=body, created_at=MOMENT, updated_at=MOMENT
    )


def read(copy: Story, *quotes: str) -> Attribution:
    """What an engine would find: each quote where it stands, in order."""
    found, after = [], 0
    for group, words in enumerate(quotes):
        start = copy.body.index(words, after)
        after = start + len(words)
        found.append(
            Quote(
                span=Span(start, after),
                kind=QuoteKind.DIRECT,
                group=group,
                speaker=Speaker(span=None, text="Hélène Carvin", name="Hélène Carvin"),
            )
        )
    return Attribution(quotes=tuple(found))


def confirmed(*quotes: str) -> tuple[LedgerRow, ...]:
    copy = story(*quotes)
    return tuple(
        replace(row, state=LedgerState.CONFIRMED, decided_at=MOMENT)
        for row in laid_on(copy, read(copy, *quotes), ())
    )


def lay(decided: tuple[LedgerRow, ...], *quotes: str) -> tuple[LedgerRow, ...]:
    copy = story(*quotes)
    return laid_on(copy, read(copy, *quotes), decided)


def test_every_quote_has_a_row_open_at_first() -> None:
    rows = lay((), *WORDS)

    assert [row.words for row in rows] == list(WORDS)
    assert {row.state for row in rows} == {LedgerState.OPEN}
    assert rows[0].speaker == "Hélène Carvin"


def test_rows_keep_their_names_while_their_words_stand() -> None:
    assert [row.id for row in lay((), *WORDS)] == [row.id for row in lay((), *WORDS)]


def test_the_same_words_said_twice_are_two_rows() -> None:
    rows = lay((), "Oui", "Oui")

    assert rows[0].id != rows[1].id


@given(st.permutations(WORDS))
def test_decisions_follow_moved_paragraphs(order: list[str]) -> None:
    rows = lay(confirmed(*WORDS), *order)

    assert [row.words for row in rows] == order
    assert {row.state for row in rows} == {LedgerState.CONFIRMED}


def test_changed_words_are_altered_and_keep_what_was_confirmed() -> None:
    rows = lay(confirmed("La digue tiendra bon cet hiver"), "La digue ne tiendra pas cet hiver")

    assert [row.state for row in rows] == [LedgerState.ALTERED]
    assert rows[0].words == "La digue tiendra bon cet hiver"


def test_other_words_do_not_inherit_a_decision() -> None:
    rows = lay(confirmed("La digue tiendra"), "Personne ne sait rien du budget")

    assert [row.state for row in rows] == [LedgerState.OPEN, LedgerState.CONFIRMED]
    assert rows[1].span is None


@given(st.lists(st.sampled_from([*WORDS, "Oui", "Non"]), max_size=6))
def test_no_decision_is_ever_lost(now: list[str]) -> None:
    decided = confirmed(*WORDS)

    rows = lay(decided, *now)

    assert {row.id for row in decided} <= {row.id for row in rows}
