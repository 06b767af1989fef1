"""Raw copy, from a wire or a web page as text: which line is what."""

import re
from itertools import pairwise

from app.intake import agency, captions, furniture, header
from app.intake.captions import day_in
from app.intake.escape import at_start, inline
from app.intake.sheet import Entry, Sheet, blocks, sheet_of

_HEAD = 20
"""Open lines the headline is looked for in; labels of a site may stand before it."""
_TITLE_LIMIT = 200
_SUBHEAD_LIMIT = 90
_SUBHEAD_WORDS = 14
_PARAGRAPH = 60
"""Characters; a line as long, or one that ends a sentence, is running copy."""
_STANDFIRST_LIMIT = 400
_KICKER_WORDS = 2
_LOUD_KICKER_WORDS = 4
_DATE_LINE = 40
_SLUG = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+){1,6}")
_SENTENCE_END = re.compile(r"[.!?…][»”\"’')\]\s\u00a0\u202f]*$")
_OPEN_END = (",", ";", ":", ".")
_NO_TITLE = ("-", "–", "—", "•", "*", ",", ";", ")", "(", "[")

# A hard-wrapped text breaks its lines near a fixed width, in mid-sentence.
_WRAP_WIDTH = range(40, 100)
_WRAP_SHARE = 0.6
_WRAP_LEAST = 4


def sort_wire(raw: str) -> Sheet:
    """Return the lines of raw copy, every one with its place or the reason it was left out."""
    sheet = sheet_of(raw)
    header.read_labels(sheet)
    join_wrapped(sheet)
    sort_open(sheet)
    return sheet


def sort_open(sheet: Sheet) -> None:
    """Give a place to every line that has none yet; places given before are respected."""
    mark_captions(sheet)
    furniture.drop_furniture(sheet.entries)
    _mark_published(sheet)
    mark_credits(sheet)
    _mark_head(sheet)
    header.read_notes(sheet)
    mark_signature(sheet)
    _mark_subheads(sheet)
    for entry in sheet.open():
        entry.place("body")
    _part_first(sheet)
    _part_last(sheet)


def join_wrapped(sheet: Sheet) -> None:
    """Make one paragraph of the lines of a block when the text was broken at a fixed width."""
    groups = [block for block in blocks(sheet.entries) if len(block) > 1]
    inner = [entry for block in groups for entry in block[:-1]]
    broken = [entry for entry in inner if _is_broken(entry)]
    if len(inner) < _WRAP_LEAST or len(broken) < len(inner) * _WRAP_SHARE:
        return
    for block in groups:
        for one, other in pairwise(block):
            if _is_broken(one):
                other.block = one.block


def mark_captions(sheet: Sheet) -> None:
    """Place captions: lines that stand twice, say what they are, or end with a photo credit."""
    _mark_doubled(sheet.open())
    for entry in sheet.open():
        if caption := captions.labelled(entry.words):
            entry.words = caption
            entry.place("caption", "labelled")
        elif captions.has_credit(entry.words):
            entry.place("caption", "credited")
    _mark_photo_credits(sheet)


def mark_credits(sheet: Sheet) -> None:
    """Place the lines that only name agencies; the first becomes the credit of the story."""
    for entry in sheet.open():
        if agency.is_agency_credit(entry.words):
            entry.place("agency-credit")
            sheet.fields.setdefault("agency_credit", agency.credit_words(entry.words))


def _mark_doubled(live: list[Entry]) -> None:
    """Place lines that stand twice or more: a page's headline, a caption and its alternative."""
    kept = live[0] if live else None
    for entry in live[1:]:
        if kept is None or not _stands_twice(kept, entry):
            kept = entry
        elif kept.role == "headline" or (kept is live[0] and _may_title(kept.words)):
            kept.place("headline")
            entry.drop("repeated-headline")
        else:
            kept = _pictured(kept, entry)


def _pictured(one: Entry, other: Entry) -> Entry:
    """Place two lines of one picture: its caption, the longer, and its alternative; return that."""
    caption, twin = (one, other) if len(one.words) >= len(other.words) else (other, one)
    known = caption.reason == "doubled" or twin.reason == "doubled"
    caption.place("caption", "doubled")
    if known:
        twin.drop("repeated-caption")
    else:
        twin.place("caption", "alt-text")
        twin.block = caption.block
    return caption


def _stands_twice(one: Entry, other: Entry) -> bool:
    return (
        one.block != other.block
        and captions.is_doubled(one.words, other.words)
        and not furniture.furniture(one.words)
    )


def _may_title(words: str) -> bool:
    return len(words) <= _TITLE_LIMIT and not _ends_sentence(words)


def _mark_photo_credits(sheet: Sheet) -> None:
    """Place the credit line that follows a caption."""
    lines = [entry for entry in sheet.entries if entry.role not in {"blank", "dropped"}]
    for one, other in pairwise(lines):
        if one.role == "caption" and not other.role and captions.credit_line(other.words):
            other.place("caption", "credit")
            other.block = one.block


def _mark_published(sheet: Sheet) -> None:
    """Leave out the lines that date the page, and keep the day they tell."""
    for entry in sheet.open():
        if furniture.is_published_line(entry.words):
            entry.drop("publication-date")
            sheet.fields.setdefault("published", entry.words)


