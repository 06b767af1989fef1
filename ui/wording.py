"""What a finding, its place and its mends are called in the window."""

from bisect import bisect_right
from functools import lru_cache

from app import sentences, stylebook
from app.domain.finding import PHOTO_PARTS, Finding, Fix, Part, Place, Severity
from app.domain.person import PersonKind
from app.domain.story import SLOT
from ui.spans import PARAGRAPH
from ui.words import N_, _, language

GLYPHS = {
    Severity.BLOCK: "block",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "hint",
}
"""The icon of each severity, and the colour of the theme it is drawn in: shape and colour both."""

PARTS = {
    Part.STORY: N_("Story"),
    Part.HEADLINE: N_("Headline"),
    Part.KICKER: N_("Kicker"),
    Part.STANDFIRST: N_("Standfirst"),
    Part.BYLINE: N_("Byline"),
    Part.DATELINE: N_("Dateline"),
    Part.BODY: N_("Body"),
    Part.CAPTION: N_("Caption"),
    Part.ALT: N_("Alt text"),
    Part.CREDIT: N_("Credit"),
    Part.PHOTO: N_("Photo"),
}

PERSON_KINDS = {
    PersonKind.PERSON: N_("person"),
    PersonKind.ORGANISATION: N_("organisation"),
    PersonKind.DOCUMENT: N_("document"),
    PersonKind.AGENCY: N_("agency"),
    PersonKind.ANONYMOUS: N_("anonymous"),
}


def severity_words(severity: Severity) -> str:
    """Return how a severity is called."""
    return sentences.severity_words(severity)


def finding_words(finding: Finding) -> str:
    """Return what a finding says, as a sentence."""
    return stylebook.sentence(finding, language())


def fix_words(fix: Fix) -> str:
    """Return what a mend does, as a short command."""
    return stylebook.fix_label(fix, language())


def place_words(place: Place, body: str = "") -> str:
    """Return where a finding stands: "§ 6", "Headline", "Photo 2, caption"."""
    if place.part is Part.BODY and place.span is not None:
        return f"§\u00a0{_paragraph(body, place.span.start)}"
    if place.part in PHOTO_PARTS and place.slot is not None:
        photo = _("Photo {n}").format(n=place.slot)
        what = _(PARTS[place.part])
        return photo if place.part is Part.PHOTO else f"{photo}, {what.lower()}"
    return _(PARTS[place.part])


def _paragraph(body: str, point: int) -> int:
    """Return the number of a paragraph as a reader counts: slots and empty ones left out."""
    return max(1, bisect_right(_starts(body), point))


@lru_cache(maxsize=2)
def _starts(body: str) -> tuple[int, ...]:
    """Return where the paragraphs of a body begin: hundreds of findings may ask, one by one."""
    starts: list[int] = []
    at = 0
    for text in body.split(PARAGRAPH):
        if text.strip() and not SLOT.match(text):
            starts.append(at + len(text) - len(text.lstrip()))
        at += len(text) + len(PARAGRAPH)
    return tuple(starts)
