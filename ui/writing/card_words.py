"""Days, moments and tags as they are typed on the card, and as they are shown there."""

import re
from datetime import UTC, date, datetime, time

_DAY = re.compile(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})")
_HOUR = re.compile(r"(?:\s+|T)(\d{1,2})\s?[:hH]\s?(\d{2})?$")


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


def moment_typed(words: str) -> datetime | None:
    """Read a moment of local time, "16/02/2017 18:00" or "16/02/2017 18h"; None for no words.

    A day alone is its beginning.

    Raises:
        ValueError: it is no moment of the calendar.
    """
    plain = words.strip()
    hour = _HOUR.search(plain)
    day = day_typed(plain[: hour.start()] if hour else plain)
    if day is None:
        if hour:
            raise ValueError(words)
        return None
    at = time(int(hour[1]), int(hour[2] or 0)) if hour else time()
    return datetime.combine(day, at).astimezone(UTC)


def moment_shown(moment: datetime | None) -> str:
    """Return an aware moment the way it is typed, in local time; "" for none."""
    return f"{moment.astimezone():%d/%m/%Y %H:%M}" if moment else ""


def tags_typed(words: str) -> tuple[str, ...]:
    """Return the tags parted by commas or semicolons, each once, in their order."""
    tags = (" ".join(tag.split()) for tag in re.split(r"[,;]", words))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def tags_shown(tags: tuple[str, ...]) -> str:
    """Return tags as they are typed."""
    return ", ".join(tags)
