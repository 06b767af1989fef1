"""The rules that ship can all be read, and say why in both languages."""

import pytest

from app.language.housestyle import house_style, shipped
from app.language.search import Query, hits, replaced


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


def told(line: str, language: str) -> list[str]:
    """What the rules that ship find in a line, in order."""
    return sorted(
        hit.span.of(line).strip()
        for rule in shipped(language)
        for hit in hits(line, Query(rule.pattern, pattern=True, case=True), rule.replacement)
    )


def mended(line: str, language: str) -> str:
    """A line with every replacement of the rules that ship made."""
    for rule in shipped(language):
        query = Query(rule.pattern, pattern=True, case=True)
        if rule.replacement is not None:
            line = replaced(line, hits(line, query, rule.replacement))
    return line


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("en", "It could of been worse.", "It could have been worse."),
        ("en", "They shouldn’t of gone.", "They shouldn’t have gone."),
        ("en", "Their is a mill. Their were two.", "There is a mill. There were two."),
        ("en", "They’re own boats.", "Their own boats."),
        ("en", "The quay on it’s own side.", "The quay on its own side."),
        ("en", "It’s cables were cut.", "Its cables were cut."),
        ("en", "Its a shame. Its been shut.", "It’s a shame. It’s been shut."),
        ("en", "It has more then 20 boats.", "It has more than 20 boats."),
        ("fr", "Quelques 200 bateaux.", "Quelque 200 bateaux."),
        ("fr", "Le pont est fermé a la circulation.", "Le pont est fermé à la circulation."),
        ("fr", "Le pont, fermé a la navigation.", "Le pont, fermé à la navigation."),
        ("fr", "Jusqu’a lundi, a partir de mardi.", "Jusqu’à lundi, à partir de mardi."),
        ("fr", "C’est a dire demain.", "C’est-à-dire demain."),
        ("fr", "Il à été surpris.", "Il a été surpris."),
        ("fr", "Au jour d'aujourd'hui, rien.", "aujourd’hui, rien."),
    ],
)
def test_common_slips_are_put_right(language: str, wrong: str, right: str) -> None:
    assert mended(wrong, language) == right


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "It could of course be worse, and would of late."),
        ("en", "The might of the port, the must of grapes."),
        ("en", "Their island; thy will be done in their is-land."),
        ("en", "It’s own goals that hurt. It’s cables that hold it."),
        ("en", "It’s always been so: its abnormal height, its A team."),
        ("en", "He was more then than now."),
        ("fr", "Quelques dizaines de bateaux, quelques 45 tours."),
        ("fr", "Le café fermé a la cote ; celui qui est fermé a la forme d’un U."),
        ("fr", "Il a partir à l’heure ; elle à côté, qui à pied."),
        ("fr", "On demande si elle aurait le temps. Si elle avait su."),
        ("fr", "Après qu’il a parlé."),
    ],
)
def test_what_is_right_is_left_alone(language: str, line: str) -> None:
    assert told(line, language) == []


def test_moods_are_shown_without_a_mend() -> None:
    line = "Si j’aurais su. Après qu’il ait parlé."

    assert told(line, "fr") == ["Après qu’il ait", "Si j’aurais"]
    assert mended(line, "fr") == line
