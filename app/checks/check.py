"""The check: a story package becomes findings, in reading order."""

from collections.abc import Iterable
from datetime import UTC, datetime

from app.checks import (
    acronym_rules,
    attribution_rules,
    caption_facts_rules,
    caption_people_rules,
    caption_rules,
    date_rules,
    figure_rules,
    house_rules,
    language_rules,
    name_rules,
    photo_rules,
    spelling_rules,
    story_rules,
    sum_rules,
    typography_rules,
)
from app.checks.copy import Copy
from app.checks.registry import Rule
from app.domain.finding import PHOTO_PARTS, Finding, Part, Severity
from app.domain.package import Package

RULES = (
    *attribution_rules.RULES,
    *name_rules.RULES,
    *photo_rules.RULES,
    *caption_rules.RULES,
    *caption_facts_rules.RULES,
    *caption_people_rules.RULES,
    *date_rules.RULES,
    *figure_rules.RULES,
    *sum_rules.RULES,
    *acronym_rules.RULES,
    *language_rules.RULES,
    *spelling_rules.RULES,
    *house_rules.RULES,
    *typography_rules.RULES,
    *story_rules.RULES,
)
"""Every rule of the house."""

_ORDER = {part: at for at, part in enumerate(Part)}


def check(
    package: Package, *, now: datetime | None = None, only: Severity | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find in a package whose attribution is filled in, in reading order.

    Findings set aside are returned too: whoever shows them knows the waivers. `now` is the moment
    that embargoes and rights are measured against, the present one when not given. `only` asks the rules of one weight.
    """
    copy = Copy(package, now or datetime.now(UTC))
    found = [finding for rule in _asked(only) for finding in rule.findings(copy)]
    return tuple(sorted(found, key=_place))


def _asked(only: Severity | None) -> Iterable[Rule]:
    return (rule for rule in RULES if only is None or rule.severity is only)


def _place(finding: Finding) -> tuple[bool, int, int, int, str]:
    place = finding.place
    start = place.span.start if place.span else -1
    pictured = place.part in PHOTO_PARTS
    return (pictured, place.slot or 0, _ORDER[place.part], start, finding.code)
