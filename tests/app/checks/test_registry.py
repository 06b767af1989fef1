"""A rule turns remarks into findings of its own code and weight."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from app.checks.copy import Copy
from app.checks.registry import Remark, rule
from app.domain.finding import Finding, Part, Place, Severity
from app.domain.package import Package


def test_a_remark_becomes_a_finding_of_its_rule(make: Callable[..., Package]) -> None:
    @rule("TST001", Severity.HINT, Part.HEADLINE, "what")
    def watched(copy: Copy) -> Iterable[Remark]:
        words = copy.package.story.headline
        yield Remark(place=Place(Part.HEADLINE), excerpt=words, params=(("what", "x"),))

    package = make(headline="Le moulin")

    assert list(watched.findings(Copy(package, datetime.now(UTC)))) == [
        Finding(
            code="TST001",
            severity=Severity.HINT,
            place=Place(Part.HEADLINE),
            excerpt="Le moulin",
            params=(("what", "x"),),
        )
    ]
    assert watched.params == {"what"}
