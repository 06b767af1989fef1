"""The header of a Markdown story and labelled lines of raw copy: named fields, in two languages."""

import re
import tomllib
from datetime import UTC, date, datetime
from functools import cache

import resources
from app.intake.captions import day_in
from app.intake.sheet import LABEL_LIMIT, Entry, Sheet, folded
from app.language import detect

_FENCES = frozenset({"---", "..."})
_FIELD = re.compile(r"(?P<key>[^\W\d_][\w \u00a0’'-]{0,40}?)\s?:(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"-\s+(?P<value>.+)")
_HEAD = 12
"""Open lines searched for labels at the top of raw copy."""
_CERTAIN = frozenset(
    {"headline", "titre", "chapo", "standfirst", "mots cles", "embargo", "slug", "surtitre"}
)
_HOUR = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])\s?[h:](?:(?P<minute>[0-5]\d))?(?!\d)")
_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_](?P<region>[a-z]{2}))?", re.IGNORECASE)
_LANGUAGES = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
_COMMENT = "#"


@cache
def _keys() -> dict[str, str]:
    table = tomllib.loads(resources.read_text("lexicon/header.toml"))
    return {_plain(key): name for name, keys in table.items() for key in keys}


def read_header(sheet: Sheet) -> bool:
    """Read the header a Markdown story begins with into the sheet's fields; say whether there is one.

    A header is `key: value` lines between two `---` lines at the very top; a list stands in
    brackets or as `- item` lines. Lines with an unknown key are left out, with that reason.
    """
    end = _header_end(sheet.entries)
    if not end:
        return False
    name = ""
    for entry in sheet.entries[:end]:
        name = _header_line(sheet, entry, name)
    return True


def has_header(entries: list[Entry]) -> bool:
    """Say whether a text begins with a header."""
    return bool(_header_end(entries))


def read_labels(sheet: Sheet) -> None:
    """Read labelled lines ("Titre : …", "Embargo: …") at the top of raw copy into the fields.

    A lone label that is also an ordinary word is left where it stands: it may be a headline.
    """
    head = [entry for entry in sheet.open()[:_HEAD] if len(entry.words) <= LABEL_LIMIT]
    matches = [(entry, match) for entry in head if (match := _labelled(entry))]
    for entry, match in matches:
        key = _plain(match["key"])
        if len(matches) > 1 or key in _CERTAIN:
            _keep(sheet, entry, _keys()[key], match["value"])


def read_notes(sheet: Sheet) -> None:
    """Take notes to the desk out of the copy, wherever they stand."""
    for entry in sheet.open():
        match = _labelled(entry) if len(entry.words) <= LABEL_LIMIT else None
        if match and _keys()[_plain(match["key"])] == "note":
            _keep(sheet, entry, "note", match["value"])


def language_tag(value: str, text: str) -> str:
    """Return the BCP 47 tag a language field means; English without a country is told by `text`."""
    match = _tag(value)
    if match is None:
        return detect.guess(text)
    language, region = match["language"].lower(), match["region"]
    if region:
        return f"{language}-{region.upper()}"
    return {"fr": "fr-FR", "en": detect.english(text)}.get(language, language)


def names_country(value: str) -> bool:
    """Say whether a language field means the language as one country sets it ("en-GB")."""
    match = _tag(value)
    return match is not None and match["region"] is not None


def _tag(value: str) -> re.Match[str] | None:
    return _TAG.fullmatch(_LANGUAGES.get(folded(value), value))


def day(value: str, language: str) -> date | None:
    """Return the day a field means: ISO 8601 or as copy writes it; None when it is no day."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return day_in(value, language)


def moment(value: str, language: str) -> datetime | None:
    """Return the moment a field means, in UTC; a time without a zone is the desk's own."""
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    found = day(value, language)
    if found is None:
        return None
    hour = _HOUR.search(value)
    clock = (int(hour["hour"]), int(hour["minute"] or 0)) if hour else (0, 0)
    try:
        return datetime(found.year, found.month, found.day, *clock).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def items(value: str) -> tuple[str, ...]:
    """Return the items of a list field, each once."""
    parts = re.split(r"[,;\n]", value.strip("[] "))
    kept = (_unquoted(part.strip().lstrip(_COMMENT)) for part in parts)
    return tuple(dict.fromkeys(part for part in kept if part))


def _header_end(entries: list[Entry]) -> int:
    """Return the number of lines of the header, fences counted; 0 without one."""
    if not entries or entries[0].words != "---":
        return 0
    for at, entry in enumerate(entries[1:60], start=1):
        if entry.words in _FENCES:
            return at + 1 if at > 1 else 0
        blank = not entry.words or entry.words.startswith(_COMMENT)
        if not (blank or _FIELD.fullmatch(entry.words) or _ITEM.fullmatch(entry.words)):
            return 0
    return 0


def _header_line(sheet: Sheet, entry: Entry, name: str) -> str:
    """Read one line of a header; return the field that items on the next lines belong to."""
    item, match = _ITEM.fullmatch(entry.words), _FIELD.fullmatch(entry.words)
    if entry.words in _FENCES or not entry.words or entry.words.startswith(_COMMENT):
        entry.place(entry.role or "field", "header")
        return name
    if item and name:
        _keep(sheet, entry, name, item["value"])
        return name
    found = _keys().get(_plain(match["key"]), "") if match else ""
    if not (match and found):
        entry.drop("unknown-field")
        return ""
    _keep(sheet, entry, found, match["value"] or "")
    return found


def _keep(sheet: Sheet, entry: Entry, name: str, value: str) -> None:
    """Put a value under its name; a second one of the same name is a further item."""
    before, new = sheet.fields.get(name, ""), _unquoted(value.strip())
    sheet.fields[name] = f"{before}\n{new}" if before and new else before or new
    entry.place("field", name)


def _labelled(entry: Entry) -> re.Match[str] | None:
    match = _FIELD.fullmatch(entry.words)
    return match if match and match["value"] and _plain(match["key"]) in _keys() else None


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _plain(key: str) -> str:
    return folded(re.sub(r"[-_\u00a0]", " ", key))
