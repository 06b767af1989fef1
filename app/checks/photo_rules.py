"""Pictures: a file, a credit, words for those who do not see it, and the right to show it."""

import re
from collections.abc import Iterable, Iterator

from app.checks.copy import Copy
from app.checks.registry import Remark, rule
from app.domain.finding import Edit, Fix, Part, Place, Severity
from app.domain.photo import Photo, PhotoUse
from app.domain.text import Span

_ALT_LONGEST = 300
_ALT_SHORTEST = 10
"""Limits of an alternative text, in code points: shorter tells nothing, longer is a description
(the longer text has its own field)."""

_MADE_BY_MACHINE = frozenset(
    {"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia"}
)
"""IPTC digital source types that a reader must be told of."""

_SAYS_MACHINE = re.compile(
    r"(?<!\w)(?:IA|AI|intelligence artificielle|artificial intelligence|générée?s?\b|generated"
    r"|image de synthèse)(?!\w)",
    re.IGNORECASE,
)
_IMAGE_OF = re.compile(
    r"(?:(?:une |la |cette )?(?:image|photo|photographie|illustration|vue) (?:de |d['’]|du |des )"
    r"|(?:an? |the |this )?(?:image|photo|photograph|picture) (?:of |showing ))",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\W+")


def _at(part: Part, use: PhotoUse, span: Span | None = None) -> Place:
    return Place(part, span, use.slot)


def _slot(use: PhotoUse) -> tuple[tuple[str, str], ...]:
    return (("slot", str(use.slot)),)


def _pictures(copy: Copy) -> Iterator[tuple[PhotoUse, Photo]]:
    for use in copy.package.uses:
        photo = copy.package.photo_of(use)
        if photo:
            yield use, photo


@rule("PHO001", Severity.BLOCK, Part.CREDIT, "slot")
def missing_credit(copy: Copy) -> Iterable[Remark]:
    """A picture whose credit is neither in the copy nor in the file."""
    for use in copy.package.uses:
        if not copy.package.credit_of(use).strip():
            yield Remark(place=_at(Part.CREDIT, use), params=_slot(use))


@rule("PHO002", Severity.BLOCK, Part.ALT, "slot")
def missing_alt(copy: Copy) -> Iterable[Remark]:
    """A picture without words for those who do not see it."""
    for use in copy.package.uses:
        if not use.decorative and not copy.alt(use).strip():
            yield Remark(place=_at(Part.ALT, use), params=_slot(use))


def folded(text: str) -> str:
    """Return the bare words of a text, to tell whether two texts say the same."""
    return _SPACES.sub(" ", text).strip().casefold()


@rule("PHO003", Severity.WARNING, Part.ALT, "slot")
def alt_repeats_caption(copy: Copy) -> Iterable[Remark]:
    """An alternative text that says what the caption says: it is read out twice."""
    for use in copy.package.uses:
        alt = copy.alt(use)
        if folded(alt) and folded(alt) == folded(use.caption):
            yield Remark(place=_at(Part.ALT, use), excerpt=alt, params=_slot(use))


@rule("PHO006", Severity.BLOCK, Part.PHOTO, "slot")
def waiting_slot(copy: Copy) -> Iterable[Remark]:
    """A slot in the story that still waits for its picture."""
    for use in copy.package.uses:
        if not copy.package.photo_of(use):
            yield Remark(place=_at(Part.PHOTO, use), params=_slot(use))


@rule("PHO007", Severity.WARNING, Part.ALT, "slot")
def alt_says_image_of(copy: Copy) -> Iterable[Remark]:
    """An alternative text that begins with "image of": readers already say so."""
    for use in copy.package.uses:
        alt = copy.alt(use)
        match = _IMAGE_OF.match(alt)
        if match and alt[match.end() :].strip():
            yield Remark(
                place=_at(Part.ALT, use, Span(0, match.end()) if use.alt else None),
                excerpt=match[0].strip(),
                params=_slot(use),
                fixes=_without_lead(use, match.end()) if use.alt else (),
            )


def _without_lead(use: PhotoUse, end: int) -> tuple[Fix, ...]:
    if not use.alt[end].isalpha():
        return ()
    span = Span(0, end + 1)
    return (Fix("cut-lead", (Edit(_at(Part.ALT, use, span), use.alt[end].upper()),)),)


@rule("PHO010", Severity.HINT, Part.ALT, "slot", "count", "limit")
def alt_of_odd_length(copy: Copy) -> Iterable[Remark]:
    """An alternative text too short to tell anything or too long to listen to."""
    for use in copy.package.uses:
        alt = copy.alt(use).strip()
        if alt and not _ALT_SHORTEST <= len(alt) <= _ALT_LONGEST:
            limit = _ALT_LONGEST if len(alt) > _ALT_LONGEST else _ALT_SHORTEST
            params = (*_slot(use), ("count", str(len(alt))), ("limit", str(limit)))
            yield Remark(place=_at(Part.ALT, use), excerpt=alt, params=params)


@rule("PHO012", Severity.BLOCK, Part.PHOTO, "slot", "date")
def rights_expired(copy: Copy) -> Iterable[Remark]:
    """A picture whose last day of use is over."""
    for use, photo in _pictures(copy):
        expires = photo.metadata.expires
        if expires and expires < copy.now.date():
            params = (*_slot(use), ("date", expires.isoformat()))
            yield Remark(place=_at(Part.PHOTO, use), excerpt=photo.file_name, params=params)


@rule("PHO013", Severity.BLOCK, Part.PHOTO, "slot", "date")
def picture_under_embargo(copy: Copy) -> Iterable[Remark]:
    """A picture whose first day of use has not come."""
    for use, photo in _pictures(copy):
        embargo = photo.metadata.embargo
        if embargo and embargo > copy.now.date():
            params = (*_slot(use), ("date", embargo.isoformat()))
            yield Remark(place=_at(Part.PHOTO, use), excerpt=photo.file_name, params=params)


@rule("PHO014", Severity.ERROR, Part.CAPTION, "slot")
def machine_made_without_label(copy: Copy) -> Iterable[Remark]:
    """A picture made by a machine whose caption and credit do not say so."""
    for use, photo in _pictures(copy):
        kind = photo.metadata.digital_source_type.rsplit("/", 1)[-1]
        told = f"{use.caption} {copy.package.credit_of(use)}"
        if kind in _MADE_BY_MACHINE and not _SAYS_MACHINE.search(told):
            yield Remark(place=_at(Part.CAPTION, use), excerpt=kind, params=_slot(use))


@rule("PHO015", Severity.BLOCK, Part.CAPTION, "slot")
def missing_caption(copy: Copy) -> Iterable[Remark]:
    """A picture that nothing explains."""
    for use in copy.package.uses:
        if not use.decorative and not use.caption.strip():
            yield Remark(place=_at(Part.CAPTION, use), params=_slot(use))


RULES = (
    missing_credit,
    missing_alt,
    alt_repeats_caption,
    waiting_slot,
    alt_says_image_of,
    alt_of_odd_length,
    rights_expired,
    picture_under_embargo,
    machine_made_without_label,
    missing_caption,
)
