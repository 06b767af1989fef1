"""The last step of intake: sorted lines and named fields become a draft."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from app.domain.draft import Draft
from app.domain.photo import PhotoUse
from app.domain.story import slot_line
from app.intake import header
from app.intake.captions import Words, credit_line, day_in, photo_use
from app.intake.escape import escaped
from app.intake.sheet import Entry, Sheet
from app.language import detect

_TOLD = 20_000
_SLOTS = 9999
"""The most slots a body can number (see `app.domain.story.SLOT`)."""


def draft_of(sheet: Sheet) -> Draft:
    """Return the draft a sorted sheet makes; every line of the sheet stands in it once."""
    fields = sheet.fields
    language = _language(sheet)
    uses, paragraphs = _body(sheet, language)
    draft = Draft(
        raw=sheet.raw,
        headline=fields.get("headline") or _words(sheet, "headline"),
        kicker=fields.get("kicker") or _words(sheet, "kicker"),
        standfirst=fields.get("standfirst") or _words(sheet, "standfirst"),
        byline=fields.get("byline", "").replace("\n", ", "),
        dateline=fields.get("dateline", ""),
        body="\n\n".join(paragraphs),
        agency_credit=fields.get("agency_credit", ""),
        section=fields.get("section") or _words(sheet, "section"),
        tags=header.items(fields.get("tags", "")),
        slug=fields.get("slug", ""),
        note=fields.get("note", ""),
        language=language,
        country_told=header.names_country(fields.get("language", "")),
        dated=_dated(sheet, uses, language),
        embargo=header.moment(fields.get("embargo", ""), language),
        uses=uses,
        lines=sheet.lines(),
    )
    return _with_notices(draft, sheet)


def _language(sheet: Sheet) -> str:
    roles = {"headline", "standfirst", "body", "subhead", "caption"}
    told = "\n".join(entry.words for entry in sheet.entries if entry.role in roles)[:_TOLD]
    named = sheet.fields.get("language", "")
    return header.language_tag(named, told) if named else detect.guess(told)


def _words(sheet: Sheet, role: str) -> str:
    return " ".join(entry.words for entry in sheet.placed(role))


def _body(sheet: Sheet, language: str) -> tuple[tuple[PhotoUse, ...], list[str]]:
    """Return the photo slots and the paragraphs, slots among them, in the order of the copy."""
    uses: list[PhotoUse] = []
    paragraphs: list[str] = []
    kept = [entry for entry in sheet.entries if entry.role in {"body", "subhead", "caption"}]
    for group in _groups(kept):
        if group[0].role != "caption":
            paragraphs.append(_paragraph(group))
        elif len(uses) < _SLOTS:
            uses.append(photo_use(len(uses) + 1, _words_of_picture(group), language))
            paragraphs.append(slot_line(uses[-1].slot))
        else:
            paragraphs.append(escaped(_words_of_picture(group).caption))
    return tuple(uses), [paragraph for paragraph in paragraphs if paragraph]


def _groups(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Yield the lines of one paragraph, or of one picture, together."""
    for _, block in groupby(entries, key=lambda entry: (entry.block, entry.role)):
        yield list(block)


def _paragraph(group: list[Entry]) -> str:
    """Return one paragraph as Markdown; lines without markup of their own are plain words."""
    if all(entry.markdown is None for entry in group):
        words = escaped(" ".join(entry.words for entry in group))
        return f"## {words}" if group[0].role == "subhead" else words
    parts = [
        entry.markdown if entry.markdown is not None else escaped(entry.words) for entry in group
    ]
    return group[0].joint.join(parts)


def _words_of_picture(group: list[Entry]) -> Words:
    """Tell alternative text, credit and caption apart in the lines of one picture."""
    lines: dict[str, list[str]] = {"alt-text": [], "credit": [], "caption": []}
    for entry in group:
        lines[entry.reason if entry.reason in lines else "caption"].append(entry.words)
    return Words(
        caption=" ".join(filter(None, lines["caption"])),
        alt=" ".join(filter(None, [*lines["alt-text"], *(entry.alt for entry in group)])),
        credit=" ".join(credit_line(line) or line for line in lines["credit"]),
    )


def _dated(sheet: Sheet, uses: tuple[PhotoUse, ...], language: str) -> date | None:
    """Return the day of the events: as the header says, else the latest a caption or dateline tells.

    The day the page was put on line is the last resort, and tells the year of the others.
    """
    fields = sheet.fields
    if "dated" in fields:
        return header.day(fields["dated"], language)
    published = day_in(fields.get("published", ""), language)
    told = [use.dated for use in uses if use.dated]
    near = published or max(told, default=None)
    if found := day_in(fields.get("dateline", ""), language, near):
        told.append(found)
    return max(told, default=published)


def _with_notices(draft: Draft, sheet: Sheet) -> Draft:
    """Add what an editor should know: parts that are missing, fields not understood, files named."""
    fields = sheet.fields
    told = {
        "no-headline": not draft.headline,
        "no-body": not draft.body,
        "date-unreadable": bool(fields.get("dated")) and draft.dated is None,
        "embargo-unreadable": bool(fields.get("embargo")) and draft.embargo is None,
    }
    named = [
        next((entry.file for entry in group if entry.file), "")
        for group in _groups(sheet.placed("caption"))
    ]
    files = [
        f"photo-file:{slot}:{posixpath.basename(file)}"
        for slot, file in enumerate(named, start=1)
        if file
    ]
    notices = (*sheet.notices, *(code for code, holds in told.items() if holds), *files)
    return replace(draft, notices=notices)
