"""One paragraph as a stream of tokens, with every quoted stretch folded into one of them.

The words inside quotation marks belong to somebody else's grammar: seen from outside, a quoted
stretch is one token, and so is a short parenthesis.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from app.language.marks import Marked

QUOTE = "«»"
ASIDE = "()"
# No sentence of prose is so long; lists and noise are cut there, so that time grows with length.
_LONGEST = 300
_ARABIC = ("al-", "el-")
_STOPS = frozenset({".", "!", "?", "…"})


@dataclass(slots=True)
class Stream:
    """The tokens of one paragraph; places count from its start.

    `forms` are lower-case, composed, with straight apostrophes. `marks` gives the quoted stretch
    behind a token whose form is QUOTE. `sentences` are ranges of tokens.
    """

    text: str
    forms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    capitals: list[bool] = field(default_factory=list)
    marks: dict[int, Marked] = field(default_factory=dict)
    quoted: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def words(self, first: int, last: int) -> str:
        """Return the copy from token `first` up to, not including, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def capital(self, index: int) -> bool:
        """Say whether a token begins with a capital letter, or with one after "al-"."""
        return self.capitals[index]

    def quotes(self, first: int, last: int) -> list[int]:
        """Return the tokens from `first` up to `last` that stand for quoted stretches."""
        return self.quoted[bisect_left(self.quoted, first) : bisect_left(self.quoted, last)]

    def form(self, index: int) -> str:
        """Return a token's form, or "" beyond either end."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""


def folded(text: str, marks: tuple[Marked, ...], pattern: re.Pattern[str]) -> Stream:
    """Return the stream of one paragraph whose quoted stretches are `marks`."""
    stream = Stream(text)
    composed = unicodedata.is_normalized("NFC", text)
    at = 0
    for mark in marks:
        if mark.level > 1:
            continue
        _take(stream, pattern, at, mark.outer.start, composed=composed)
        stream.marks[len(stream.forms)] = mark
        stream.quoted.append(len(stream.forms))
        stream.forms.append(QUOTE)
        stream.starts.append(mark.outer.start)
        stream.ends.append(mark.outer.end)
        stream.capitals.append(False)
        at = mark.outer.end
    _take(stream, pattern, at, len(text), composed=composed)
    stream.sentences = _sentences(stream)
    return stream


def unfolded(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Stream:
    """Return the stream of the words inside quotation marks, places counted as outside them."""
    stream = Stream(text)
    composed = unicodedata.is_normalized("NFC", text)
    _take(stream, pattern, start, end, composed=composed)
    stream.sentences = _sentences(stream)
    return stream


def _take(
    stream: Stream, pattern: re.Pattern[str], start: int, end: int, *, composed: bool
) -> None:
    """Append the tokens of a stretch outside quotation marks."""
    forms, starts, ends, capitals = stream.forms, stream.starts, stream.ends, stream.capitals
    text = stream.text
    for match in pattern.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "skip":
            continue
        form = ASIDE if kind == "aside" else match[0].lower().replace("’", "'")
        if form[0] == "-":
            form = form.replace("-t-", "-")
        forms.append(form if composed else unicodedata.normalize("NFC", form))
        first, last = match.span()
        starts.append(first)
        ends.append(last)
        after = text[first + 3 : first + 4] if form[:3] in _ARABIC else ""
        capitals.append(text[first].isupper() or after.isupper())


def _sentences(stream: Stream) -> list[tuple[int, int]]:
    """Cut the stream where a sentence ends: a stop, or marks that close on one."""
    found: list[tuple[int, int]] = []
    first = 0
    forms = stream.forms
    for index, form in enumerate(forms):
        ends = form in _STOPS or (form == QUOTE and _closes_sentence(stream, index))
        if (ends and _begins(stream, index + 1)) or index - first >= _LONGEST:
            found.append((first, index + 1))
            first = index + 1
    if first < len(forms):
        found.append((first, len(forms)))
    return found


def _closes_sentence(stream: Stream, index: int) -> bool:
    """Say whether a quoted stretch ends on a stop of its own."""
    return stream.marks[index].inner.of(stream.text)[-1:] in _STOPS


def _begins(stream: Stream, index: int) -> bool:
    """Say whether a token can begin a sentence."""
    if index >= len(stream.forms):
        return True
    form = stream.forms[index]
    if form in _STOPS:
        return False
    if form[0].isalpha():
        return stream.capital(index)
    return form[0].isdigit() or form in (QUOTE, ASIDE, "-", "–", "—")
