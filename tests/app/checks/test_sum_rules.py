"""Sums that cannot be right: shown, never mended."""

from collections.abc import Callable

from app.domain.finding import Finding
from app.domain.package import Package

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


def test_a_sum_is_shown_from_its_whole_to_its_last_part(make: Make, found: Found) -> None:
    body = "Le quai rouvre.\n\nL’accident a fait 12 blessés, dont 5 graves et 8 légers, hier."

    [finding] = found(make(body=body), "NUM005")

    assert finding.excerpt == "12 blessés, dont 5 graves et 8 légers"
    assert dict(finding.params) == {"parts": "13", "whole": "12"}
    assert finding.fixes == ()
