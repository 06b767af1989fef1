"""The stylebook: a page for every rule in both languages, and a sentence for every finding."""

import re
import string
import tomllib

import pytest

import resources
from app.checks.check import RULES
from app.domain.errors import DeskError
from app.domain.finding import Finding, Fix, Part, Place, Severity
from app.language.typography import faults
from app.stylebook import codes, fix_label, page, sentence, why

BOTH = pytest.mark.parametrize("language", ["en", "fr"])
HEADINGS = {
    "en": ["Why", "Example", "How to mend it"],
    "fr": ["Pourquoi", "Exemple", "Comment corriger"],
}


def _names(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


@BOTH
def test_every_rule_has_its_page_and_every_page_its_rule(language: str) -> None:
    pages = {path.stem for path in resources.path(f"stylebook/{language}").glob("*.md")}

    assert pages == {rule.code for rule in RULES}
    assert set(codes()) == pages


@BOTH
def test_a_page_says_what_why_with_an_example_and_how_to_mend(language: str) -> None:
    for rule in RULES:
        found = page(rule.code, language)
        assert found.title
        assert re.findall(r"^## (.+)$", found.text, re.MULTILINE) == HEADINGS[language]
        assert not found.text.startswith("#")


@BOTH
def test_every_page_gives_its_reason_in_plain_words(language: str) -> None:
    for rule in RULES:
        reason = why(rule.code, language)
        assert len(reason) > 20, rule.code
        assert not set(reason) & set("\n#`*"), rule.code


@BOTH
def test_a_message_asks_only_for_what_its_rule_gives(language: str) -> None:
    for rule in RULES:
        assert _names(page(rule.code, language).message) <= rule.params | {"excerpt"}


def test_both_languages_say_the_same_things() -> None:
    for rule in RULES:
        assert _names(page(rule.code, "en").message) == _names(page(rule.code, "fr").message)


def test_french_pages_are_set_as_french_is() -> None:
    for rule in RULES:
        found = page(rule.code, "fr")
        for words in (found.title, found.message):
            assert faults(words, "fr-FR") == (), rule.code


def test_a_sentence_is_filled_with_words_and_days() -> None:
    finding = Finding(
        code="PHO005",
        severity=Severity.WARNING,
        place=Place(Part.CAPTION, None, 2),
        params=(("slot", "2"), ("date", "2021-01-12"), ("days", "30")),
    )

    said = "Picture 2 is from 12\u00a0January\u00a02021, 30 days before the events."
    assert sentence(finding, "en-GB") == said
    assert "12\u00a0janvier\u00a02021" in sentence(finding, "fr-FR")


def test_a_sentence_shows_the_head_of_long_words_and_takes_braces_as_they_are() -> None:
    long = Finding(
        code="ATT001", severity=Severity.BLOCK, place=Place(Part.BODY), excerpt="{mot} " * 40
    )

    said = sentence(long, "en")

    assert "{mot}" in said
    assert "…" in said
    assert len(said) < 120


def test_a_fix_says_what_it_does() -> None:
    fix = Fix("write-instead", (), (("right", "État"),))

    assert fix_label(fix, "fr") == "Écrire «\u00a0État\u00a0»"
    assert fix_label(fix, "de") == "Write “État”"


def test_the_labels_are_the_same_in_both_languages() -> None:
    labels = [
        tomllib.loads(resources.read_text(f"stylebook/{language}/fixes.toml"))
        for language in ("en", "fr")
    ]

    assert labels[0].keys() == labels[1].keys()
    assert all(_names(labels[0][code]) == _names(labels[1][code]) for code in labels[0])


@pytest.mark.parametrize("code", ["XXX999", "att001", "../en/ATT001", "ATT001.md", ""])
def test_an_unknown_rule_is_said_to_be_unknown(code: str) -> None:
    with pytest.raises(DeskError) as raised:
        page(code, "fr")

    assert raised.value.code == "rule.unknown"


def test_words_that_come_in_each_language_are_told_in_the_readers() -> None:
    finding = Finding(
        code="HOU001",
        severity=Severity.WARNING,
        place=Place(Part.BODY),
        excerpt="kmh",
        params=(("message", "Write km/h."), ("message_fr", "Écrire km/h.")),
    )

    assert sentence(finding, "en") == "“kmh”: Write km/h."
    assert sentence(finding, "fr").endswith("Écrire km/h.")
