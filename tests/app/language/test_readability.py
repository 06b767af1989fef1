"""The figures of texts whose words and syllables were counted by hand."""

import pytest

from app.language.readability import Ease, _english, _french, readability

FRENCH = {
    "chat": 1, "porte": 1, "portes": 1, "ministre": 2, "république": 3, "qui": 1, "quatre": 1,
    "théâtre": 2, "maison": 2, "eau": 1, "beaucoup": 2, "gouvernement": 4, "langue": 1,
}  # fmt: skip
ENGLISH = {
    "cat": 1, "gate": 1, "minister": 3, "table": 2, "walked": 1, "wanted": 2, "house": 1,
    "readability": 5, "the": 1, "people": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), FRENCH.items())
def test_french_syllables(word: str, count: int) -> None:
    assert _french(word) == count


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_english_syllables(word: str, count: int) -> None:
    assert _english(word) == count


def test_the_formula_of_flesch() -> None:
    text = "The cat sat on the mat. " * 10

    found = readability(text, "en-GB")

    assert found is not None
    assert found.words_a_sentence == 6
    assert found.score == round(206.835 - 1.015 * 6 - 84.6)
    assert found.ease is Ease.VERY_EASY


def test_the_formula_of_kandel_and_moles() -> None:
    text = "Le chat dort sur le toit. " * 10

    found = readability(text, "fr-CH")

    assert found is not None
    assert found.score == round(207 - 1.015 * 6 - 73.6)


def test_longer_sentences_and_words_read_harder() -> None:
    hard = "La réglementation administrative internationale conditionne indubitablement, " * 9

    found = readability(hard + "fin.", "fr-FR")

    assert found is not None
    assert found.ease is Ease.VERY_HARD


def test_signs_addresses_and_slots_do_not_count() -> None:
    plain = "Le chat dort sur le toit. " * 10
    dressed = plain.replace("chat", "**chat**") + "\n\n![](photo:1)\n\n"

    assert readability(dressed, "fr-FR") == readability(plain, "fr-FR")


@pytest.mark.parametrize(("text", "language"), [("Court.", "fr-FR"), ("Wort " * 80, "de-DE")])
def test_short_texts_and_other_languages_have_no_figure(text: str, language: str) -> None:
    assert readability(text, language) is None
