"""Codes typed in captions: `=hc=` becomes a name with its title, and the short name the next time.

Lists come from the register, or from tab-separated files as photographers keep them (the code, a
replacement, further replacements): those of other captioning programs are read as they are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.person import Person, Title
from app.photo.charset import decoded

_CODE = re.compile(r"(?<![\w=])=([^\s=#]{1,32})(?:#(\d{1,2}))?=(?![\w=])")
_PARTICLES = frozenset(
    {"al", "ap", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le"}
    | {"ibn", "mac", "ould", "san", "ten", "ter", "van", "von", "zu"}
)
"""What belongs to a family name though it stands before its last word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code with its forms: the first mention, the next ones, and others asked for by number.

    `forms` has at least one; with one only, every mention is the same.
    """

    code: str
    forms: tuple[str, ...]

    def mention(self, *, first: bool) -> str:
        """Return the words of the first or of a later mention."""
        return self.forms[0] if first or len(self.forms) == 1 else self.forms[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """A text with its codes replaced. `used` are the codes mentioned so far; `unknown` stay as typed."""

    text: str
    used: frozenset[str]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """Codes read from a file. `doubled` were given twice, the last one holds; `odd` are line numbers."""

    codes: tuple[Code, ...]
    doubled: tuple[str, ...] = ()
    odd: tuple[int, ...] = ()


def expand(text: str, codes: Iterable[Code], used: frozenset[str] = frozenset()) -> Expansion:
    """Replace every `=code=` of a caption, letter case aside; `=code#3=` asks for the third form.

    `used` are codes whose first mention stands elsewhere already.
    """
    known = {code.code.casefold(): code for code in codes}
    said, unknown = set(used), []

    def replaced(match: re.Match[str]) -> str:
        name, number = match[1].casefold(), int(match[2] or 0)
        code = known.get(name)
        if code is None or number > len(code.forms):
            unknown.append(match[1])
            return match[0]
        words = code.forms[number - 1] if number else code.mention(first=name not in said)
        said.add(name)
        return words

    expanded = _CODE.sub(replaced, text)
    return Expansion(text=expanded, used=frozenset(said), unknown=tuple(unknown))


def codes_from(data: bytes) -> CodeList:
    """Read a tab-separated code file, in whatever character set it was written."""
    found: dict[str, Code] = {}
    doubled, odd = [], []
    for number, line in enumerate(decoded(data).removeprefix("\ufeff").splitlines(), start=1):
        code, *forms = (cell.strip() for cell in line.split("\t"))
        kept = tuple(form for form in forms if form)
        if not code and not kept:
            continue
        if not kept or not _CODE.fullmatch(f"={code}="):
            odd.append(number)
            continue
        if code.casefold() in found:
            doubled.append(code)
        found[code.casefold()] = Code(code=code, forms=kept)
    return CodeList(codes=tuple(found.values()), doubled=tuple(doubled), odd=tuple(odd))


def codes_file(codes: Iterable[Code]) -> bytes:
    """Return codes as a tab-separated code file in UTF-8, one line each."""
    lines = ("\t".join(" ".join(cell.split()) for cell in (one.code, *one.forms)) for one in codes)
    return "".join(f"{line}\n" for line in lines).encode()


def codes_of(people: Sequence[Person], on: date | None = None) -> tuple[Code, ...]:
    """Return the codes of the register, titles as held on that day (today's when it is not known)."""
    return tuple(_code_of(person, on) for person in people if person.code)


def family_name(name: str) -> str:
    """Return the part of a name a second mention uses: its last word with its particles."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[max(0, start) :])


def _code_of(person: Person, on: date | None) -> Code:
    if person.captions:
        return Code(code=person.code, forms=person.captions)
    title = next((title.words for title in person.titles if _held(title, on)), "")
    first = f"{person.name}, {title}" if title else person.name
    return Code(code=person.code, forms=(first, family_name(person.name)))


def _held(title: Title, on: date | None) -> bool:
    if on is None:
        return title.until is None
    return (title.since is None or title.since <= on) and (title.until is None or on <= title.until)