def _mark_head(sheet: Sheet) -> None:
    """Place section, slug, kicker and headline, in the order they stand at the top."""
    for entry in sheet.open()[:_HEAD]:
        if sheet.placed("headline") or "headline" in sheet.fields:
            return
        if furniture.is_section(entry.words):
            entry.place("section")
        elif _SLUG.fullmatch(entry.words):
            entry.place("field", "slug")
            sheet.fields.setdefault("slug", entry.words)
        elif _is_kicker(sheet, entry):
            entry.place("kicker", "guess")
        elif _is_date_line(entry.words):
            entry.drop("publication-date")
            sheet.fields.setdefault("published", entry.words)
        else:
            _mark_headline(sheet, entry)
            return


def _mark_headline(sheet: Sheet, entry: Entry) -> None:
    """Place the headline when the first line may be one; copy may come without."""
    rest = [each for each in sheet.open() if each.block == entry.block]
    following = sheet.open()[1:2]
    alone = len(rest) == 1 and not agency.opening(entry.words)
    closed = _ends_sentence(entry.words) and entry.words[-1] == "."
    longer = bool(following) and len(following[0].words) > len(entry.words) * 1.5
    if alone and len(entry.words) <= _TITLE_LIMIT and (longer or not closed):
        entry.place("headline")


def _is_kicker(sheet: Sheet, entry: Entry) -> bool:
    words = entry.words.split()
    short = len(words) <= (_LOUD_KICKER_WORDS if entry.words.isupper() else _KICKER_WORDS)
    following = sheet.open()[1:3]
    return (
        short
        and len(following) > 1
        and not _ends_sentence(entry.words)
        and len(following[0].words.split()) > _LOUD_KICKER_WORDS
        and _may_title(following[0].words)
    )


def _is_date_line(words: str) -> bool:
    return len(words) <= _DATE_LINE and any(day_in(words, each) for each in ("fr-FR", "en-GB"))


def mark_signature(sheet: Sheet) -> None:
    """Place the byline; a lone paragraph between it and the headline is the standfirst."""
    for entry in sheet.open():
        names = agency.signature(entry.words)
        if not names:
            continue
        entry.place("byline")
        sheet.fields.setdefault("byline", names)
        if sender := agency.agency_in(entry.words):
            sheet.fields.setdefault("agency_credit", sender)
        _mark_standfirst(sheet, entry)
        return


def _mark_standfirst(sheet: Sheet, byline: Entry) -> None:
    above = [entry for entry in sheet.open() if entry.number < byline.number]
    headed = "headline" in sheet.fields or bool(sheet.placed("headline"))
    if headed and len(above) == 1 and len(above[0].words) <= _STANDFIRST_LIMIT:
        above[0].place("standfirst", "before-byline")


def _mark_subheads(sheet: Sheet) -> None:
    """Place short lines that stand alone between paragraphs."""
    live, apart = sheet.open(), _standing_apart(sheet)
    for before, entry, after in zip(live, live[1:], live[2:], strict=False):
        between = not before.role and _is_running(before.words) and _is_running(after.words)
        if between and entry.number in apart and _may_head(entry.words):
            entry.place("subhead")


def _standing_apart(sheet: Sheet) -> set[int]:
    """Return the numbers of lines with blank lines around, or of all when none parts the text."""
    groups = list(blocks(sheet.entries))
    if len(groups) == 1:
        return {entry.number for entry in groups[0]}
    return {block[0].number for block in groups if len(block) == 1}


def _may_head(words: str) -> bool:
    return (
        len(words) <= _SUBHEAD_LIMIT
        and len(words.split()) <= _SUBHEAD_WORDS
        and not words.endswith(_OPEN_END)
        and not words.startswith(_NO_TITLE)
        and not words[0].islower()
        and not (_ends_sentence(words) and words.startswith(("«", '"', "“")))
    )


def _is_running(words: str) -> bool:
    return len(words) >= _PARAGRAPH or _ends_sentence(words)


def _part_first(sheet: Sheet) -> None:
    """Take the dateline off the first paragraph of the body."""
    for entry in sheet.placed("body")[:1]:
        parted = agency.opening(entry.words)
        if parted and _cut(entry, entry.words.removesuffix(parted.words), parted.words):
            entry.reason = "dateline"
            sheet.fields.setdefault("dateline", parted.dateline)
            if parted.agency:
                sheet.fields.setdefault("agency_credit", parted.agency)


def _part_last(sheet: Sheet) -> None:
    """Take an agency in brackets off the last paragraph of the body."""
    for entry in sheet.placed("body")[-1:]:
        words, sender = agency.closing(entry.words)
        if sender and words and _cut(entry, entry.words.removeprefix(words), words):
            entry.reason = entry.reason or "agency-credit"
            sheet.fields.setdefault("agency_credit", sender)


def _cut(entry: Entry, cut: str, left: str) -> bool:
    """Leave only the words `left` in a line, also in its markup; say whether that could be done."""
    if entry.markdown is not None:
        marked, plain = entry.markdown, inline(cut)
        shorter = (
            marked.removeprefix(plain)
            if entry.words.startswith(cut)
            else marked.removesuffix(plain)
        )
        if shorter == marked:
            return False
        entry.markdown = at_start(shorter.strip(" "))
    entry.words = left
    return True


def _ends_sentence(words: str) -> bool:
    return _SENTENCE_END.search(words, max(0, len(words) - 12)) is not None


def _is_broken(entry: Entry) -> bool:
    return len(entry.words) in _WRAP_WIDTH and not _ends_sentence(entry.words) and not entry.role
