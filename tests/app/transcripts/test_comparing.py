"""Quotes beside a transcript: every alteration is told, verbatim words never are."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rewording import Turn
from app.domain.transcript import Likeness, Utterance
from app.transcripts.comparing import Said

NAMES = ("la digue", "le port", "la mairie", "cette écluse", "notre ville", "le chantier")
VERBS = ("tiendra", "coûtera", "ouvrira", "restera", "changera", "protégera")
RESTS = (
    "avant la fin de l’automne prochain",
    "sans que personne ne paie davantage",
    "tant que les crues restent faibles",
    "malgré ce que disent les riverains",
    "pour au moins trente ans je crois",
)


def talk(count: int) -> list[str]:
    """So many sentences, each of its own, as somebody might speak them."""
    random = Random(6)
    return [
        f"Je vous assure que {random.choice(NAMES)} numéro {number} ne {random.choice(VERBS)} pas"
        f" {random.choice(RESTS)}"
        for number in range(count)
    ]


def said(*lines: str) -> Said:
    return Said([Utterance(number=n, words=line, at=float(n)) for n, line in enumerate(lines, 1)])


LINES = ("Bonjour.", "Je pense que la digue ne tiendra pas tout l’hiver,", "euh, vraiment pas.")


def test_the_same_words_are_verbatim_whatever_their_typesetting() -> None:
    verdict = said(*LINES).compare("LA DIGUE ne tiendra pas tout l'hiver")

    assert verdict.likeness is Likeness.VERBATIM
    assert verdict.passage is not None
    assert (verdict.passage.first, verdict.passage.last, verdict.passage.at) == (2, 2, 2.0)
    assert verdict.passage.words == "la digue ne tiendra pas tout l’hiver"


def test_words_over_two_captions_are_one_passage() -> None:
    verdict = said(*LINES).compare("tout l’hiver, vraiment pas")

    assert verdict.likeness is Likeness.TRIMMED
    assert verdict.passage is not None
    assert (verdict.passage.first, verdict.passage.last) == (2, 3)


@pytest.mark.parametrize("mark", ["[…]", "(…)", "…", "..."])
def test_an_omission_that_says_so_is_trimmed(mark: str) -> None:
    verdict = said(*LINES).compare(f"Je pense que la digue {mark} tout l’hiver")

    assert verdict.likeness is Likeness.TRIMMED
    assert [change.was for change in verdict.changes if change.turn is Turn.DROPPED] == [
        "ne tiendra pas"
    ]


def test_words_put_in_brackets_are_the_editors() -> None:
    verdict = said(*LINES).compare("[L’ouvrage] ne tiendra pas tout l’hiver")

    assert verdict.likeness is Likeness.TRIMMED


@pytest.mark.parametrize(
    "quote",
    [
        "la digue tiendra tout l’hiver",
        "la digue ne tiendra pas tout l’été",
        "la ligue ne tiendra pas tout l’hiver",
        "la digue ne tiendra peut-être pas tout l’hiver",
    ],
)
def test_a_changed_dropped_or_added_word_is_altered(quote: str) -> None:
    assert said(*LINES).compare(quote).likeness is Likeness.ALTERED


@pytest.mark.parametrize("quote", ["Personne ne paiera un centime de plus", "", "…", "!"])
def test_what_was_not_said_is_not_found(quote: str) -> None:
    verdict = said(*LINES).compare(quote)

    assert (verdict.likeness, verdict.passage) == (Likeness.NOT_FOUND, None)


def test_forty_known_alterations_in_a_long_transcript_are_all_told() -> None:
    lines = talk(2500)
    heard = said(*lines)
    kept, altered = [], []
    for number in range(0, 2400, 60):
        quote = lines[number].removeprefix("Je vous assure que ")
        kept.append(quote)
        altered.append(
            (
                quote.replace(" ne ", " ").replace(" pas ", " "),
                quote.replace(f"numéro {number}", f"numéro {number + 7000}"),
                quote.replace("numéro", "lot"),
            )[number // 60 % 3]
        )

    assert {heard.compare(quote).likeness for quote in kept} == {Likeness.VERBATIM}
    assert {heard.compare(quote).likeness for quote in altered} == {Likeness.ALTERED}
    places = [heard.compare(quote).passage for quote in kept]
    assert [place.first for place in places if place] == [n + 1 for n in range(0, 2400, 60)]


@given(st.text(), st.text())
def test_any_words_are_compared(quote: str, words: str) -> None:
    verdict = said(words or "x").compare(quote)

    assert (verdict.passage is None) == (verdict.likeness is Likeness.NOT_FOUND)
