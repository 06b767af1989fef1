"""Findings: what stays the same while the remarked words stand."""

from app.domain.finding import Finding, Part, Place, Severity
from app.domain.text import Span


def finding(start: int, excerpt: str, slot: int | None = None) -> Finding:
    place = Place(Part.BODY, Span(start, start + len(excerpt)), slot)
    return Finding(code="TYP001", severity=Severity.WARNING, place=place, excerpt=excerpt)


def test_a_finding_that_moved_is_the_same() -> None:
    assert finding(3, "oui").fingerprint() == finding(90, "oui").fingerprint()


def test_other_words_or_another_photo_are_another_finding() -> None:
    prints = {
        finding(3, "oui").fingerprint(),
        finding(3, "non").fingerprint(),
        finding(3, "oui", slot=1).fingerprint(),
        finding(3, "oui", slot=2).fingerprint(),
    }

    assert len(prints) == 4
