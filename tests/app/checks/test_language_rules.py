"""Language: agreement asked about, doubles cut, unseen signs shown."""

from collections.abc import Callable

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


@pytest.mark.parametrize(
    ("language", "body", "words"),
    [
        ("fr-FR", "« Les riverains attendrons », dit-elle.", "Les riverains attendrons"),
        ("fr-FR", "Ils viendrons demain.", "Ils viendrons"),
        ("fr-FR", "On allons voir.", "On allons"),
        ("en-US", "“They was late,” she said.", "They was"),
        ("en-GB", "He don’t care.", "He don’t"),
    ],
)
def test_a_verb_that_disagrees_is_asked_about_and_never_mended(
    make: Make, found: Found, language: str, body: str, words: str
) -> None:
    [finding] = found(make(language, body=body), "LAN001")

    assert finding.excerpt == words
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "body",
    [
        "Nous attendrons les riverains.",
        "Les vieux patrons partent.",
        "Les riverains attendront.",
        "Ces petits vignerons vendent.",
        "Les maisons et les prisons ferment.",
        "Les riverains, nous les attendrons.",
    ],
)
def test_a_verb_that_agrees_is_left_alone(make: Make, found: Found, body: str) -> None:
    assert found(make(body=body), "LAN001") == []


def test_a_word_twice_is_cut_outside_quotation_marks_only(make: Make, found: Found) -> None:
    package = make(body="Le moulin rouvre le le jeudi. « Oui, il il ouvre. »")

    first, second = found(package, "LAN002")

    assert mend(package, first.fixes).story.body.startswith("Le moulin rouvre le jeudi.")
    assert (second.excerpt, second.fixes) == ("il il", ())


@pytest.mark.parametrize(
    "body",
    [
        "Nous nous levons.",
        "Vous vous levez.",
        "Oui oui.",
        "le `mot mot` codé",
        "Bora Bora",
        "la fin FIN",
    ],
)
def test_what_rightly_stands_twice_is_left_alone(make: Make, found: Found, body: str) -> None:
    assert found(make(body=body), "LAN002") == []


def test_unseen_signs_are_counted_and_cut(make: Make, found: Found) -> None:
    package = make(body="Le mou\u200blin \u202erouvre\u202c. « Ou\u200bi. »")

    [finding] = found(package, "LAN004")

    assert dict(finding.params) == {"sign": "U+200B", "count": "4"}
    assert mend(package, finding.fixes).story.body == "Le moulin rouvre. « Ou\u200bi. »"


def test_direction_marks_beside_arabic_and_joined_emoji_are_left_alone(
    make: Make, found: Found
) -> None:
    assert found(make(body="Le mot \u200fسلام\u200f se lit."), "LAN004") == []
    assert found(make(body="Une famille 👨\u200d👩\u200d👧 arrive."), "LAN004") == []


@pytest.mark.parametrize("body", ["La dÃ©claration", "lâ€™eau", "mot \ufffd"])
def test_broken_letters_are_an_error(make: Make, found: Found, body: str) -> None:
    assert len(found(make(body=body), "LAN005")) == 1


def test_letters_of_other_languages_are_not_broken(make: Make, found: Found) -> None:
    assert found(make(body="São Paulo, Ångström, Ãlvaro, 5 €"), "LAN005") == []
