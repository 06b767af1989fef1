"""Packs: the closest country to a language tag, and None where we know nothing."""

import pytest

from app.language.packs import pack_for


@pytest.mark.parametrize(
    ("tag", "pack"),
    [
        ("fr-FR", "fr-FR"),
        ("FR-fr", "fr-FR"),
        ("fr", "fr-FR"),
        ("fr-BE", "fr-FR"),
        ("fr-CA", "fr-CA"),
        ("fr-CH-x-desk", "fr-CH"),
        ("fr-FR-x-nbsp", "fr-FR-x-nbsp"),
        ("en", "en-US"),
        ("en-IE", "en-GB"),
    ],
)
def test_a_tag_finds_its_country(tag: str, pack: str) -> None:
    found = pack_for(tag)

    assert found is not None
    assert found.language == pack


def test_a_language_we_do_not_set_has_no_pack() -> None:
    assert pack_for("de-DE") is None
    assert pack_for("") is None


def test_only_french_sets_spaces_before_high_punctuation() -> None:
    french, english = pack_for("fr-CA"), pack_for("en-GB")

    assert french is not None
    assert french.spaced
    assert english is not None
    assert not english.spaced
