"""Sentences and figures of publishing."""

from app.desk.pages.publishing import Publication
from ui.publishing.lines import Issue
from ui.words import _, day, language, ngettext

KILO = 1000


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
    if issue.overrides:
        count = len(issue.overrides)
        head.append(ngettext("{n} override", "{n} overrides", count).format(n=count))
    return " · ".join(head), f"{issue.folder} · {size_words(issue.size)}"
