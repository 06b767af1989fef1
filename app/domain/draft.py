"""A draft: what intake made of copy from outside, before it is a story."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.photo import PhotoUse


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input, numbered from 1, and what became of it.

    `role` is a code: "headline", "kicker", "caption", "body", "subhead", "section",
    "agency-credit", "byline", "dateline", "standfirst", "field", "blank" for lines placed,
    "dropped" for lines left out; `reason` says why a line was dropped or how sure its role is
    ("furniture", "size-label", "repeated-caption"…).
    """

    number: int
    text: str
    role: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Copy sorted into the fields of a story. `raw` is the text as it came, kept as revision 0.

    `country_told` says that the copy itself names the country of its `language`, rather than
    leaving it to what is usual. `notices` are codes of things an editor should know ("encoding:windows-1252"). Every line of
    the input stands once in `lines`.
    """

    raw: str
    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    body: str = ""
    agency_credit: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    slug: str = ""
    note: str = ""
    language: str = "fr-FR"
    country_told: bool = False
    dated: date | None = None
    embargo: datetime | None = None
    uses: tuple[PhotoUse, ...] = ()
    lines: tuple[Line, ...] = ()
    notices: tuple[str, ...] = ()

    def dropped(self) -> tuple[Line, ...]:
        """Return the lines that were left out, each with its reason."""
        return tuple(line for line in self.lines if line.role == "dropped")
