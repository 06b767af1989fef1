"""Plain words into Markdown: what looks like markup in wire copy must not become markup.

The escapes are those Python-Markdown and CommonMark both honour; a mark neither lets one escape
with a backslash is written as a character reference.
"""

import re

_ANYWHERE = re.compile(
    r"""
      (?P<mark> [*`{]                                # emphasis, code, attributes
        | (?<![^\W_])_ | _(?![^\W_])                 # an underscore that does not join two letters
        | \[(?=\^)                                   # a footnote
        | \](?=[ ]?[(\[:])                           # the end of a link or a reference
        | \\(?=[!-/:-@\[-`{-~]|$)                    # a backslash that would escape something
      )
    | (?P<less> <(?=[A-Za-z/!?]) )                   # a tag or an automatic link
    | (?P<and> &(?=\#\w|\w{1,32};) )                 # a character reference
    """,
    re.VERBOSE,
)
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
    return _ANYWHERE.sub(_one, words)


def at_start(markdown: str) -> str:
    """Escape what would make the paragraph `markdown` a heading, a list, a quotation or a rule."""
    return _AT_START.sub(_first, markdown, count=1) if _AT_START.match(markdown) else markdown


def _one(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    return "&lt;" if match["less"] else "&amp;"


def _first(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    if match["number"]:
        return f"{match['number']}\\{match['dot']}"
    return f"&#{ord(match[0])};"
