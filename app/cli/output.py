"""What the command prints: text for a person, JSON for a program."""

import json
import sys
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from app.domain.finding import Finding, Severity
from app.domain.package import Package
from app.domain.text import Span
from app.sentences import severity_words
from app.stylebook import sentence as finding_sentence
from app.words import _, language, ngettext

GLYPHS = {
    Severity.BLOCK: "✗",
    Severity.ERROR: "▲",
    Severity.WARNING: "!",
    Severity.HINT: "·",
}
"""A shape for each weight, told in words too; only what stops publication has a cross."""

EXCERPT = 60


def say(text: str = "") -> None:
    """Print one line; characters the terminal cannot show are replaced, never fatal."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def complain(text: str) -> None:
    """Print one line of trouble on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"marbre: {text}\n".encode(encoding, "replace").decode(encoding))


def dump(value: object) -> None:
    """Print a value as JSON."""
    say(json.dumps(plain(value), ensure_ascii=False, indent=1))


def plain(value: Any) -> Any:  # noqa: ANN401  any value of the domain, as JSON knows it
    """Return a value of the domain as lists, records, words and numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [plain(item) for item in items]
    return _scalar(value)


def _scalar(value: Any) -> Any:  # noqa: ANN401  one leaf of `plain`
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


def shortened(text: str, length: int = EXCERPT) -> str:
    """Return a text on one line, cut with an ellipsis."""
    line = " ".join(text.split(" ")).replace("\n", " ")
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def finding_record(finding: Finding) -> dict[str, Any]:
    """Return a finding as a program reads it, with its sentence in the language of the interface."""
    span = finding.place.span
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "part": finding.place.part.value,
        "slot": finding.place.slot,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "excerpt": finding.excerpt,
        "message": finding_sentence(finding, language()),
        "fixes": len(finding.fixes),
        "fingerprint": finding.fingerprint(),
    }


def say_findings(package: Package, findings: Iterable[Finding]) -> None:
    """Print findings for a person, with their place and their sentence, then the count."""
    listed = tuple(findings)
    for finding in listed:
        place = where(package, finding)
        weight = severity_words(finding.severity)
        say(f"{GLYPHS[finding.severity]} {finding.code}  {weight} · {place}")
        say(f"    {finding_sentence(finding, language())}")
    blocks = sum(finding.severity is Severity.BLOCK for finding in listed)
    total = ngettext("{n} finding", "{n} findings", len(listed)).format(n=len(listed))
    stopping = ngettext("{n} stops publication", "{n} stop publication", blocks).format(n=blocks)
    say(f"{total}, {stopping}" if listed else _("No findings."))


def where(package: Package, finding: Finding) -> str:
    """Return the place of a finding as a person says it: the part, its number, the words."""
    place = finding.place
    names = {
        "story": _("story"),
        "headline": _("headline"),
        "kicker": _("kicker"),
        "standfirst": _("standfirst"),
        "byline": _("byline"),
        "dateline": _("dateline"),
        "body": _("body"),
        "caption": _("caption"),
        "alt": _("alt text"),
        "credit": _("credit"),
        "photo": _("photo"),
    }
    parts = [names[place.part.value]]
    if place.slot is not None:
        parts.append(str(place.slot))
    if place.part.value == "body" and place.span:
        parts.append(f"§ {paragraph_of(package.story.body, place.span)}")
    if finding.excerpt:
        parts.append(_("“{words}”").format(words=shortened(finding.excerpt)))
    return " ".join(parts)


def paragraph_of(body: str, span: Span) -> int:
    """Return the number, from 1, of the paragraph of a body where a span begins."""
    return 1 + body.count("\n\n", 0, span.start)
