"""The door of the room: text in, quotations with their sources out."""

from collections.abc import Sequence
from functools import lru_cache

from app.attribution.language import Language
from app.attribution.languages import language as spoken
from app.attribution.paragraphs import Paragraph, read_paragraph
from app.attribution.resolution import Resolver
from app.attribution.verdicts import Verdicts
from app.domain.person import Person
from app.domain.quote import Attribution

_PARAGRAPHS_KEPT = 4096
"""Paragraphs whose reading is kept: those of the stories open at a desk, many times over."""


def attribute(text: str, language: str, people: Sequence[Person] = ()) -> Attribution:
    """Return who said what in `text`, written in `language` ("fr" or "en").

    `people` is the register: its names and variants are known before the text names anybody. A
    language nobody reads gives nothing.
    """
    found = Reader(language, people).read(text)
    return Attribution(quotes=tuple(found.quotes), mentions=tuple(found.mentions))


@lru_cache(maxsize=_PARAGRAPHS_KEPT)
def paragraph_of(line: str, carried: str, code: str) -> Paragraph:
    """Return what a paragraph holds by itself; one read before is not read again."""
    language = spoken(code)
    return read_paragraph(line, carried, language) if language else Paragraph()


class Reader:
    """Reads one story again and again while it is written.

    Paragraphs that have not changed since the last reading are not read again; the answer is the
    same as that of `attribute`, brought to its places when it is looked at. One reader serves one story in one thread.
    """

    def __init__(self, language: str, people: Sequence[Person] = ()) -> None:
        """Choose the language ("fr" or "en") and the register of people."""
        self._language: Language | None = spoken(language)
        self._resolver = Resolver(self._language, people) if self._language else None
        self._verdicts = Verdicts()
        self._kept: dict[tuple[str, str], Paragraph] = {}

    def read(self, text: str) -> Attribution:
        """Return who said what in the story as it now stands."""
        if self._language is None or self._resolver is None:
            return Attribution()
        paragraphs, bases = self._paragraphs(text, self._language)
        resolutions = self._resolver.resolve(paragraphs)
        return self._verdicts.of(bases, resolutions)

    def _paragraphs(self, text: str, language: Language) -> tuple[list[Paragraph], list[int]]:
        """Return the paragraphs of a text, read or remembered, and where each begins."""
        paragraphs: list[Paragraph] = []
        bases: list[int] = []
        kept: dict[tuple[str, str], Paragraph] = {}
        carried, start = "", 0
        for line in text.split("\n"):
            if line.strip():
                key = (line, carried)
                paragraph = self._kept.get(key) or paragraph_of(line, carried, language.code)
                kept[key] = paragraph
                carried = paragraph.left
                paragraphs.append(paragraph)
                bases.append(start)
            start += len(line) + 1
        self._kept = kept
        return paragraphs, bases
