"""Names, accents, offices, acronyms: one way each, and no false quarrels."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding, Part
from app.domain.package import Package
from app.domain.person import Person
from app.domain.photo import PhotoUse

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


def test_one_name_in_two_spellings_is_found_in_the_caption(
    make: Make, found: Found, use: PhotoUse
) -> None:
    body = "Le chimiste Sergueï Orlov est venu. Il a vu Sergueï Orlov."
    package = make(body=body, uses=(replace(use, caption="Sergei Orlov au moulin, 2021."),))

    [finding] = found(package, "NAM001")

    assert (finding.place.part, finding.place.slot) == (Part.CAPTION, 1)
    assert dict(finding.params) == {"form": "Sergei Orlov", "right": "Sergueï Orlov", "count": "1"}
    assert mend(package, finding.fixes).uses[0].caption == "Sergueï Orlov au moulin, 2021."


def test_the_register_decides_which_spelling_is_right(make: Make, found: Found) -> None:
    body = "Sergueï Orlov est venu. Sergueï Orlov est reparti."
    package = replace(make(body=body), people=(Person(id="p", name="Sergei Orlov"),))

    assert {dict(each.params)["right"] for each in found(package, "NAM001")} == {"Sergei Orlov"}
    assert len(found(package, "NAM001")) == 2


@pytest.mark.parametrize(
    "body",
    [
        "Jean Vidal et Jeanne Vidal sont venus.",
        "Anna Vidal et Paul Marchand sont venus.",
        "Anna Vidal est venue. Mme\u00a0Vidal est repartie.",
        "Anna\u00a0Vidal est venue. Anna Vidal est repartie.",
    ],
)
def test_two_people_are_two_people(make: Make, found: Found, body: str) -> None:
    assert found(make(body=body), "NAM001") == []


def test_a_name_inside_a_quotation_is_told_and_not_mended(make: Make, found: Found) -> None:
    body = "Sergueï Orlov a parlé. Sergueï Orlov a ri. « Sergei Orlov a raison », dit-on."

    [finding] = found(make(body=body), "NAM001")

    assert finding.fixes == ()


def test_an_accent_written_elsewhere_is_missing_here(make: Make, found: Found) -> None:
    body = "Les Etats-Unis vont. « Les Etats-Unis iront. »"
    package = make(headline="Les États-Unis", body=body)

    [finding] = found(package, "NAM002")

    assert dict(finding.params)["count"] == "2"
    mended = mend(package, finding.fixes).story.body
    assert mended == "Les États-Unis vont. « Les Etats-Unis iront. »"
    assert found(package, "LAN003") == []


def test_without_the_accented_form_the_word_list_speaks(make: Make, found: Found) -> None:
    package = make(body="L’Etat et l’Ecole. A la question, non.")

    assert found(package, "NAM002") == []
    assert {each.excerpt for each in found(package, "LAN003")} == {"Etat", "Ecole", "A"}


def test_english_copy_has_no_french_accents_to_miss(make: Make, found: Found) -> None:
    package = make("en-GB", body="The Etat and the État.")

    assert found(package, "NAM002") == []
    assert found(package, "LAN003") == []


def test_an_office_in_two_ways_is_told_where_it_differs_from_the_body(
    make: Make, found: Found, use: PhotoUse
) -> None:
    body = "Le secrétaire régional à la Défense est venu."
    uses = (replace(use, caption="Le secrétaire de la défense, Léo Orlov, en 2021."),)

    [finding] = found(make(body=body, uses=uses), "NAM003")

    assert finding.excerpt == "de la défense"
    assert dict(finding.params)["other"] == "à la Défense"


def test_two_offices_are_two_offices(make: Make, found: Found) -> None:
    body = "La ministre de la Culture et la ministre de la Santé, puis la ministre de la Culture."

    assert found(make(body=body), "NAM003") == []


def test_english_defence_and_defense_are_one_office(make: Make, found: Found) -> None:
    body = "The Secretary of Defense met the Secretary of Defence."

    assert len(found(make("en-US", body=body), "NAM003")) == 1


def test_an_acronym_in_two_ways_follows_the_more_frequent(make: Make, found: Found) -> None:
    package = make(headline="L’OTAN hésite", body="L’Otan hésite. L’Otan attend.")

    [finding] = found(package, "NAM004")

    assert mend(package, finding.fixes).story.headline == "L’Otan hésite"


@pytest.mark.parametrize(
    "body",
    [
        "BRUME (Agence) — À Brume, rien.",
        "Vu.\n\nVIDAL : oui.\n\nAnna Vidal a dit.",
        "LE VAL. Le Val.",
    ],
)
def test_datelines_speakers_and_loud_lines_are_no_acronyms(
    make: Make, found: Found, body: str
) -> None:
    assert found(make(body=body), "NAM004") == []


def test_a_spelling_of_the_register_is_written_as_its_name(make: Make, found: Found) -> None:
    known = Person(id="p1", name="Anna Vidal-Roy", variants=("Anna Keller",))
    package = replace(make(body="Le moulin rouvre, dit Anna Keller."), people=(known,))

    (finding,) = found(package, "NAM001")

    assert dict(finding.params)["right"] == "Anna Vidal-Roy"
