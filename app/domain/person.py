"""The register: everyone and everything the desk quotes or pictures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PersonKind(StrEnum):
    """What sort of source an entry is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    AGENCY = "agency"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Title:
    """A role with the days it was held; None leaves that end open."""

    words: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date) -> bool:
        """Say whether the role was held on a day."""
        return (self.since or date.min) <= day <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as another language writes it (BCP 47 tag)."""

    language: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One entry of the register. `variants` are other spellings of the same name.

    `code` is what photo desks type for it in captions, `captions` what it then becomes, first
    mention first (empty: made of the name and title); `forms` are the name in other languages.
    """

    id: str
    name: str
    kind: PersonKind = PersonKind.PERSON
    variants: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    code: str = ""
    note: str = ""
    forms: tuple[NameForm, ...] = ()
    captions: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Return every way the name is written, the right one first, each once."""
        written = (self.name, *self.variants, *(form.name for form in self.forms))
        return tuple(dict.fromkeys(written))
