"""Quotation marks and apostrophes: which way each one faces."""

import pytest

from app.language.packs import Pack, pack_for
from app.language.quotemarks import mark_changes


def _pack(language: str) -> Pack:
    found = pack_for(language)
    assert found is not None
    return found


def _set(line: str, language: str) -> str:
    changes = mark_changes(line, _pack(language))
    return "".join(changes.get(at, letter) for at, letter in enumerate(line))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('"a" et "b"', "«a» et «b»"),
        ('("a")', "(«a»)"),
        ('dit:"a"', "dit:«a»"),
        ('"a "b" c"', "«a “b” c»"),
        ('"a". "b"', "«a». «b»"),
        ('a "', "a «"),
        ('a" b', "a» b"),
        ('*"a"*', "*«a»*"),
        ("« a “b” c »", "« a “b” c »"),
        ("“a” b", "«a» b"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("les '12'", "les ’12′"),
        ('un écran de 5"', "un écran de 5″"),
        ("12'000 voix", "12’000 voix"),
    ],
)
def test_french_marks_face_the_words(line: str, wanted: str) -> None:
    assert _set(line, "fr-FR") == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("'tis 'em '90s", "’tis ’em ’90s"),
        ("he said 'yes' twice", "he said ‘yes’ twice"),
        ("\"'Yes,' she said\"", "“‘Yes,’ she said”"),
        ("the players' union", "the players’ union"),
        ('"a" «b»', "“a” “b”"),
        ("'a", "’a"),
    ],
)
def test_english_marks_face_the_words(line: str, wanted: str) -> None:
    assert _set(line, "en-US") == wanted


def test_marks_already_right_are_not_mentioned() -> None:
    assert mark_changes("«\u00a0l’eau\u00a0»", _pack("fr-FR")) == {}
