"""Acronyms: remarked at first use, mended where the words are known, never inside quotation marks."""

from collections.abc import Callable
from dataclasses import replace

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.style import HouseStyle

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


def test_an_acronym_is_remarked_once_at_its_first_use(make: Make, found: Found) -> None:
    [finding] = found(make(body="Le bureau de l’ARZP vote.\n\nL’ARZP attend."), "ACR001")

    assert (finding.excerpt, finding.fixes) == ("ARZP", ())
    assert finding.place.span is not None
    assert finding.place.span.start == len("Le bureau de l’")


def test_one_spelled_out_by_then_needs_nothing(make: Make, found: Found) -> None:
    told = "L’Agence de rénovation de la zone portuaire (ARZP) vote.\n\nL’ARZP attend."
    late = "L’ARZP vote.\n\nL’Agence de rénovation de la zone portuaire (ARZP) attend."

    assert found(make(body=told), "ACR001") == []
    assert len(found(make(body=late), "ACR001")) == 1


def test_known_words_are_offered_outside_quotation_marks_only(make: Make, found: Found) -> None:
    free, quoted = make(body="Le plan du FMI arrive."), make(body="« Le FMI arrive », dit-elle.")

    [one] = found(free, "ACR001")
    [other] = found(quoted, "ACR001")

    mended = mend(free, one.fixes).story.body
    assert mended == "Le plan du Fonds monétaire international (FMI) arrive."
    assert (other.excerpt, other.fixes) == ("FMI", ())


def test_the_desk_says_which_need_no_words(make: Make, found: Found) -> None:
    package = make(body="L’ARZP et le QRST votent.")

    styled = replace(package, style=HouseStyle(acronyms=("ARZP",)), dictionary=("QRST",))

    assert found(styled, "ACR001") == []
