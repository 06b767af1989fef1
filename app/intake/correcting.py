"""A sorting corrected by hand: raw copy sorted again with some lines placed by the person."""

from collections.abc import Mapping

from app.domain.draft import Draft, Line
from app.intake import agency
from app.intake.assembly import draft_of
from app.intake.sheet import Entry, Sheet, cleaned
from app.intake.wire import sort_wire

ROLES = (
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "section",
    "agency-credit",
    "caption",
    "subhead",
    "body",
    "dropped",
)
"""The roles a line can be given, in the order they are offered."""

CHOSEN = "chosen"
"""The reason of a role the person gave."""

_FIELDS = {"byline": "byline", "dateline": "dateline", "agency-credit": "agency_credit"}
"""Roles whose words stand in a named field of the sheet."""

_GUESSED = frozenset({"guess", "before-byline", "furniture", "credited", "link-line"})
_ONE_LINE = frozenset({"kicker", "section", "subhead"})

_HEADLINE_WORDS = 3
"""Words from which a line at the top is a headline and no label."""


def is_correctable(draft: Draft) -> bool:
    """Say whether a draft came from raw copy, whose lines can be sorted again."""
    return bool(draft.lines) and draft_of(sort_wire(draft.raw)).body == draft.body


def is_unsure(line: Line) -> bool:
    """Say whether the role of a line is a guess a person should look at."""
    if line.role == "headline" and not line.reason:
        return len(line.text.split()) < _HEADLINE_WORDS
    return line.reason in _GUESSED or (line.role in _ONE_LINE and not line.reason)


def corrected(raw: str, roles: Mapping[int, str]) -> Draft:
    """Return the draft raw copy makes with some lines, by number, placed by the person."""
    sheet = sort_wire(raw)
    for entry in sheet.entries:
        role = roles.get(entry.number, entry.role)
        if role != entry.role and role in ROLES and entry.role != "blank":
            _place(sheet, entry, role)
    return draft_of(sheet)


def _place(sheet: Sheet, entry: Entry, role: str) -> None:
    old = entry.role
    entry.words = cleaned(entry.text)
    entry.place(role, CHOSEN)
    # A caption or a paragraph joined with its neighbours stands alone from now on.
    entry.block = -entry.number
    if old in _FIELDS and not sheet.placed(old):
        sheet.fields.pop(_FIELDS[old], None)
    if role == "headline":
        sheet.fields.pop("headline", None)
        for other in sheet.placed("headline"):
            if other is not entry and other.reason != CHOSEN:
                other.place("body")
    elif role in _FIELDS:
        sheet.fields[_FIELDS[role]] = _field_words(role, entry.words)


def _field_words(role: str, words: str) -> str:
    if role == "byline":
        return agency.signature(words) or words
    return agency.credit_words(words) if role == "agency-credit" else words.strip(" ,–—-")
