"""A story: the copy and the fields a newsroom keeps about it (names after IPTC ninjs)."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

SLOT = re.compile(r"^!\[\]\(photo:(\d{1,4})\)$", re.MULTILINE)
"""A photo slot in a body: a paragraph of its own, `![](photo:N)`; N is `PhotoUse.slot`."""

SLOT_ANYWHERE = re.compile(r"!\[\]\(photo:(\d{1,4})\)")
"""A slot wherever it stands: one that words were typed against still holds its picture."""


class Status(StrEnum):
    """Where a story stands at the desk; publication is recorded apart."""

    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    EMBARGOED = "embargoed"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    KILLED = "killed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story. `body` is Markdown, paragraphs parted by a blank line, photo slots as `SLOT`.

    `language` is a BCP 47 tag ("fr-FR"). Times are aware and in UTC. `dated` is the day of the
    events told, when known. `note` is for editors and never leaves the house. `deleted_at` is
    set while the story lies in the bin.
    """

    id: str
    slug: str
    language: str
    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    body: str = ""
    agency_credit: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    status: Status = Status.DRAFT
    dated: date | None = None
    embargo: datetime | None = None
    target_words: int | None = None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None


TEXT_FIELDS = (
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "agency_credit",
    "section",
)
"""The fields of a story that hold words a reader sees, in reading order of the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One row of the stories list: enough to show and sort, without the body."""

    id: str
    slug: str
    headline: str
    language: str
    status: Status
    agency_credit: str
    words: int
    photos: int
    updated_at: datetime
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A kept moment of a story package. Number 0 is the raw text as it came, read-only."""

    number: int
    name: str
    reason: str
    kept_at: datetime
    words: int
    by: str = ""


def slots_in(body: str) -> tuple[int, ...]:
    """Return the slot numbers of a body, in reading order."""
    return tuple(int(match[1]) for match in SLOT_ANYWHERE.finditer(body))


def slot_line(slot: int) -> str:
    """Return the paragraph that holds photo slot number `slot`."""
    return f"![](photo:{slot})"


def word_count(body: str) -> int:
    """Count words as a reader would: runs of letters or digits, slots left out."""
    return sum(_words_in(line) for line in body.split("\n"))


@lru_cache(maxsize=8192)
def _words_in(line: str) -> int:
    """Count the words of one line; typing changes one at a time, and the count is wanted often."""
    return len(re.findall(r"\w+(?:[’'\-]\w+)*", SLOT_ANYWHERE.sub("", line)))
