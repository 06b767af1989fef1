"""Plain words into Markdown: what looks like markup in wire copy must not become markup.

The escapes are those Python-Markdown and CommonMark both honour; a mark neither lets one escape
with a backslash is written as a character reference.
"""

import re

# One small class of characters first: copy is long and these are rare.
_SUSPECT = re.compile(r"[*`{_\[\]\\<&]")
_MARKUP = {
    "_": re.compile(r"(?<![^\W_])_|_(?![^\W_])"),  # one that does not join two letters
    "[": re.compile(r"\[(?=\^)"),  # a footnote
    "]": re.compile(r"\](?=[ ]?[(\[:])"),  # the end of a link or a reference
    "\\": re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)"),  # one that would escape something
    "<": re.compile(r"<(?=[A-Za-z/!?])"),  # a tag or an automatic link
    "&": re.compile(r"&(?=\#\w|\w{1,32};)"),  # a character reference
}
_REFERENCES = {"<": "&lt;", "&": "&amp;"}
_AT_START = re.compile(
    r"""
      (?P<mark> \# | > | \[ | [+-](?=\s|$) | -(?=[-\s]*$) )
    | (?P<number> \d{1,18})(?P<dot>[.)])(?=\s|$)
    | (?P<tilde> ~(?=~~) )
    | (?P<equals> =(?==*$) )
    | (?P<colon> :(?=\s) )
    """,
    re.VERBOSE,
)


def escaped(words: str) -> str:
    """Return one paragraph of plain words as Markdown that reads as exactly these words."""
    return at_start(inline(words))


def inline(words: str) -> str:
    """Return words as Markdown for the inside of a paragraph."""
    return _SUSPECT.sub(_one, words)


def at_start(markdown: str) -> str:
    """Escape what would make the paragraph `markdown` a heading, a list, a quotation or a rule."""
    match = _AT_START.match(markdown)
    return _first(match) + markdown[match.end() :] if match else markdown


def _one(match: re.Match[str]) -> str:
    mark = match[0]
    meant = _MARKUP.get(mark)
    if meant and not meant.match(match.string, match.start()):
        return mark
    return _REFERENCES.get(mark, f"\\{mark}")


def _first(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    if match["number"]:
        return f"{match['number']}\\{match['dot']}"
    return f"&#{ord(match[0])};"
