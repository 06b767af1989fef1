"""The spaces beside punctuation: one list of patterns per country."""

import re
from dataclasses import dataclass
from functools import cache

from app.language.packs import Pack, pack_for
from app.language.verbatim import CLEAR

SPACE = "[ \t\u00a0\u2009\u202f]"
"""One space of any width, as a pattern; line ends are not spaces."""

_UPPER = "".join(letter for letter in map(chr, range(0x530)) if letter.isupper())
_LOOSE = f"(?![\u00a0\u202f](?!{SPACE})){SPACE}+"
_NO_BREAK = re.compile("[\u00a0\u202f]")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where `pattern` finds its group `s`, `wanted` must stand; None asks for a single space."""

    pattern: re.Pattern[str]
    wanted: str | None
    code: str


def space_changes(line: str, pack: Pack) -> dict[tuple[int, int], tuple[str, str]]:
    """Return (start, end) → (spaces, code) for every wrong or missing space of a masked line.

    Codes: "no-break" for a space that is missing or may break or is of the wrong width, "space"
    for one too many.
    """
    changes: dict[tuple[int, int], tuple[str, str]] = {}
    for rule in _rules(pack.language):
        for match in rule.pattern.finditer(line):
            wanted = _single(match["s"]) if rule.wanted is None else rule.wanted
            changes.setdefault(match.span("s"), (wanted, rule.code))
    return {at: change for at, change in changes.items() if line[slice(*at)] != change[0]}


def _single(run: str) -> str:
    kept = _NO_BREAK.search(run)
    return kept[0] if kept else " "


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    pack = pack_for(language)
    if pack is None:
        return ()
    own = _spaced(pack) if pack.spaced else _unspaced()
    return (
        *own,
        _Rule(re.compile(rf"“(?P<s>{SPACE}+)(?=\S)"), "", "space"),
        _Rule(re.compile(rf"(?<=\S)(?P<s>{SPACE}+)(?=”)"), "", "space"),
        _Rule(re.compile(rf"(?<=[\w»”)])(?P<s>{SPACE}+)(?=[,.](?:[\s»”:;!?]|$))"), "", "space"),
        _Rule(re.compile(rf"(?<=\S)(?P<s>{SPACE}{{2,}})(?=\S)"), None, "space"),
    )


def _unspaced() -> tuple[_Rule, ...]:
    return (_Rule(re.compile(rf"(?<=[\w”’)*])(?P<s>{SPACE}+)(?=[;:!?](?:[\s”]|$))"), "", "space"),)


def _spaced(pack: Pack) -> tuple[_Rule, ...]:
    inside, colon = pack.spaces["inside_outer"], pack.spaces["before_colon"]
    high, sign = pack.spaces["before_high"], pack.spaces["before_sign"]
    seen = rf"[\w»”›)\]…’.%‰€$£°*{CLEAR}]"
    patterns = (
        (rf"«(?P<s>{SPACE}*)(?=\S)", inside),
        (rf"(?<=[^\s«])(?P<s>{SPACE}*)(?=»)", inside),
        (rf"(?<=\S)(?P<s>{SPACE}+)(?=[;!?])", high),
        (rf"(?<={seen})(?P<s>)(?=[;!?](?![\w/=&]))", high),
        (rf"(?<=\S)(?P<s>{SPACE}+)(?=:)", colon),
        (r"(?<=[^\W\d])(?P<s>)(?=:(?![/\w]))", colon),
        (rf"(?<=[»”›)\]…’%€*{CLEAR}])(?P<s>)(?=:(?![/\w]))", colon),
        (r"(?<=\d)(?P<s>)(?=:(?:[\s»]|$))", colon),
        (rf"(?<=\d)(?P<s>{SPACE}*)(?=[%‰€£$](?!\w))", sign),
        *_tied(pack),
    )
    return tuple(_Rule(re.compile(pattern), wanted, "no-break") for pattern, wanted in patterns)


def _tied(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Return the patterns for words and figures that a line end must not part."""
    tie = "\u00a0"
    units, titles, numbered = (
        "|".join(re.escape(word) for word in sorted(pack.words[key], key=len, reverse=True))
        for key in ("units", "titles", "numbered")
    )
    return (
        (rf"(?<!\d{{4}})(?<=\d)(?P<s>{_LOOSE})(?=\d{{3}}(?!\d))", pack.spaces["thousands"]),
        (rf"(?<=\d)(?P<s>{_LOOSE})(?=\d)", tie),
        (rf"(?<=\d)(?P<s>{_LOOSE})(?=(?:{units})(?!\w))", tie),
        (rf"\d{SPACE}?h(?P<s>{_LOOSE})(?=\d\d(?!\d))", tie),
        (rf"(?<![\w.])(?:{titles})(?P<s>{_LOOSE})(?=[{_UPPER}\d])", tie),
        (rf"(?<![\w.])(?:{numbered})(?P<s>{_LOOSE})(?=\d)", tie),
    )
