"""Which words of a paragraph are remarked, in which language, and what is offered instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.detect import leaning
from app.language.spelling import (
    accepted,
    dictionary_for,
    doubts,
    is_accepted,
    is_name,
    near,
    trouble,
)


def words(line: str, language: str = "fr-FR") -> list[str]:
    return [word for _span, word in doubts(line, language)]


@pytest.mark.parametrize(
    "line",
    [
        "L’assemblée s’est réunie aujourd’hui, lorsqu’elle l’a pu.",
        "Peut-on dire qu'il l'aime ? Dit-elle vrai ? Y a-t-il moyen ? Celui-ci, vas-y !",
        "Le vice-ministre franco-russe, un porte-parole de l’OTAN, le G20 et la 2e loi.",
        "Le site https://exemple.invalid/gouvernemant et `kode` ne se lisent pas.",
        "Un **mot** gras, [un lien](https://exemple.invalid/xyzzt) et une œuvre.",
        "Les mots שלום и привет sont d’ailleurs.",
        "E\u0301lection en deux signes, cœur et aujourd'hui.",
    ],
)
def test_good_french_is_left_alone(line: str) -> None:
    assert words(line) == []


def test_slips_are_found_at_their_place_without_what_is_elided() -> None:
    line = "L’élekction du gouvernemant, a-t-il dit. Mangerait-ill ?"

    assert [(span.of(line), word) for span, word in doubts(line, "fr-FR")] == [
        ("élekction", "élekction"),
        ("gouvernemant", "gouvernemant"),
        ("ill", "ill"),
    ]


def test_each_english_has_its_own_spelling() -> None:
    assert words("The colour of the harbour", "en-US") == ["colour", "harbour"]
    assert words("The color of the harbor", "en-GB") == ["color", "harbor"]
    assert words("Kerbrat’s mill, the minister’s answer", "en-GB") == ["Kerbrat"]


def test_a_paragraph_in_the_other_language_is_read_in_it() -> None:
    english = "The minister said that the harbour was closed for the winter."
    french = "Le ministre a dit que le port était fermé pour la saison."

    assert leaning(english, "fr-FR") == "en-GB"
    assert words(english, "fr-FR") == []
    assert words(french, "en-US") == []
    assert leaning("Le Monde, the end", "fr-FR") == "fr-FR"


def test_other_languages_have_no_dictionary() -> None:
    assert dictionary_for("de-DE") is None
    assert words("Das ist gewiss kein Wort", "de-DE") == []
    assert trouble("de-DE") is None
    assert trouble("fr-CH") is None


def test_capitals_in_a_row_are_acronyms_up_to_a_length() -> None:
    assert words("L’OTAN et le CNRTL") == []
    assert words("LE GOUVERNEMENT, LE GOUVERNEMANT") == ["GOUVERNEMANT"]


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_english_keeps_the_accents_its_dictionaries_leave_out(language: str) -> None:
    line = "The café’s façade is a cliché; her fiancé was naïve vis-à-vis the GPs and the Wi-Fi."

    assert doubts(line, language) == ()


def test_words_younger_than_the_dictionaries_are_known() -> None:
    assert doubts("A chatbot and two whistleblowers told of the cyberattack.", "en-GB") == ()
    assert doubts("Deux chatbots ont défendu la piétonnisation du centre.", "fr-FR") == ()


def test_a_capital_far_inside_makes_no_name() -> None:
    assert is_name("Delcourt")
    assert is_name("iPad")
    assert not is_name("légèrementVersion")


def test_an_accent_does_not_hide_an_english_slip() -> None:
    assert [word for _place, word in doubts("The façaed of the house is a clichë.", "en-GB")] == [
        "façaed"
    ]


def test_near_words_come_with_the_apostrophe_of_print() -> None:
    assert near("gouvernemant", "fr-FR")[0] == "gouvernement"
    assert "don’t" in near("dont’t", "en-US")
    assert near("x" * 80, "fr-FR") == ()
    assert near("Wort", "de-DE") == ()


def test_near_words_of_a_name_change_only_what_nobody_knows() -> None:
    found = near("Anne Gouvernemant", "fr-FR")

    assert found
    assert all(name.startswith("Anne ") for name in found)
    assert near("Anne\u00a0Gouvernemant", "fr-FR")[0].startswith("Anne\u00a0")


def test_added_words_count_in_capitals_and_at_the_start_of_a_sentence() -> None:
    allowed = accepted(("mairesse", "Anne Le Goff-Kerbrat"))

    assert all(
        is_accepted(word, allowed)
        for word in ("mairesse", "Mairesse", "MAIRESSE", "Goff", "Kerbrat", "Goff-Kerbrat")
    )
    assert not is_accepted("kerbrat", allowed)


@given(st.text(max_size=200), st.sampled_from(["fr-FR", "en-GB"]))
def test_places_lie_in_the_text_in_order_for_any_text(line: str, language: str) -> None:
    found = doubts(line, language)

    assert all(span.of(line) == word and word for span, word in found)
    assert [span for span, _word in found] == sorted(span for span, _word in found)
