"""Who is in the picture: as many as the caption says, and each on a side of their own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from app.checks.copy import Copy, Text
from app.checks.registry import Remark, rule
from app.domain.finding import Part, Severity
from app.domain.photo import PhotoUse
from app.domain.text import Span
from app.language.figures import number_words, value_of

_MOST = 10
"""Of more people than these a caption names the most important."""

_PEOPLE = (
    r"élue?s|maires|ministres|députée?s|sénateurs|sénatrices|candidate?s|personnes|hommes|femmes"
    r"|enfants|présidente?s|dirigeante?s|responsables|joueurs|joueuses|athlètes|lauréate?s"
    r"|médaillée?s|participante?s|adjointe?s|conseillers|conseillères|syndicalistes|artistes"
    r"|musiciens|musiciennes|chercheurs|chercheuses|ingénieure?s|amie?s|frères|sœurs"
    r"|mayors|ministers|lawmakers|senators|candidates|people|men|women|children|presidents"
    r"|leaders|officials|players|athletes|winners|medal(?:l)?ists|councillors|artists|musicians"
    r"|researchers|engineers|friends|brothers|sisters"
)
_LIST = re.compile(
    r"[ \u00a0\u202f]?:[ \u00a0]|(?:de gauche à droite|from left(?: to right)?|left to right)",
    re.IGNORECASE,
)
"""After this come the names, one by one."""

_SOME = re.compile(
    r"(?<!\w)(?:dont|parmi|notamment|entre autres|et leurs?|including|among|with others"
    r"|and others|et d[’']autres)(?!\w)",
    re.IGNORECASE,
)
"""The names are not all."""

_END = re.compile(r"[.!?…](?=\s|$|[A-ZÀ-Ý][a-zà-ÿ])")
_SOMEBODY = re.compile(
    r"l[’']|(?:le|la|les|un|une|son|sa|leurs?|the|an?|her|his|their)(?!\w)|[A-ZÀ-Ý]",
)
_PARTED = re.compile(r"[,;]|(?<!\w)(?:et|and)(?!\w)")

_SIDE = re.compile(
    r"(?:\s*\(|,[ \u00a0])(?P<side>à gauche|à droite|au centre|left|right|cent(?:re|er))"
    r"(?=[),.;]|[ \u00a0]et[ \u00a0]|[ \u00a0]and[ \u00a0]|$)",
    re.IGNORECASE,
)


def _params(use: PhotoUse, **params: str) -> tuple[tuple[str, str], ...]:
    return (("slot", str(use.slot)), *params.items())


@rule("PHO021", Severity.WARNING, Part.CAPTION, "slot", "number", "people")
def number_and_names_differ(copy: Copy) -> Iterable[Remark]:
    """A caption that says how many people there are and then lists more or fewer names."""
    for use in copy.package.uses:
        text = copy.caption(use)
        for counted in _counted().finditer(text.words):
            told = value_of(counted["number"])
            named, more = _listed(text, counted.end())
            if told and named and not named <= told <= named + more:
                span = Span(*counted.span())
                params = _params(use, number=counted["number"], people=str(named))
                yield Remark(place=text.place(span), excerpt=counted[0], params=params)


@cache
def _counted() -> re.Pattern[str]:
    """Return what finds a number of people, in letters or in digits."""
    words = {**number_words("fr"), **number_words("en")}
    names = "|".join(word for word, value in words.items() if value <= _MOST)
    return re.compile(
        rf"(?<![\w-])(?P<number>{names}|[2-9]|10)[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,2}}?"
        rf"(?P<who>{_PEOPLE})(?!\w)",
        re.IGNORECASE,
    )


def _listed(text: Text, start: int) -> tuple[int, int]:
    """Return how many names a list after a place has, and who else may be in it; 0 for no list.

    Some are told by what they are, or by a first name: "the mayor, her deputy, Zoé, Paul Orlik".
    """
    stop = _END.search(text.words, start)
    end = stop.start() if stop else len(text.words)
    opening = _LIST.search(text.words, start, end)
    if not opening or _SOME.search(text.words, start, end):
        return 0, 0
    names = {name for span, name in text.names if opening.end() <= span.start < end}
    items = [item.strip() for item in _PARTED.split(text.words[opening.end() : end])]
    others = [one for one in items if _SOMEBODY.match(one) and not any(n in one for n in names)]
    return len(names), len(others)


@rule("PHO022", Severity.WARNING, Part.CAPTION, "slot", "side", "people")
def one_side_for_two(copy: Copy) -> Iterable[Remark]:
    """A caption that puts two people on the very same side, or in the middle."""
    for use in copy.package.uses:
        text = copy.caption(use)
        sides = Counter(side.casefold() for _span, side in _placed(text))
        for span, side in reversed(list(_placed(text))):
            if sides[side.casefold()] > 1:
                people = str(sides.pop(side.casefold()))
                params = _params(use, side=side, people=people)
                yield Remark(place=text.place(span), excerpt=side, params=params)


def _placed(text: Text) -> Iterator[tuple[Span, str]]:
    """Give the sides told right after a name, with their places."""
    ends = {span.end for span, _name in text.names}
    for found in _SIDE.finditer(text.words):
        if found.start() in ends:
            span = Span(*found.span("side"))
            yield span, span.of(text.words)


RULES = (number_and_names_differ, one_side_for_two)
