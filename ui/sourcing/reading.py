"""The body as a reader sees it: paragraphs without their marks, and where each place went."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from app.domain.story import SLOT
from app.domain.text import Span

BREAK = re.compile(r"\n{2,}")
SUBHEAD = re.compile(r"#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `kind` is "text", "subhead" or "photo"; `start` is its place in the body.

    `start` counts code points of the body, where the first character shown stands. `place` counts
    UTF-16 units of the text shown, as Qt does.
    """

    kind: str
    text: str
    start: int
    place: int


def paragraphs(body: str, slots: Mapping[int, str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a body; `slots` gives the words shown for each photo slot."""
    shown: list[Paragraph] = []
    start = place = 0
    for end, following in [*((m.start(), m.end()) for m in BREAK.finditer(body)), (len(body), 0)]:
        text = body[start:end]
        if text.strip():
            kind, lead = _kind(text)
            words = slots.get(_slot(text), "") if kind == "photo" else text[lead:]
            shown.append(Paragraph(kind, words.replace("\n", " "), start + lead, place))
            place += units(words) + 1
        start = following
    return tuple(shown)


def placed(shown: tuple[Paragraph, ...], span: Span) -> tuple[int, int] | None:
    """Return the UTF-16 places where a stretch of the body is shown, or None where it is not."""
    start = _place(shown, span.start)
    end = _place(shown, span.end)
    return (start, end) if start is not None and end is not None and start < end else None


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _place(shown: tuple[Paragraph, ...], point: int) -> int | None:
    after = bisect_right(shown, point, key=attrgetter("start"))
    for paragraph in (shown[at] for at in range(after - 1, -1, -1)):
        if paragraph.kind != "photo":
            return paragraph.place + units(paragraph.text[: point - paragraph.start])
    return None


def _kind(text: str) -> tuple[str, int]:
    if SLOT.fullmatch(text.strip()):
        return "photo", 0
    subhead = SUBHEAD.match(text)
    return ("subhead", subhead.end()) if subhead else ("text", 0)


def _slot(text: str) -> int:
    found = SLOT.fullmatch(text.strip())
    return int(found[1]) if found else 0
