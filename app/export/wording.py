"""The words a page adds around a story, in the story's language, and its dates."""

import functools
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import resources

_WRITTEN = ("fr", "en")
"""Languages the words of a page exist in; a story in another one gets the English words."""

_COUNTRIES = {"fr": "FR", "en": "GB"}
"""The country of an `og:locale` when the tag of the language names none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a page in one language. `language` is the tag of the story."""

    language: str
    table: dict[str, str | list[str]]

    def say(self, code: str, **params: str) -> str:
        """Return the words for `code`.

        Raises:
            KeyError: no such words.
        """
        words = str(self.table[code])
        return words.format(**params) if params else words

    def listed(self, code: str) -> list[str]:
        """Return a list of words."""
        return list(self.table[code])

    def moment(self, at: datetime, zone: str) -> str:
        """Return a date and time as a reader would write it, in the time zone named."""
        local = _local(at, zone)
        time = str(self.table["time"]).format(hour=local.hour, minute=local.minute)
        return self.say("moment", date=self.day(local), time=f"{time} {local.tzname()}")

    def local_day(self, at: datetime, zone: str) -> str:
        """Return the date in words that it is at a moment in the time zone named."""
        return self.day(_local(at, zone))

    def day(self, local: datetime) -> str:
        """Return a date in words."""
        day = self.say("first_day") if local.day == 1 else str(local.day)
        month = self.listed("months")[local.month - 1]
        form = "date_us" if self.language.endswith("-US") else "date"
        return self.say(form, day=day, month=month, year=str(local.year))

    def locale(self) -> str:
        """Return the language as Open Graph writes it: "fr_FR"."""
        parts = self.language.split("-")
        country = next((part for part in parts[1:] if len(part) == 2 and part.isupper()), "")  # noqa: PLR2004  ISO 3166 alpha-2
        return f"{parts[0]}_{country or _COUNTRIES.get(parts[0], parts[0].upper())}"


def _local(at: datetime, zone: str) -> datetime:
    # Windows keeps no table of time zones: the zone that needs none must not ask for it.
    return at.astimezone(UTC if zone == "UTC" else ZoneInfo(zone))


@functools.cache
def wording(language: str) -> Wording:
    """Return the words of a page in `language` (BCP 47)."""
    short = language.split("-", maxsplit=1)[0].lower()
    file = short if short in _WRITTEN else "en"
    return Wording(language, tomllib.loads(resources.read_text(f"page/words/{file}.toml")))
