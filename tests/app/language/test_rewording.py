"""Rewording: typesetting is no change, one dropped word is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rewording import Reworded, Turn
from app.language.rewording import reworded, settled, spoken


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'eau monte", "L’eau  monte"),
        ("Vraiment\u202f?", "Vraiment ?"),
        ("e\u0301lu", "élu"),
        ("dit «\u00a0non\u00a0»", "dit “ non ”"),
    ],
)
def test_typesetting_changes_no_word(one: str, other: str) -> None:
    assert settled(one) == settled(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Vraiment ?", "Vraiment."), ("12", "13"), ("la", "là"), ("Us", "us")]
)
def test_a_changed_sign_or_letter_is_a_change(one: str, other: str) -> None:
    assert settled(one) != settled(other)


def test_a_dropped_word_and_a_new_number_are_shown() -> None:
    assert reworded("Nous ne vendrons pas 12 lots.", "Nous vendrons 13 lots !") == (
        Reworded(Turn.KEPT, "Nous", "Nous"),
        Reworded(Turn.DROPPED, "ne", ""),
        Reworded(Turn.KEPT, "vendrons", "vendrons"),
        Reworded(Turn.REPLACED, "pas 12", "13"),
        Reworded(Turn.KEPT, "lots", "lots"),
        Reworded(Turn.REPLACED, ".", "!"),
    )


def test_what_is_heard_leaves_punctuation_and_case_aside() -> None:
    assert [word.bare for word in spoken("L’an 2000, *déjà* 5 % !")] == [
        "l", "an", "2000", "déjà", "5", "%",
    ]  # fmt: skip


@given(st.text(), st.text())
def test_every_word_of_both_wordings_is_told_in_order(one: str, other: str) -> None:
    turns = reworded(one, other)

    for text, told in ((one, [turn.was for turn in turns]), (other, [turn.now for turn in turns])):
        assert heard(" ".join(told)) == heard(text)


@given(st.text())
def test_what_stands_is_kept(text: str) -> None:
    assert {turn.turn for turn in reworded(text, text)} <= {Turn.KEPT}


def heard(text: str) -> list[str]:
    return [word.bare for word in spoken(text)]
