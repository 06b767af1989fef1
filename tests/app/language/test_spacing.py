"""Spaces beside punctuation: only the wrong ones are named, each with what should stand there."""

import pytest

from app.language.packs import Pack, pack_for
from app.language.spacing import space_changes


def _pack(language: str) -> Pack:
    found = pack_for(language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("oui !", {(3, 4): ("\u202f", "no-break")}),
        ("oui!", {(3, 3): ("\u202f", "no-break")}),
        ("oui\u202f!", {}),
        ("dit: a", {(3, 3): ("\u00a0", "no-break")}),
        ("«a»", {(1, 1): ("\u00a0", "no-break"), (2, 2): ("\u00a0", "no-break")}),
        ("a  b", {(1, 3): (" ", "space")}),
        ("a , b", {(1, 2): ("", "space")}),
        ("16:9 et 10:30", {}),
        ("3 %", {(1, 2): ("\u00a0", "no-break")}),
        ("M. Orlov", {(2, 3): ("\u00a0", "no-break")}),
        ("M. le maire", {}),
        ("5 kms", {}),
        ("à 5 km", {(3, 4): ("\u00a0", "no-break")}),
    ],
)
def test_french_spaces(line: str, change: dict[tuple[int, int], tuple[str, str]]) -> None:
    assert space_changes(line, _pack("fr-FR")) == change


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("yes !", {(3, 4): ("", "space")}),
        ("yes: a", {}),
        ("“ a ”", {(1, 2): ("", "space"), (3, 4): ("", "space")}),
        ("16 May", {}),
    ],
)
def test_english_spaces(line: str, change: dict[tuple[int, int], tuple[str, str]]) -> None:
    assert space_changes(line, _pack("en-US")) == change
