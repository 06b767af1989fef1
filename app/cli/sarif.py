"""Findings as SARIF 2.1.0, the log that editors and code hosts read (OASIS Standard, 2020)."""

from collections.abc import Iterable

import app
from app.domain.finding import Finding, Severity
from app.stylebook import page
from app.stylebook import sentence as finding_sentence
from app.words import language

LEVELS = {
    Severity.BLOCK: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "note",
}
"""The level of each severity (SARIF 2.1.0, 3.27.10)."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def log(looked: Iterable[tuple[str, Iterable[Finding]]]) -> dict[str, object]:
    """Return one run over the copies looked at, each named as it was asked for.

    Places are counted in code points inside their part (body, headline, caption …), which is
    named as the logical location.
    """
    found = [(copy, finding) for copy, findings in looked for finding in findings]
    rules = [
        {"id": code, "shortDescription": {"text": page(code, language()).title}}
        for code in sorted({finding.code for _copy, finding in found})
    ]
    driver = {"name": "marbre", "version": app.__version__, "rules": rules}
    results = [_result(copy, finding) for copy, finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(copy: str, finding: Finding) -> dict[str, object]:
    place = finding.place
    part = place.part.value if place.slot is None else f"{place.part.value}/{place.slot}"
    physical: dict[str, object] = {"artifactLocation": {"uri": copy}}
    if place.span:
        length = place.span.end - place.span.start
        physical["region"] = {"charOffset": place.span.start, "charLength": length}
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": finding_sentence(finding, language())},
        "locations": [
            {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": part}]}
        ],
        "partialFingerprints": {"marbre/v1": finding.fingerprint()},
    }
