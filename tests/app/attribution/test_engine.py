"""Who said what, through the door of the room; every sentence here is invented."""

import pytest

from app.attribution.engine import attribute
from app.domain.quote import Attribution, QuoteKind


def said(copy: str, found: Attribution) -> list[tuple[str, str]]:
    """Return words and mention of the speaker for each quote."""
    return [(q.span.of(copy), q.speaker.text if q.speaker else "") for q in found.quotes]


@pytest.mark.parametrize(
    ("copy", "words", "speaker"),
    [
        ("« Nous tiendrons », a déclaré Odile Marchand.", "Nous tiendrons", "Odile Marchand"),
        ("« Nous tiendrons », a-t-elle ajouté.", "Nous tiendrons", "elle"),
        ("Odile Marchand a déclaré : « Nous tiendrons. »", "Nous tiendrons.", "Odile Marchand"),
        ("Le maire affirme que la route rouvrira.", "la route rouvrira", "Le maire"),
        ("Selon la préfecture, la route rouvrira.", "la route rouvrira", "la préfecture"),
        ("La route rouvrira, selon la préfecture.", "La route rouvrira", "la préfecture"),
        ("La route rouvrira, a annoncé le préfet.", "La route rouvrira", "le préfet"),
        ("Le maire dit vouloir rouvrir la route.", "vouloir rouvrir la route", "Le maire"),
    ],
)
def test_words_and_speaker_are_found(copy: str, words: str, speaker: str) -> None:
    assert said(copy, attribute(copy, "fr")) == [(words, speaker)]


def test_an_incise_cuts_one_quotation_in_two_pieces_of_one_group() -> None:
    copy = "« Nous tiendrons », a lancé Odile Marchand, « et nous gagnerons. »"

    found = attribute(copy, "fr")

    assert [q.kind for q in found.quotes] == [QuoteKind.DIRECT, QuoteKind.DIRECT]
    assert len({q.group for q in found.quotes}) == 1


@pytest.mark.parametrize(
    "copy",
    [
        "Les travaux avancent selon le calendrier prévu.",
        "L'exposition « Terres d'hiver » ouvre samedi.",
        "Le tarif dépend des conditions d'après-vente.",
    ],
)
def test_what_nobody_says_is_left_alone(copy: str) -> None:
    assert attribute(copy, "fr").quotes == ()


def test_a_language_nobody_reads_gives_nothing() -> None:
    assert attribute("« Nein », sagte er.", "de") == Attribution()
