"""Typography at the last moment: the spaces and marks of a language put into finished copy.

The copy in the store keeps the marks it was written with; what a reader gets is set here. No
letter and no word is ever changed.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from markupsafe import Markup

from app.domain.text import Span
from app.language.typography import TypoFault, faults, typeset

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Control characters, and the ones that turn the direction of text around: none is copy."""

_COMPOUND = re.compile(r"(?<![\w-])((?=[\w’'-]{3,16}(?![\w’'-]))\w+(?:-\w+)+)(?![\w-])")
"""A word with hyphens inside, short enough for a telephone."""

_SURROGATES = re.compile("[\ud800-\udfff]")


def seemly(text: str) -> str:
    """Return `text` composed (NFC) and without control or direction characters."""
    return unicodedata.normalize("NFC", without_unseen(text))


def without_unseen(text: str) -> str:
    """Return `text`, plain or markup, without control or direction characters."""
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))


@lru_cache(maxsize=2048)
def line(text: str, language: str) -> str:
    """Return plain copy as one line, set in the typography of its language."""
    return typeset(" ".join(seemly(text).split(" ")).strip(), language) if text.strip() else ""


def unbroken(text: str) -> Markup:
    """Return a headline as HTML in which a compound such as "États-Unis" is kept on one line."""
    parts = _COMPOUND.split(text)
    whole = Markup('<span class="whole">{}</span>').format
    return Markup("").join(whole(part) if at % 2 else part for at, part in enumerate(parts))


def typeset_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Set the pieces of one paragraph as one text, and return them apart again.

    A mark at the edge of a piece is thus set by what stands in the next one.
    """
    whole = "".join(pieces)
    changes = faults(re.sub(r"[\t\r\n]", " ", whole), language)
    ends = list(accumulate(len(piece) for piece in pieces))
    made = []
    for piece, end in zip(pieces, ends, strict=True):
        own = Span(end - len(piece), end)
        made.append(_with_changes(whole, own, changes))
    return made


def _with_changes(whole: str, piece: Span, changes: Sequence[TypoFault]) -> str:
    """Return one piece of `whole` changed; what is put in goes where the change begins."""
    parts, at = [], piece.start
    for change in changes:
        span = change.span
        begins = piece.start <= span.start < piece.end or span.start == piece.end == len(whole)
        if not begins and not span.overlaps(piece):
            continue
        parts.append(whole[at : max(at, span.start)])
        if begins:
            parts.append(change.replacement)
        at = max(at, min(span.end, piece.end))
    return "".join((*parts, whole[at : piece.end]))
