"""Names, institutions and acronyms: one of each, spelled one way from headline to caption."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.checks.copy import Copy, Text, by_line
from app.checks.registry import Remark, rule
from app.domain.finding import Fix, Part, Severity
from app.domain.text import Span
from app.language.accents import accented_elsewhere, bare, lost_accents
from app.language.variants import same_family, same_given


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place where a form of words stands."""

    text: Text
    span: Span
    form: str

    def remark(self, right: str, count: int = 1) -> Remark:
        """Return the remark that this form should read `right`; no fix inside quotation marks."""
        edit = self.text.edit(self.span, right)
        fix = Fix("write-instead", (edit,), (("right", right),))
        return Remark(
            place=self.text.place(self.span),
            excerpt=self.form,
            params=(("form", self.form), ("right", right), ("count", str(count))),
            fixes=() if self.text.guard.touches(self.span) else (fix,),
        )


def _together(mentions: list[_Mention], right: str) -> Remark:
    """Return one remark for a form that stands several times in one text, mended at once."""
    first = mentions[0]
    free = [each for each in mentions if not each.text.guard.touches(each.span)]
    edits = tuple(each.text.edit(each.span, right) for each in free)
    fixes = (Fix("write-instead", edits, (("right", right),)),) if edits else ()
    place = (free or mentions)[0].span
    return Remark(
        place=first.text.place(place),
        excerpt=first.form,
        params=(("form", first.form), ("right", right), ("count", str(len(mentions)))),
        fixes=fixes,
    )


@rule("NAM001", Severity.WARNING, Part.CAPTION, "form", "right", "count")
def name_in_two_spellings(copy: Copy) -> Iterable[Remark]:
    """One person's name spelled in two ways across headline, body and captions."""
    mentions = [
        _Mention(text, span, name)
        for text in copy.prose
        for span, name in text.names
        if " " in name or "\u00a0" in name
    ]
    right = _right_spellings(copy, Counter(_plain(each.form) for each in mentions))
    for each in mentions:
        wanted = right.get(_plain(each.form))
        if wanted:
            yield each.remark(wanted)


def _plain(name: str) -> str:
    return name.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def _right_spellings(copy: Copy, counts: Counter[str]) -> Mapping[str, str]:
    """Return spelling → right spelling: the register's, else the most frequent, else the first."""
    known = [person.name for person in copy.package.people]
    order = {name: at for at, name in enumerate(dict.fromkeys((*counts, *known)))}
    rank = {name: (name not in known, -counts[name], at) for name, at in order.items()}
    right = _entered(copy, counts)
    for one, other in _pairs(order):
        best, worse = sorted((one, other), key=rank.__getitem__)
        if worse in counts:
            right[worse] = right.get(best, best)
    return right


