"""Slips of language an editor decides on: agreement, repeated words, signs nobody sees."""

import re
from collections.abc import Iterable

from app.checks.copy import Copy, by_line
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.verbatim import masked

_LOOSE = r"(?: (?:ne|se|y|en|le|la|les|leur|lui)| [ns]['’])*"
_NOT_VERBS = (
    "environs|patrons|citrons|barons|vignerons|forgerons|bûcherons|éperons|fleurons|biberons"
    "|chaperons|pucerons|moucherons|avirons|électrons|neutrons|marrons|ronrons|escadrons|perrons"
    "|litrons|plastrons|chevrons|tendrons|goudrons|chaudrons|quarterons|lurons|larrons|girons"
)
_FRENCH_SLIPS = re.compile(
    r"(?<!\w)(?:"
    rf"(?:ils|elles){_LOOSE} ?(?P<verb>\w+ons)"
    rf"|(?:les|ces|des|leurs|ses|nos|vos)(?: [\w-]+){{1,2}} (?P<future>(?!(?:{_NOT_VERBS})\b)\w+rons)"
    rf"|(?:on|je|tu|il|elle){_LOOSE} (?P<single>\w+ons)"
    r")(?!\w)",
    re.IGNORECASE,
)
_ENGLISH_SLIPS = re.compile(
    r"(?<!\w)(?:(?:they|we|you) was|(?:he|she|it) don['’]t|(?:they|we) is)(?!\w)",
    re.IGNORECASE,
)
_WE = re.compile(r"(?<!\w)nous(?!\w)", re.IGNORECASE)

_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]{2,})[ \u00a0]+\1(?![\w’'-])", re.IGNORECASE)
_RIGHTLY_TWICE = frozenset(
    {
        "nous",
        "vous",
        "had",
        "that",
        "bla",
        "blah",
        "ha",
        "non",
        "oui",
        "très",
        "faire",
        "really",
        "very",
    }
)

_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf©¨ª´¢§¹»®¯]|â€[™œ\u009d“”˜¦]|Â[«»°\u00a0]|\ufffd")


@rule("LAN001", Severity.WARNING, Part.BODY, "words")
def agreement(copy: Copy) -> Iterable[Remark]:
    """A verb that seems not to agree with its subject; never mended by the program.

    Inside a quotation the words are somebody's: the desk asks, trims or keeps them.
    """
    for text in copy.prose:
        for span, words in text.read(_slips):
            yield Remark(place=text.place(span), excerpt=words, params=(("words", words),))


@by_line
def _slips(line: str, language: str) -> tuple[tuple[Span, str], ...]:
    french = language.lower().startswith("fr")
    return tuple(
        (Span(*match.span()), match[0])
        for match in (_FRENCH_SLIPS if french else _ENGLISH_SLIPS).finditer(line)
        if not _has_we(line, match)
    )


def _has_we(words: str, match: re.Match[str]) -> bool:
    """Say whether "nous" stands near enough before to be the subject of a verb in -ons."""
    return bool(match.lastgroup) and bool(
        _WE.search(words[max(0, match.start() - 20) : match.end()])
    )


@by_line
def _twice(line: str, _language: str) -> tuple[tuple[Span, str], ...]:
    """Find words that stand twice: the place of the second with the blank before it."""
    return tuple(
        (Span(match.end(1), match.end()), match[1])
        for match in _TWICE.finditer(masked(line))
        if match[1].casefold() not in _RIGHTLY_TWICE and _by_mistake(*match[0].split())
    )


def _by_mistake(word: str, again: str) -> bool:
    """Say whether a double is a slip: names double themselves, and "first FIRST" is two words."""
    return again.islower() or (again == word and not word[0].isupper())


@rule("LAN002", Severity.WARNING, Part.BODY, "word")
def repeated_word(copy: Copy) -> Iterable[Remark]:
    """A word that stands twice in a row."""
    for text in copy.prose:
        for again, word in text.read(_twice):
            span = Span(again.start - len(word), again.end)
            fix = Fix("cut-word", (text.edit(again, ""),), (("word", word),))
            yield Remark(
                place=text.place(span),
                excerpt=span.of(text.words),
                params=(("word", word),),
                fixes=() if text.guard.touches(again) else (fix,),
            )


@rule("LAN004", Severity.WARNING, Part.BODY, "sign", "count")
def unseen_signs(copy: Copy) -> Iterable[Remark]:
    """Characters nobody sees: they break searches, or turn the direction of the text around."""
    for text in copy.texts:
        found = [*_CONTROL.finditer(text.words)]
        if not _RIGHT_TO_LEFT.search(text.words):
            found += _UNSEEN.finditer(text.words)
        if not found:
            continue
        spans = sorted(Span(*match.span()) for match in found)
        edits = tuple(text.edit(span, "") for span in spans if not text.guard.touches(span))
        first = spans[0]
        sign = f"U+{ord(first.of(text.words)):04X}"
        yield Remark(
            place=text.place(first),
            excerpt=sign,
            params=(("sign", sign), ("count", str(len(spans)))),
            fixes=(Fix("cut-unseen", edits),) if edits else (),
        )


@rule("LAN005", Severity.ERROR, Part.BODY, "words")
def broken_letters(copy: Copy) -> Iterable[Remark]:
    """Letters that were read in the wrong encoding somewhere on their way ("Ã©")."""
    for text in copy.texts:
        match = _MOJIBAKE.search(text.words)
        if match:
            span = Span(*match.span())
            params = (("words", match[0]),)
            yield Remark(place=text.place(span), excerpt=match[0], params=params)


RULES = (agreement, repeated_word, unseen_signs, broken_letters)
