"""The rules that ship can all be read, and say why in both languages."""

import pytest

from app.language.housestyle import house_style, shipped


@pytest.mark.parametrize("language", ["fr-CA", "en-GB"])
def test_the_rules_that_ship_say_why_in_both_languages(language: str) -> None:
    rules = shipped(language)

    assert len(rules) >= 4
    assert all({"fr", "en"} == set(rule.messages) for rule in rules)


def test_other_languages_have_none() -> None:
    assert shipped("de-DE") == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[rule]]\npattern = 'a'\nmessage = 'b'\nweight = 3",
        "[[rule]]\npattern = 'a'\nmessage = 'b'\nseverity = 'block'",
        "[[rule]]\npattern = 'a'\nmessage = 'b'\nreplacement = '\\2'",
    ],
)
def test_a_mistake_is_told(text: str) -> None:
    assert house_style(text).trouble


def test_a_desk_names_the_acronyms_it_never_spells_out() -> None:
    assert house_style('acronyms = ["ARZP", "TER"]').acronyms == ("ARZP", "TER")
    assert house_style("acronyms = 3").trouble