def _entered(copy: Copy, counts: Counter[str]) -> dict[str, str]:
    """Return the spellings of the copy that the register has for somebody, with the right name."""
    names = {person.name for person in copy.package.people}
    return {
        variant: person.name
        for person in copy.package.people
        for variant in map(_plain, person.variants)
        if variant in counts and variant not in names
    }


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that are two spellings of one, found by what they share."""
    by_family: dict[str, list[str]] = defaultdict(list)
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in names:
        given, family = name.rsplit(" ", 1) if " " in name else ("", name)
        for other in by_family[bare(family).casefold()]:
            if _given(other) and given and same_given(_given(other), given):
                yield other, name
        by_family[bare(family).casefold()].append(name)
        for other in by_given[bare(given).casefold()] if given else ():
            if same_family(other.rsplit(" ", 1)[1], family):
                yield other, name
        by_given[bare(given).casefold()].append(name)


def _given(name: str) -> str:
    return name.rsplit(" ", 1)[0] if " " in name else ""


@rule("NAM002", Severity.WARNING, Part.BODY, "form", "right", "count")
def accent_on_one_capital_only(copy: Copy) -> Iterable[Remark]:
    """A capital without its accent in a word the story writes with it elsewhere."""
    if not copy.french:
        return
    for form, wanted in accented_elsewhere(copy.capitals).items():
        places = copy.capitals[form]
        for mentions in _by_text([_Mention(text, span, form) for text, span in places]):
            yield _together(mentions, wanted)


_lost_accents = by_line(lambda line, _language: lost_accents(line))


@rule("LAN003", Severity.HINT, Part.BODY, "form", "right", "count")
def capital_without_accent(copy: Copy) -> Iterable[Remark]:
    """A French capital that has lost its accent; capitals carry accents as small letters do."""
    if not copy.french:
        return
    told = accented_elsewhere(copy.capitals)
    for text in copy.prose:
        by_form: dict[str, list[_Mention]] = defaultdict(list)
        wanted: dict[str, str] = {}
        for span, right in text.read(_lost_accents):
            form = span.of(text.words)
            if form not in told:
                by_form[form].append(_Mention(text, span, form))
                wanted[form] = right
        for form, mentions in by_form.items():
            yield _together(mentions, wanted[form])


def _by_text(mentions: list[_Mention]) -> Iterator[list[_Mention]]:
    texts: dict[int, list[_Mention]] = defaultdict(list)
    for each in mentions:
        texts[id(each.text)].append(each)
    yield from texts.values()


_FRENCH_OFFICE = re.compile(
    r"(?<!\w)(?P<role>ministre|secrétaire|ministère|conseiller|conseillère|commissaire"
    r"|sous-secrétaire|porte-parole|département)(?P<between>(?: [a-zà-ÿ-]+){0,2}?)"
    r" (?P<link>de la |de l['’]|à la |à l['’]|des |aux |du |au )(?P<office>[^\W\d_][\w-]*)",
)
_ENGLISH_OFFICE = re.compile(
    r"(?<!\w)(?P<role>[Mm]inister|[Ss]ecretary|[Mm]inistry|[Dd]epartment)(?P<between>)"
    r" (?P<link>of |for )(?P<office>[^\W\d_][\w-]*)",
)


@rule("NAM003", Severity.HINT, Part.CAPTION, "form", "other")
def office_in_two_ways(copy: Copy) -> Iterable[Remark]:
    """An office or institution written in two ways ("à la Défense", "de la défense")."""
    pattern = _FRENCH_OFFICE if copy.french else _ENGLISH_OFFICE
    first: dict[tuple[str, str], str] = {}
    for text in _body_first(copy):
        for match in pattern.finditer(text.words):
            key = (match["role"].casefold(), _office(match["office"]))
            written = match["link"].replace("’", "'") + match["office"]
            shown = first.setdefault(key, written)
            if written != shown:
                span = Span(match.start("link"), match.end("office"))
                params = (("form", span.of(text.words)), ("other", shown))
                yield Remark(place=text.place(span), excerpt=span.of(text.words), params=params)


def _body_first(copy: Copy) -> list[Text]:
    return sorted(copy.prose, key=lambda text: text.part is not Part.BODY)


def _office(word: str) -> str:
    """Return an office without case, accents, and the British spelling of -ence."""
    folded = bare(word).casefold()
    return folded.removesuffix("se") + "ce" if folded.endswith("ense") else folded


_ACRONYM = re.compile(r"(?<![\w-])[^\W\d_]{3,6}(?![\w-])")


@by_line
def _acronyms(line: str, _language: str) -> tuple[tuple[Span, str], ...]:
    """Find the short words that begin with a capital: acronyms, and what may be one quietly.

    Capitals at the head of a line are a dateline or a speaker; in a row they are a headline.
    """
    return tuple(
        (Span(*match.span()), match[0])
        for match in _ACRONYM.finditer(line)
        if match[0][0].isupper() and not (match[0].isupper() and _shouted(line, match))
    )


_LETTERS = re.compile(r"[^\W\d_]{2}")
_BESIDE = 40
"""How far the words beside an acronym are looked for, in code points."""


def _shouted(line: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = line[max(0, start - _BESIDE) : start].split()[-1:]
    after = line[end : end + _BESIDE].split()[:1]
    loud = [word for word in (*before, *after) if word.isupper() and _LETTERS.search(word)]
    return not before or bool(loud)


@rule("NAM004", Severity.HINT, Part.BODY, "form", "right", "count")
def acronym_in_two_ways(copy: Copy) -> Iterable[Remark]:
    """An acronym in capitals here ("OTAN"), as a name there ("Otan")."""
    found: dict[str, list[_Mention]] = defaultdict(list)
    for text in copy.prose:
        for span, form in text.read(_acronyms):
            found[form].append(_Mention(text, span, form))
    for loud in [form for form in found if form.isupper() and form.capitalize() in found]:
        quiet = loud.capitalize()
        rare, right = sorted((loud, quiet), key=lambda form: len(found[form]))
        for mentions in _by_text(found[rare]):
            yield _together(mentions, right)


RULES = (
    name_in_two_spellings,
    accent_on_one_capital_only,
    office_in_two_ways,
    acronym_in_two_ways,
    capital_without_accent,
)
