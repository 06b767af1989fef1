"""Sentences and figures of publishing."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from app.desk.pages.publishing import Publication
from app.domain.correction import CorrectionKind
from ui.publishing.lines import Issue
from ui.words import N_, _, clock, day, language, ngettext

INDEX = "index.html"
KILO = 1000
DIGITS = 12
"""Digits of a digest that are shown: enough to tell two publications apart by eye."""

KINDS = {
    CorrectionKind.FACT: N_("Fact"),
    CorrectionKind.NAME: N_("Name"),
    CorrectionKind.FIGURE: N_("Figure"),
    CorrectionKind.QUOTE: N_("Quotation"),
    CorrectionKind.PICTURE: N_("Picture"),
    CorrectionKind.CLARIFICATION: N_("Clarification"),
}


def kind_words(kind: CorrectionKind) -> str:
    """Return what was wrong, in a word."""
    return _(KINDS[kind])


def moment_words(moment: datetime) -> str:
    """Return when something happened, here and, where it differs, in UTC: "22 Nov, 19:10 (18:10 UTC)"."""
    when, here = day(moment), clock(moment)
    local = here if when == here else f"{when}, {here}"
    if not moment.astimezone().utcoffset():
        return f"{local} UTC"
    return f"{local} ({moment.astimezone(UTC):%H:%M} UTC)"


def embargo_words(embargo: datetime, now: datetime) -> str:
    """Return until when a story must wait, here and in universal time."""
    if embargo <= now:
        return _("The embargo ended: {when}.").format(when=moment_words(embargo))
    return _("Under embargo until {when}.").format(when=moment_words(embargo))


def manifest_words(manifest: Mapping[str, str]) -> str:
    """Return the first digits of one SHA-256 over all files of a publication."""
    rows = "".join(f"{digest}  {name}\n" for name, digest in sorted(manifest.items()))
    return hashlib.sha256(rows.encode()).hexdigest()[:DIGITS]


def size_words(size: int) -> str:
    """Return a size as the person writes it: "412 kB", « 412 ko »."""
    french = language() == "fr"
    units = ("o", "ko", "Mo", "Go") if french else ("B", "kB", "MB", "GB")
    amount, unit = float(size), 0
    while amount >= KILO and unit < len(units) - 1:
        amount, unit = amount / KILO, unit + 1
    shown = f"{amount:.1f}" if unit > 1 else f"{amount:.0f}"
    return f"{shown.replace('.', ',') if french else shown}\u00a0{units[unit]}"


def published_words(publication: Publication) -> str:
    """Return what is said once a page stands in its folder."""
    if publication.identical:
        return _("{path} already held exactly this page.").format(path=publication.folder)
    told = ngettext("{n} file", "{n} files", len(publication.files))
    files = told.format(n=len(publication.files))
    sentence = _("Published to {path}: {files}, {size}.")
    return sentence.format(path=publication.folder, files=files, size=size_words(publication.size))


def issue_words(issue: Issue) -> tuple[str, str]:
    """Return the two lines of one publication: when and by whom, then where and how much."""
    head = [day(issue.at), issue.by] if issue.by else [day(issue.at)]
    if issue.withdrawn:
        head.append(_("withdrawn"))
    if issue.correction:
        head.append(_("correction: {kind}").format(kind=kind_words(issue.correction.kind)))
    if issue.overrides:
        count = len(issue.overrides)
        head.append(ngettext("{n} override", "{n} overrides", count).format(n=count))
    return " · ".join(head), f"{issue.folder} · {size_words(issue.size)}"
