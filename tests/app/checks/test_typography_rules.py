"""Typography findings: one a text and sort, one fix for all, quotations left alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.checks.mending import mend
from app.domain.finding import Finding, Part
from app.domain.package import Package
from app.domain.photo import PhotoUse

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


def test_straight_marks_are_one_finding_a_text_with_one_fix(
    make: Make, found: Found, use: PhotoUse
) -> None:
    package = make(
        body='Il dit "oui".\n\nElle dit "non".', uses=(replace(use, caption='Un "oui", 2021.'),)
    )

    body, caption = found(package, "TYP001")

    assert (body.place.part, caption.place.part) == (Part.BODY, Part.CAPTION)
    assert dict(body.params) == {"count": "4", "quoted": "0"}
    mended = mend(package, body.fixes).story.body
    assert mended == "Il dit «\u00a0oui\u00a0».\n\nElle dit «\u00a0non\u00a0»."


def test_apostrophes_inside_a_quotation_are_counted_and_not_mended(
    make: Make, found: Found
) -> None:
    package = make(body="L'eau, « l'eau », l'eau.")

    [finding] = found(package, "TYP002")

    assert dict(finding.params) == {"count": "3", "quoted": "1"}
    assert mend(package, finding.fixes).story.body == "L’eau, « l'eau », l’eau."


def test_faults_all_inside_a_quotation_offer_no_fix(make: Make, found: Found) -> None:
    [finding] = found(make(body="« L'eau. »"), "TYP002")

    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("code", "body", "mended"),
    [
        ("TYP003", "Oui !", "Oui\u202f!"),
        ("TYP004", "Dit “oui”.", "Dit «\u00a0oui\u00a0»."),
        ("TYP005", "Enfin...", "Enfin…"),
        ("TYP006", "Un - deux", "Un – deux"),
        ("TYP007", "Un  deux", "Un deux"),
        ("TYP008", "La manoeuvre", "La manœuvre"),
    ],
)
def test_each_sort_of_fault_is_found_and_mended(
    make: Make, found: Found, code: str, body: str, mended: str
) -> None:
    package = make(body=body)

    [finding] = found(package, code)

    assert mend(package, finding.fixes).story.body == mended


def test_a_missing_space_is_shown_with_the_words_beside_it(make: Make, found: Found) -> None:
    [finding] = found(make(body="Il a dit: oui"), "TYP003")

    assert finding.excerpt == "dit:"


def test_english_words_want_no_ligature(make: Make, found: Found) -> None:
    assert found(make("en-US", body="A manoeuvre"), "TYP008") == []
