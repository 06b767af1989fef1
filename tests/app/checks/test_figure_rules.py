"""Figures: remarked and mended in the copy, remarked only inside quotation marks."""

from collections.abc import Callable

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


@pytest.mark.parametrize(
    ("code", "body", "right"),
    [
        ("NUM001", "Le feu a pris 3 granges.", "Le feu a pris trois granges."),
        ("NUM002", "Cela coûte 125000 euros.", "Cela coûte 125\u202f000 euros."),
        ("NUM003", "On compte 8.4 % d’absents.", "On compte 8,4 % d’absents."),
        ("NUM006", "La séance ouvre à 18h30.", "La séance ouvre à 18\u00a0h\u00a030."),
        ("UNI001", "La route fait 12km.", "La route fait 12\u00a0km."),
        ("UNI002", "Un champ de 400 m2.", "Un champ de 400 m²."),
    ],
)
def test_a_figure_is_mended_in_the_copy_and_never_in_a_quote(
    make: Make, found: Found, code: str, body: str, right: str
) -> None:
    package = make(body=f"{body} « {body} »")

    free, quoted = found(package, code)

    assert mend(package, free.fixes).story.body == f"{right} « {body} »"
    assert quoted.fixes == ()


def test_a_unit_is_shown_with_its_figure(make: Make, found: Found) -> None:
    [finding] = found(make(body="La route fait 12,5km."), "UNI001")

    assert finding.excerpt == "12,5km"


def test_a_title_keeps_its_digits(make: Make, found: Found) -> None:
    assert found(make(headline="Le feu prend 3 granges"), "NUM001") == []


def test_per_cent_in_two_ways_is_told_once(make: Make, found: Found) -> None:
    both = make(body="Les ventes ont monté de 4 % en mai et 5 % en juin, puis de 6 pour cent.")
    alone = make(body="Les ventes ont monté de 4 % en mai et de 6 % en juin.")

    [finding] = found(both, "NUM004")

    assert finding.excerpt == "6 pour cent"
    assert found(alone, "NUM004") == []
