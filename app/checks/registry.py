"""What a rule is: a code, a weight, a subject and one function from copy to remarks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.checks.copy import Copy
from app.domain.finding import Finding, Fix, Part, Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule has to say at one place; `params` fill the sentence of its stylebook page."""

    place: Place
    excerpt: str = ""
    params: tuple[tuple[str, str], ...] = ()
    fixes: tuple[Fix, ...] = ()


Look = Callable[[Copy], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the house. `part` is what it is mostly about, `params` the names it fills."""

    code: str
    severity: Severity
    part: Part
    params: frozenset[str]
    look: Look

    def findings(self, copy: Copy) -> Iterable[Finding]:
        """Yield what the rule finds in one package."""
        for remark in self.look(copy):
            yield Finding(
                code=self.code,
                severity=self.severity,
                place=remark.place,
                excerpt=remark.excerpt,
                params=remark.params,
                fixes=remark.fixes,
            )


def rule(code: str, severity: Severity, part: Part, *params: str) -> Callable[[Look], Rule]:
    """Make a rule of a function. `params` are the names every remark of it may fill."""

    def made(look: Look) -> Rule:
        return Rule(code, severity, part, frozenset(params), look)

    return made
