from hypothesis import given
from hypothesis import strategies as st

from app.export.summary import LONGEST, SHORTEST, summary


def test_a_standfirst_that_says_enough_stands_alone() -> None:
    text = "Les quais de 1884 seront refaits pour douze millions d’euros."

    assert summary((text, "Autre chose encore.")) == text


def test_a_short_standfirst_goes_on_with_the_copy() -> None:
    assert summary(("Trop court", "Le port rouvrira en 2028, après sept ans de fermeture.")) == (
        "Trop court. Le port rouvrira en 2028, après sept ans de fermeture."
    )


def test_long_copy_ends_with_a_whole_sentence() -> None:
    sentence = "Le port rouvrira en mars, dit la mairie de Valmorey. "

    made = summary((sentence * 20,))

    assert made.endswith("Valmorey.")
    assert len(made) <= LONGEST


def test_a_cut_never_leaves_a_quotation_open() -> None:
    made = summary(
        ("La mairie promet beaucoup, et tient peu. Elle dit : «\u00a0" + "mot " * 90 + "»",)
    )

    assert made.count("«") == made.count("»")


@given(st.lists(st.text(alphabet="ab «».,", max_size=120), max_size=6))
def test_a_summary_is_never_too_long(texts: list[str]) -> None:
    assert len(summary(texts)) <= LONGEST


@given(st.lists(st.text(alphabet="abc ", min_size=SHORTEST).map(str.strip), min_size=1))
def test_a_summary_is_as_long_as_the_copy_allows(texts: list[str]) -> None:
    assert len(summary(texts)) >= min(SHORTEST, max(len(text) for text in texts[:1]))
