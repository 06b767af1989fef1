"""Names that are safe in an address and on every file system."""

import hashlib
import re
import unicodedata

LONGEST = 80
"""Characters of a slug: short enough for any file system with a suffix, long enough to read."""

_LETTERS = str.maketrans(
    {
        "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ı": "i", "ŋ": "n", "Ŋ": "N", "ħ": "h", "Ħ": "H",
    }
)  # fmt: skip
"""Latin letters that Unicode does not take apart."""

_RESERVED = re.compile(r"^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9]|lpt[0-9])$")
"""Device names no Windows file may bear, with or without a suffix (Microsoft, Naming Files)."""

_SAFE = re.compile(r"^[a-z0-9][a-z0-9._-]{0,119}$")


def slug(text: str, fallback: str = "story") -> str:
    """Return `text` in a-z, 0-9 and hyphens, at most `LONGEST` characters, cut between words.

    Accents are dropped. A text with no Latin letter gives `fallback` and a short digest of the
    text, so that two such texts differ.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    words = re.findall(r"[a-z0-9]+", plain)
    made = _joined(words)
    if not made:
        return f"{fallback}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    return f"{made}-{fallback}" if _RESERVED.match(made) else made


def _joined(words: list[str]) -> str:
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        made = longer
    return made


def is_safe(name: str) -> bool:
    """Say whether a path inside a folder can be written on every system as it stands.

    Folders are parted by "/", two levels at most; each part is lower-case ASCII, does not end
    with a dot and is no device name.
    """
    parts = name.split("/")
    if len(parts) > 2:  # noqa: PLR2004  a page's folder holds files and one level of folders
        return False
    return all(_part_is_safe(part) for part in parts)


def _part_is_safe(part: str) -> bool:
    if not _SAFE.match(part) or part.endswith(".") or ".." in part:
        return False
    return not _RESERVED.match(part.split(".", maxsplit=1)[0])
