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


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One entry of the register. `variants` are other spellings of the same name."""

    id: str
    name: str
    kind: PersonKind = PersonKind.PERSON
    variants: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    code: str = ""
    note: str = ""
