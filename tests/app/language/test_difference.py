"""Two texts side by side: nothing lost, nothing doubled, changes told by whole words."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.domain.rewording import Turn
from app.language.difference import passages

WORDS = st.lists(
    st.sampled_from(["la", "digue", "l’hiver", "tiendra", ".", "\n\n", "\u00a0:", "😀", "é"]),
    max_size=25,
).map(" ".join)


def changes(was: str, now: str) -> list[tuple[Turn, str, str]]:
    found = passages(was, now)
    return [
        (one.turn, one.was.of(was), one.now.of(now)) for one in found if one.turn is not Turn.KEPT
    ]


@given(was=WORDS, now=WORDS)
def test_the_stretches_cover_both_texts_in_order(was: str, now: str) -> None:
    found = passages(was, now)

    assert "".join(one.was.of(was) for one in found) == was
    assert "".join(one.now.of(now) for one in found) == now


@given(was=st.text(max_size=60), now=st.text(max_size=60))
def test_what_is_kept_is_the_same_and_what_differs_stands_apart(was: str, now: str) -> None:
    found = passages(was, now)

    assert all(one.was.of(was) == one.now.of(now) for one in found if one.turn is Turn.KEPT)
    kinds = [one.turn is Turn.KEPT for one in found]
    assert all(one != other for one, other in itertools.pairwise(kinds))


def test_a_word_is_changed_whole() -> None:
    assert changes("La digue tiendra.", "La digue tiendrait.") == [
        (Turn.REPLACED, "tiendra", "tiendrait")
    ]


def test_words_changed_side_by_side_are_one_change() -> None:
    assert changes("Un long hiver froid.", "Un bref été froid.") == [
        (Turn.REPLACED, "long hiver", "bref été")
    ]


def test_a_paragraph_put_in_is_told_as_added() -> None:
    assert changes("Un.\n\nTrois.", "Un.\n\nDeux.\n\nTrois.") == [(Turn.ADDED, "", "Deux.\n\n")]


def test_one_text_is_no_difference() -> None:
    assert changes("Pareil.", "Pareil.") == []
    assert passages("", "") == ()
