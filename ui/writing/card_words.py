"""Days and tags as they are typed on the card, and as they are shown there."""

import re
from datetime import date

_DAY = re.compile(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})")


def day_typed(words: str) -> date | None:
    """Read a day, "16/02/2017" or "2017-02-16"; None for no words.

    Raises:
        ValueError: it is no day of the calendar.
    """
    plain = words.strip()
    if not plain:
        return None
    if found := _DAY.fullmatch(plain):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    return date.fromisoformat(plain)


def day_shown(day: date | None) -> str:
    """Return a day the way it is typed, day first in both languages; "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def tags_typed(words: str) -> tuple[str, ...]:
    """Return the tags parted by commas or semicolons, each once, in their order."""
    tags = (" ".join(tag.split()) for tag in re.split(r"[,;]", words))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def tags_shown(tags: tuple[str, ...]) -> str:
    """Return tags as they are typed."""
    return ", ".join(tags)
