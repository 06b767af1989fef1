"""Codes typed in captions: `=rt=` becomes a name as soon as the second sign closes it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.person import Person

CODE = re.compile(r"=([^\s=#]{1,32})(?:#(\d{1,2}))?=$")
"""A code that ends where the caret stands; `=rt#2=` asks for the second form."""


class Coded(Protocol):
    """A code with its forms, first mention first."""

    @property
    def code(self) -> str:
        """What is typed between the signs."""

    @property
    def forms(self) -> tuple[str, ...]:
        """What it becomes."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a code becomes: the signs it takes the place of, the words, and who is meant or ""."""

    signs: int
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The codes known now; `names` gives the person a code stands for."""

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def expand(self, before: str) -> Written | None:
        """Return what the code that ends the words before the caret becomes, None for none."""
        found = CODE.search(before)
        forms = self.forms.get(found[1].casefold(), ()) if found else ()
        if not found or not forms:
            return None
        if found[2]:
            place = int(found[2]) - 1
        else:
            place = min(1, len(forms) - 1) if forms[0] in before else 0
        if not 0 <= place < len(forms):
            return None
        return Written(len(found[0]), forms[place], self.names.get(found[1].casefold(), ""))


def shorthand_of(codes: Sequence[Coded], people: Sequence[Person]) -> Shorthand:
    """Return the codes of the desk with the people of the register they stand for."""
    return Shorthand(
        {one.code.casefold(): one.forms for one in codes},
        {person.code.casefold(): person.name for person in people if person.code},
    )
