"""Headers of Markdown stories and labelled lines, in both languages."""

from datetime import UTC, date, datetime

import pytest

from app.intake import header
from app.intake.sheet import sheet_of


def fields(text: str) -> dict[str, str]:
    sheet = sheet_of(text)
    header.read_header(sheet)
    return sheet.fields


def test_keys_are_known_in_english_and_french() -> None:
    english = fields("---\nheadline: A\nstandfirst: B\ntags: [x, y]\nagency-credit: AFP\n---\n")
    french = fields("---\nTitre : A\nChapô : B\nMots-clés : x, y\nCrédit : AFP\n---\n")
    assert english == {"headline": "A", "standfirst": "B", "tags": "[x, y]", "agency_credit": "AFP"}
    assert french == {"headline": "A", "standfirst": "B", "tags": "x, y", "agency_credit": "AFP"}


def test_a_list_may_stand_on_lines_of_its_own() -> None:
    assert header.items(fields("---\ntags:\n  - mer\n  - moulin\n---\n")["tags"]) == (
        "mer",
        "moulin",
    )
    assert header.items('["mer", #moulin, mer]') == ("mer", "moulin")


def test_an_unknown_key_is_left_out_with_its_reason() -> None:
    sheet = sheet_of("---\ntitle: A\nlayout: post\n---\n")
    header.read_header(sheet)
    assert [(entry.role, entry.reason) for entry in sheet.entries] == [
        ("field", "header"),
        ("field", "headline"),
        ("dropped", "unknown-field"),
        ("field", "header"),
    ]


@pytest.mark.parametrize(
    "text", ["---\nUn tiret\n---\n", "---\n---\n", "titre : A\n", "---\ntitre: A\n"]
)
def test_what_is_no_header_is_not_read_as_one(text: str) -> None:
    assert not header.has_header(sheet_of(text).entries)
    assert fields(text) == {}


def test_labels_at_the_top_of_raw_copy_are_read_when_they_are_sure() -> None:
    sheet = sheet_of("Titre : Le moulin tourne\nEmbargo : 16 octobre 2026 18h\n\nTexte.")
    header.read_labels(sheet)
    assert sheet.fields == {"headline": "Le moulin tourne", "embargo": "16 octobre 2026 18h"}
    alone = sheet_of("Crédit : les taux remontent\n\nTexte.")
    header.read_labels(alone)
    assert alone.fields == {}


def test_a_note_is_taken_out_wherever_it_stands() -> None:
    sheet = sheet_of("Un.\n\nNote à la rédaction : suivra un portrait.\n\nDeux.")
    header.read_notes(sheet)
    assert sheet.fields == {"note": "suivra un portrait."}


@pytest.mark.parametrize(
    ("value", "text", "tag"),
    [
        ("fr", "", "fr-FR"),
        ("Français", "", "fr-FR"),
        ("fr_ca", "", "fr-CA"),
        ("english", "the colour of the harbour", "en-GB"),
        ("en", "the color of the harbor", "en-US"),
        ("de", "", "de"),
        ("??", "le moulin de la ville", "fr-FR"),
    ],
)
def test_languages_become_tags(value: str, text: str, tag: str) -> None:
    assert header.language_tag(value, text) == tag


def test_only_a_tag_with_its_country_names_one() -> None:
    told = ["fr-FR", "en_us", "fr", "english", "de", "??", ""]
    assert [one for one in told if header.names_country(one)] == ["fr-FR", "en_us"]


def test_days_and_moments_are_read_as_people_write_them() -> None:
    assert header.day("2026-10-15", "en-GB") == date(2026, 10, 15)
    assert header.day("jeudi 15 octobre 2026", "fr-FR") == date(2026, 10, 15)
    assert header.day("bientôt", "fr-FR") is None
    assert header.moment("2026-10-15T18:00:00+02:00", "fr-FR") == datetime(
        2026, 10, 15, 16, tzinfo=UTC
    )
    own = datetime(2026, 10, 15, 18, 30).astimezone(UTC)
    assert header.moment("15 octobre 2026 à 18h30", "fr-FR") == own
    assert header.moment("", "fr-FR") is None
