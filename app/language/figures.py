"""Figures in copy: in letters or in digits, their thousands and decimals, and the units beside them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import resources
from app.domain.text import Span
from app.language.packs import Pack, pack_for
from app.language.verbatim import masked

_SPACE = "[ \u00a0\u202f]"
_ALONE = r"(?<![\w.,/+–:°$€£#%-])(?<!\d[ \u00a0\u202f])"
_NEXT = rf"{_SPACE}(?=(?P<next>[a-zà-ÿœ][\w’'-]*)(?P<more>{_SPACE}[\w]+)?)"
_BEFORE = re.compile(r"(?P<word>[\w°’'.-]+)[ \u00a0\u202f]\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:•\n][»”\"’)]*\s*|[«“\"(—–]\s*)\Z")
_LINKED = re.compile(
    r"\d[\d.,]*[ \u00a0\u202f](?:à|et|ou|to|and|or|of|out of|sur)[ \u00a0\u202f]\Z"
)
_LONG = re.compile(r"(?<![\w.,/:#°№+@-])\d{5,9}(?![\w/@°-]|[.,:]\d)")
_POSTCODE = re.compile(rf"{_SPACE}[A-ZÀ-Ý][a-zà-ÿ]")
_NUMBERED = re.compile(
    r"(?:n[°ºo.]|no\.?|numéro|number|#|case|dossier|tél\.?|zip|code|BP|flight|vol|ID|(?-i:[A-Z]{2}),?)\s*\Z",
    re.IGNORECASE,
)
_COMMAS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3}){2,}(?![\w,]|\.\d)")
_POINTS = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3}){2,}(?![\w.]|,\d)")
_ONE_POINT = re.compile(r"(?<![\w.,-])[1-9]\d{0,2}(?:\.\d{3})+(?![\w,-]|\.\d)")
_SPACES = re.compile(
    r"(?<![\w.,])(?<!\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\w,]|\.\d| \d)"
)
_DECIMAL = re.compile(
    r"(?<![\w.,/])\d{1,3}(?P<sign>[.,])\d{1,2}(?=[ \u00a0\u202f]?(?P<unit>%|[^\W\d_][\w/²³]*))"
)
_HOUR = re.compile(
    rf"(?<![\w.,:/+’'-])(?P<hour>[01]?\d|2[0-4])(?P<before>{_SPACE}?)[hH](?P<after>{_SPACE}?)"
    rf"(?P<minutes>[0-5]\d)?(?!{_SPACE}?[\d/:.]\d|[\w/’'′″])"
)
_FEWEST_LETTERS = 4
_ENGLISH_PLURALS = frozenset({"people", "men", "women", "children"})


@dataclass(frozen=True, slots=True)
class FigureFault:
    """One figure not written as the house writes it.

    Codes: "small" (a digit below ten), "large" (ten and up in letters), "grouping", "decimal",
    "unit-space", "unit-sign", "hour".
    """

    span: Span
    right: str
    code: str


@cache
def number_words(tongue: str) -> Mapping[str, int]:
    """Return the numbers one word writes in "fr" or "en", hyphens included, from two on, by word."""
    small, _pattern, large = _numbers(tongue)
    letters = {word: value for value, word in small.items()}
    return {**letters, **large, **_data()[tongue]["round"]}


def value_of(word: str) -> int | None:
    """Return the value of a number in digits, or in one word of either language; None of others."""
    if word.isdecimal():
        return int(word)
    folded = word.casefold()
    return number_words("fr").get(folded) or number_words("en").get(folded)


@lru_cache(maxsize=8192)
def figure_faults(line: str, language: str) -> tuple[FigureFault, ...]:
    """Return what is wrong with the figures of one paragraph, in order; none in other languages."""
    pack = pack_for(language)
    if pack is None:
        return ()
    seen = masked(line)
    found = [*_units(seen), *_counts(seen, pack)]
    if any(char.isdigit() for char in seen):
        found += [*_groups(seen, pack), *_decimals(seen, pack), *_hours(seen, pack)]
    return tuple(sorted(found, key=lambda fault: fault.span))


def _counts(line: str, pack: Pack) -> Iterator[FigureFault]:
    """Find small numbers in digits and large ones in letters, before the noun they count."""
    tongue = pack.language[:2]
    small, pattern, large = _numbers(tongue)
    for match in pattern.finditer(line):
        if not _counts_a_noun(line, match, tongue):
            continue
        word, span = match["number"], Span(*match.span("number"))
        if word.isdigit():
            yield FigureFault(span, small[int(word)], "small")
        elif not _SENTENCE_START.search(line[: match.start()]):
            yield FigureFault(span, str(large[word]), "large")


def _counts_a_noun(line: str, match: re.Match[str], tongue: str) -> bool:
    words, noun = _data()[tongue], match["next"]
    if noun in words["keep"] or not _is_plural(noun, tongue):
        return False
    more = (match["more"] or "").strip()
    if (noun == "years" and more in {"old", "of"}) or more[:1].isdigit():
        return False
    ahead = line[max(0, match.start() - 40) : match.start()]
    before = _BEFORE.search(ahead)
    if before is None:
        return bool(_SENTENCE_START.search(ahead))
    named = before["word"][:1].isupper() and not _SENTENCE_START.search(ahead[: before.start()])
    label = before["word"].lower().rstrip(".") in words["labels"]
    return not named and not label and not _LINKED.search(ahead)


def _is_plural(noun: str, tongue: str) -> bool:
    if len(noun) < _FEWEST_LETTERS:
        return False
    if tongue == "fr":
        return noun.endswith(("s", "x")) and "’" not in noun and "'" not in noun
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "’s", "'s"))
    return plural or noun in _ENGLISH_PLURALS


def _groups(line: str, pack: Pack) -> Iterator[FigureFault]:
    """Find large figures whose thousands are not parted as the country parts them."""
    sign = pack.figures["grouping"]
    for match in _LONG.finditer(line):
        ahead = line[max(0, match.start() - 12) : match.start()]
        if (
            match[0].startswith("0")
            or _NUMBERED.search(ahead)
            or _POSTCODE.match(line, match.end())
        ):
            continue
        yield FigureFault(Span(*match.span()), f"{int(match[0]):,}".replace(",", sign), "grouping")
    foreign = (_ONE_POINT, _COMMAS) if sign != "," else (_POINTS, _SPACES)
    for pattern in foreign:
        for match in pattern.finditer(line):
            digits = re.sub(r"\D", "", match[0])
            right = f"{int(digits):,}".replace(",", sign)
            yield FigureFault(Span(*match.span()), right, "grouping")


def _decimals(line: str, pack: Pack) -> Iterator[FigureFault]:
    """Find decimal signs of another country, where a unit proves that they are decimals."""
    sign = pack.figures["decimal"]
    for match in _DECIMAL.finditer(line):
        if match["sign"] == sign:
            continue
        unit = match["unit"]
        if unit in _data()["units"]["counted"] or unit in _data()["units"]["spaced"]:
            at = match.start("sign")
            right = f"{line[match.start() : at]}{sign}{line[at + 1 : match.end()]}"
            yield FigureFault(Span(match.start(), match.end()), right, "decimal")


def _hours(line: str, pack: Pack) -> Iterator[FigureFault]:
    """Find times of day and durations written close ("18h30") where the country parts them."""
    sign = pack.figures["hour"]
    for match in _HOUR.finditer(line) if sign else ():
        right = f"{match['hour']}{sign}{match['minutes'] or ''}".rstrip()
        if match["before"] and (match["after"] or not match["minutes"]):
            continue
        yield FigureFault(Span(*match.span()), right, "hour")


def _units(line: str) -> Iterator[FigureFault]:
    pattern = _unit_pattern()
    wrong: Mapping[str, str] = _data()["units"]["wrong"]
    for match in pattern.finditer(line):
        unit, span = match["unit"], Span(*match.span("unit"))
        if unit in wrong:
            space = "" if match["space"] else "\u00a0"
            yield FigureFault(span, space + wrong[unit], "unit-sign")
        elif not match["space"]:
            yield FigureFault(span, f"\u00a0{unit}", "unit-space")


@cache
def _unit_pattern() -> re.Pattern[str]:
    units = _data()["units"]
    signs = sorted({*units["spaced"], *units["wrong"]}, key=len, reverse=True)
    names = "|".join(re.escape(sign) for sign in signs)
    return re.compile(rf"(?<=\d)(?P<space>{_SPACE}?)(?P<unit>{names})(?![\w/²³])")


@cache
def _numbers(tongue: str) -> tuple[Mapping[int, str], re.Pattern[str], Mapping[str, int]]:
    """Return the small numbers in letters, what finds either sort, and the large ones in digits."""
    words = _data()[tongue]
    small = dict(enumerate(words["small"], 2))
    large = dict(zip(words["teens"], range(10, 20), strict=True))
    for ten, value in words["tens"].items():
        large |= {ten: value, f"{ten}{words['one']}": value + 1}
        large |= {f"{ten}-{unit}": value + count for count, unit in small.items()}
    names = "|".join(sorted(large, key=len, reverse=True))
    pattern = re.compile(rf"{_ALONE}(?P<number>[2-9]|(?<![’'])(?:{names})){_NEXT}")
    return small, pattern, large


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.read_text("lexicon/figures.toml"))
