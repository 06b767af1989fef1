"""Markdown copy, with or without a header: the body stays as written, pictures become slots."""

import re
from itertools import pairwise

from app.intake.header import has_header, read_header, read_labels
from app.intake.sheet import Entry, Sheet, cleaned, sheet_of, tidy
from app.intake.wire import mark_credits, mark_signature

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*?)\s*#*")
_PICTURE = re.compile(
    r"!\[(?P<alt>(?:[^\]\\]|\\.)*)\]\(\s*<?(?P<file>[^()\s<>]*)>?(?:\s+[\"'(](?P<caption>.*)[\"')])?\s*\)"
)
_EMPHASISED = re.compile(r"(?P<mark>[*_])(?P<words>(?!(?P=mark)).+)(?P=mark)")
_FENCE = re.compile(r"\s{0,3}(?P<fence>```+|~~~+)")
_SLOT = "photo:"
_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"!\[[^\]\n]{0,300}\]\("),
    re.compile(r"(?<!!)\[[^\]\n]{1,300}\]\((?:https?:|mailto:|#|/)"),
    re.compile(r"\*\*\S[^*\n]{0,300}\*\*"),
    re.compile(r"^> \S", re.MULTILINE),
)
_SIGNS_LEAST = 2
_SEEN = 200_000
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def is_markdown(text: str, *, named: bool = False) -> bool:
    """Say whether text is Markdown: by its header, its first heading, or several signs of markup.

    `named` tells that the file's name says so; one sign is enough then.
    """
    start = text[:_SEEN]
    if has_header(sheet_of(start[:10_000]).entries) or _HEADING.match(start.lstrip()):
        return True
    signs = sum(1 for sign in _SIGNS if sign.search(start))
    return signs >= (1 if named else _SIGNS_LEAST)


def sort_markdown(raw: str) -> Sheet:
    """Return the lines of Markdown copy, every one with its place."""
    sheet = sheet_of(raw)
    if not read_header(sheet):
        read_labels(sheet)
    _mark_blocks(sheet.entries)
    _mark_headline(sheet)
    _mark_headings(sheet)
    _mark_pictures(sheet)
    mark_credits(sheet)
    mark_signature(sheet)
    for entry in sheet.open():
        entry.place("body")
    return sheet


def _mark_blocks(entries: list[Entry]) -> None:
    """Give the lines of one paragraph one block, keep their indents; fenced code is one block."""
    fence, block = "", 0
    for before, entry in pairwise([None, *entries]):
        if entry is None or (entry.role and not (fence and entry.role == "blank")):
            continue
        parted = before is None or bool(before.role) or _HEADING.fullmatch(before.words)
        if not fence and (parted or _HEADING.fullmatch(entry.words)):
            block = entry.number
        entry.block, entry.markdown = block, tidy(entry.text)
        if match := _FENCE.match(entry.text):
            fence = _next_fence(fence, match["fence"])
            entry.role = "body"
        elif fence:
            entry.role = "body"


def _next_fence(open_fence: str, fence: str) -> str:
    """Return the fence that is open after a line that begins with `fence`."""
    if not open_fence:
        return fence
    return "" if fence.startswith(open_fence) else open_fence


def _mark_headline(sheet: Sheet) -> None:
    """Take the first line for the headline when it is a heading of the first level."""
    first = sheet.open()[:1]
    match = _HEADING.fullmatch(first[0].words) if first else None
    if match and match["marks"] == "#" and "headline" not in sheet.fields:
        first[0].words = _plain(match["words"])
        first[0].place("headline")


def _mark_headings(sheet: Sheet) -> None:
    for entry in sheet.open():
        if match := _HEADING.fullmatch(entry.words):
            marks = "##" if match["marks"] == "#" else match["marks"]
            entry.markdown = f"{marks} {match['words']}"
            entry.words = match["words"]
            entry.place("subhead")


def _mark_pictures(sheet: Sheet) -> None:
    """Place the pictures that stand alone, each with the emphasised line below it as caption."""
    lone = _lone(sheet.open())
    for entry in lone:
        if match := _PICTURE.fullmatch(entry.words):
            entry.alt, entry.words = _plain(match["alt"]), _plain(match["caption"] or "")
            entry.file = "" if match["file"].startswith(_SLOT) else match["file"]
            entry.place("caption")
    kept = [entry for entry in sheet.entries if entry.role != "blank"]
    for picture, entry in pairwise(kept):
        under = _EMPHASISED.fullmatch(entry.words) if not entry.role else None
        if under and picture.role == "caption" and not picture.words:
            entry.words, entry.block = _plain(under["words"]), picture.block
            entry.place("caption")


def _lone(entries: list[Entry]) -> list[Entry]:
    """Return the lines that begin a block: a picture inside a sentence is no photo slot."""
    return [entry for entry in entries if entry.block == entry.number]


def _plain(markdown: str) -> str:
    """Return words without the backslashes that escape marks."""
    return cleaned(_ESCAPE.sub(r"\1", markdown))
