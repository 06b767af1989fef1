"""Spelling as findings: words, names told once, and what the desk knows."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.checks import spelling_rules
from app.checks.mending import mend
from app.domain.errors import DeskError
from app.domain.finding import Finding, Part
from app.domain.package import Package
from app.domain.person import Person
from app.domain.photo import PhotoUse
from app.domain.text import Span

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


def test_a_slip_is_remarked_in_every_text_a_reader_reads(
    make: Make, found: Found, use: PhotoUse
) -> None:
    uses = (replace(use, caption="La gallerie du moulin, le 13 mai 2021."),)
    package = make(headline="Le moulain rouvre", body="La rou tourne.", uses=uses)

    findings = found(package, "SPE001")

    assert [(each.place.part, each.excerpt) for each in findings] == [
        (Part.HEADLINE, "moulain"),
        (Part.BODY, "rou"),
        (Part.CAPTION, "gallerie"),
    ]
    assert [each.fixes for each in findings] == [(), (), ()]


def test_a_quoted_slip_is_said_to_be_quoted(make: Make, found: Found) -> None:
    findings = found(make(body="Il dit « la rou tourne » et la rou tourne."), "SPE001")

    assert [dict(each.params)["quoted"] for each in findings] == ["1", ""]


def test_a_name_is_told_once_and_never_when_the_register_knows_it(make: Make, found: Found) -> None:
    package = make(body="Tomasz Orlik parle. Orlik se tait, et Tomasz aussi.")

    (finding,) = found(package, "SPE002")

    assert (finding.excerpt, finding.place.span) == ("Tomasz Orlik", Span(0, 12))
    person = Person(id="p", name="Tomasz Orlik")
    assert found(replace(package, people=(person,)), "SPE002") == []


def test_a_name_is_told_in_full_wherever_it_stands_so(make: Make, found: Found) -> None:
    body = "Orlik parle. Puis Anne Orlik et Tomasz\u00a0Brezk, rejoints par Mme Ana de Lormec."

    findings = found(make(body=body), "SPE002")

    assert [each.excerpt for each in findings] == [
        "Anne Orlik",
        "Tomasz\u00a0Brezk",
        "Ana de Lormec",
    ]


def test_neighbours_parted_by_a_sign_are_two_names(make: Make, found: Found) -> None:
    body = "Entre Orlik, Brezk (Lormec) et Zarnov.\n\nKerbrast se tait."

    assert [each.excerpt for each in found(make(body=body), "SPE002")] == [
        "Orlik",
        "Brezk",
        "Lormec",
        "Zarnov",
        "Kerbrast",
    ]


def test_a_full_name_in_the_dictionary_lets_its_parts_pass(make: Make, found: Found) -> None:
    package = make(body="Tomasz Orlik parle. Orlik se tait, et Brezk aussi.")

    findings = found(replace(package, dictionary=("Tomasz Orlik",)), "SPE002")

    assert [each.excerpt for each in findings] == ["Brezk"]


def test_added_words_are_known(make: Make, found: Found) -> None:
    package = make(body="La mairessse parle.")

    assert [each.excerpt for each in found(package, "SPE001")] == ["mairessse"]
    assert found(replace(package, dictionary=("mairessse",)), "SPE001") == []


def test_a_lost_accent_is_left_to_its_own_rule(make: Make, found: Found) -> None:
    package = make(body="L’Etat et une oeuvre.")

    assert found(package, "SPE001") + found(package, "SPE002") == []


def test_what_keeps_spelling_from_being_read_is_told(
    make: Make, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = DeskError("spelling.no-library", reason="libstdc++")
    monkeypatch.setattr(spelling_rules, "trouble", lambda _language: missing)

    assert [each.params for each in found(make(), "SPE003")] == [(("reason", "libstdc++"),)]


def test_a_last_name_almost_that_of_somebody_named_is_remarked_and_mended(
    make: Make, found: Found
) -> None:
    package = make(body="Anne Kerbrat ouvre la séance. Kerbart se tait, « Kerbart » aussi.")

    free, quoted = found(package, "NAM005")

    assert mend(package, free.fixes).story.body.startswith(
        "Anne Kerbrat ouvre la séance. Kerbrat se tait"
    )
    assert quoted.fixes == ()
    assert [each.excerpt for each in found(package, "SPE002")] == ["Anne Kerbrat"]


def test_a_last_name_is_held_against_the_register(make: Make, found: Found) -> None:
    package = make(body="Loyle se tait.")

    assert found(package, "NAM005") == []
    known = replace(package, people=(Person(id="p", name="Anne Loyal"),))
    assert [dict(each.params)["right"] for each in found(known, "NAM005")] == ["Loyal"]


def test_families_and_other_people_keep_their_names(make: Make, found: Found) -> None:
    body = "Ann Kerbrat’s mill is shut. The Kerbrats left, and Kervrant and Tom Kerbart came."

    assert found(make("en-GB", body=body), "NAM005") == []
