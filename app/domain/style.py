"""The usages of a house, as data: what it does not write, why, and what it writes instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleRule:
    """One usage. `messages` are by language of the interface; `replacement` None mends nothing.

    `pattern` is a regular expression; `language` is the one it is about ("fr"), "" for all.
    """

    pattern: str
    messages: Mapping[str, str] = field(hash=False)
    replacement: str | None = None
    severity: Severity = Severity.WARNING
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The rules of one desk; `trouble` says why its file could not be read, "" when it was.

    `acronyms` need no spelling out at this desk.
    """

    rules: tuple[StyleRule, ...] = ()
    acronyms: tuple[str, ...] = ()
    trouble: str = ""
