"""Lines that belong to a site are told from copy."""

import pytest

from app.intake import furniture
from app.intake.sheet import sheet_of


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Liens d'accessibilité", "furniture"),
        ("Liens d’accessibilité", "furniture"),
        ("SKIP TO CONTENT", "furniture"),
        ("XS", "size-label"),
        ("Partager cet article", "share-button"),
        ("Share", "share-button"),
        ("• WhatsApp", "share-button"),
        ("Nous utilisons des cookies pour mesurer l’audience.", "cookie-notice"),
        ("Accept all", "cookie-notice"),
        ("Lire aussi", "link-line"),
        ("À lire aussi : Le phare rallumé", "link-line"),
        ("Read more: The lighthouse is lit again", "link-line"),
        ("Publicité", "advertisement"),
        ("12 commentaires", "comments"),
        ("3 min read", "reading-time"),
        ("Temps de lecture : 4 min", "reading-time"),
        ("(Reporting by Ann Marsh; Editing by Jo Selby)", "wire-signoff"),
        ("© 2026 Le Phare. Tous droits réservés.", "copyright"),
    ],
)
def test_furniture_of_both_languages_is_known(line: str, reason: str) -> None:
    assert furniture.furniture(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Read more books this winter, doctors say",
        "Partager la mer",
        "Les Menus plaisirs du port",
        "Le maire a refusé.",
        "»",
        "Nous utilisons des cookies. " * 20,
    ],
)
def test_copy_is_not_furniture(line: str) -> None:
    assert furniture.furniture(line) == ""


def test_the_label_of_a_section_is_known_and_kept() -> None:
    assert furniture.is_section("Dernières nouvelles")
    assert furniture.is_section("› WORLD NEWS")
    assert not furniture.is_section("Dernières nouvelles du moulin")


def test_a_line_that_dates_a_page_needs_a_figure() -> None:
    assert furniture.is_published_line("Publié le 3 mars 2026 à 10h12")
    assert furniture.is_published_line("Last updated 2 hours ago")
    assert not furniture.is_published_line("Publié chez un petit éditeur")


def test_dropped_lines_keep_their_reason() -> None:
    sheet = sheet_of("Partager\nLe moulin tourne")
    furniture.drop_furniture(sheet.entries)
    assert [(entry.role, entry.reason) for entry in sheet.entries] == [
        ("dropped", "share-button"),
        ("", ""),
    ]
