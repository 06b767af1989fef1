"""A sorting corrected by hand: each line goes where the person says, the others stay."""

import pytest

from app.intake import reader
from app.intake.correcting import ROLES, corrected, is_correctable, is_unsure

COPY = """Alerte

La digue tiendra l’hiver

La digue de Port-Sablé sera consolidée avant l’automne, a annoncé mercredi la maire Hélène Carvin.

Un chantier attendu

Les travaux dureront quatre mois et coûteront deux millions d’euros, selon la mairie.
"""


def test_without_a_correction_the_draft_is_the_same() -> None:
    draft = reader.read_text(COPY)

    assert is_correctable(draft)
    assert corrected(COPY, {}) == draft


def test_guesses_are_unsure() -> None:
    unsure = [line.text for line in reader.read_text(COPY).lines if is_unsure(line)]

    assert unsure == ["Un chantier attendu"]


def test_a_headline_of_one_word_is_unsure() -> None:
    draft = reader.read_text(COPY.replace("Alerte\n\nLa digue tiendra l’hiver", "Digue"))

    assert is_unsure(draft.lines[0])


def test_another_headline_takes_the_place_of_the_first() -> None:
    draft = corrected(COPY, {7: "headline"})

    assert draft.headline == "Un chantier attendu"
    assert "La digue tiendra l’hiver" in draft.body


@pytest.mark.parametrize("role", ROLES)
def test_a_line_can_be_given_every_role(role: str) -> None:
    draft = corrected(COPY, {7: role})

    line = next(one for one in draft.lines if one.number == 7)
    assert line.role == role
    held = (draft.headline, draft.kicker, draft.standfirst, draft.byline, draft.dateline)
    more = (draft.section, draft.agency_credit, draft.body, *(use.caption for use in draft.uses))
    assert any("Un chantier attendu" in text for text in (*held, *more)) == (role != "dropped")


def test_a_page_is_not_sorted_again() -> None:
    page = f"<html><body><h1>Titre</h1><p><b>{COPY}</b></p></body></html>"

    assert not is_correctable(reader.read_text(page))
