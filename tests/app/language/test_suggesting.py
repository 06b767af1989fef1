"""What is proposed and the edits that propose it are one and the same."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import Span
from app.language.suggesting import apart, applied, edits

TEXTS = st.lists(
    st.sampled_from(["la", "digue", "\n\n", "tiendra", "« non »", ".", "😀", "e\u0301"]),
    max_size=20,
).map(" ".join)


@given(body=TEXTS, proposed=TEXTS)
def test_the_edits_of_a_proposal_make_it_again(body: str, proposed: str) -> None:
    assert applied(body, edits(body, proposed)) == proposed


@given(body=st.text(max_size=50), proposed=st.text(max_size=50))
def test_edits_of_one_proposal_never_reach_into_each_other(body: str, proposed: str) -> None:
    found = edits(body, proposed)

    assert apart(found) == found


def test_of_two_edits_of_the_same_words_the_first_is_made() -> None:
    assert applied("un deux", [(Span(3, 7), "trois"), (Span(0, 4), "zéro")]) == "zéroeux"
