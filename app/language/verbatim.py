"""What typography must not read: Markdown's own signs, code, addresses; masked at equal length."""

import re

OPAQUE = "x"
"""Stands for what reads as a word: code, addresses, e-mail, times."""

CLEAR = "\ue001"
"""Stands for signs a reader never sees: link targets, tags, escapes."""

_FENCE = re.compile(
    r"^(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)", re.MULTILINE | re.DOTALL
)
_LINE = re.compile(
    r"^(?:!\[\]\(photo:\d+\)|[ \t]*(?:[-*_=][ \t]*){3,}|\[[^\]\n]{1,200}\]:[^\n]*|[|:\- \t]*\|[|:\- \t]*)$",
    re.MULTILINE,
)
_PREFIX = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+)?", re.MULTILINE)
_INLINE = re.compile(
    r"(?P<opaque>(?<!`)`{1,3}(?!`)[^`\n]+`{1,3}|!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)"
    r"|\b[a-zA-Z][a-zA-Z+.-]{1,20}://[^\s<>«»“”\"]*[^\s<>«»“”\".,;:!?)'’*_]|\bwww\.[^\s<>«»“”\"]*\w"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<clear>\]\([^)\n]{0,500}\)|</?[a-zA-Z][^<>\n]{0,500}>|<!--.{0,500}?-->|&#?\w{1,32};"
    r"|\\[!-/:-@\[-`{-~])"
)


def masked(text: str) -> str:
    """Return `text` with what typography must not touch put out of sight, same length.

    Lines stay lines. Signs at the start of a line (lists, headings, quotations) become line
    ends, so that what follows them reads as the start of a line.
    """
    return masked_lines(without_fences(text))


def without_fences(text: str) -> str:
    """Return `text` with its fenced blocks of code out of sight: all that runs over lines."""
    return _FENCE.sub(_as_opaque_lines, text) if _FENCE.search(text) else text


def masked_lines(text: str) -> str:
    """Return lines free of fences with the rest of what `masked` hides out of sight."""
    text = _LINE.sub(lambda match: OPAQUE * len(match[0]), text)
    text = _PREFIX.sub(lambda match: "\n" * len(match[0]), text)
    return _INLINE.sub(_as_signs, text)


def _as_opaque_lines(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", OPAQUE, match[0])


def _as_signs(match: re.Match[str]) -> str:
    return (OPAQUE if match["opaque"] else CLEAR) * len(match[0])
