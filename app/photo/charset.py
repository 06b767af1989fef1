"""Accents in old caption blocks: which character set was meant, and mending what was mangled."""

UTF8_MARK = "\x1b%G"
"""IIM dataset 1:90 when the texts are UTF-8 (ISO 2022: ESC % G)."""

_MAC_BYTES = frozenset(b"\x81\x88\x8d\x8e\x8f\x90\x9d")
"""é è à ç ê as a Macintosh wrote them; unused or very rare in Windows-1252."""

_MARKS = frozenset("ÃÂâÅÄËÐ")
"""What the first byte of a two- or three-byte UTF-8 letter looks like when read as one letter."""


def decoded(raw: bytes) -> str:
    """Return the words of an IIM text whatever set it was written in.

    UTF-8 is tried first, declared or not: text in another set is next to never valid UTF-8.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        old = "mac_roman" if _MAC_BYTES.intersection(raw) else "cp1252"
        return raw.decode(old, errors="replace")


def mended(text: str) -> str:
    """Return a text with twice-encoded accents restored ("LÃ©gende" to "Légende"), or as it was."""
    for _ in range(2):
        if not _MARKS.intersection(text):
            break
        try:
            once = _as_windows_bytes(text).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            break
        text = once
    return text


def cut_to_bytes(text: str, limit: int) -> str:
    """Return the longest beginning of a text that takes at most `limit` bytes of UTF-8.

    A cut falls between words when there is a space in the last quarter, and ends in "…" when
    the limit leaves room for more than a code.
    """
    raw = text.encode()
    if len(raw) <= limit:
        return text
    if limit < len("…".encode()) * 4:
        return raw[:limit].decode(errors="ignore")
    kept = raw[: limit - len("…".encode())].decode(errors="ignore")
    space = kept.rfind(" ")
    if space >= len(kept) * 3 // 4:
        kept = kept[:space]
    return kept.rstrip() + "…"


def _as_windows_bytes(text: str) -> bytes:
    """Return the bytes a Windows program took for these letters; holes of the set stand for themselves."""
    out = bytearray()
    for letter in text:
        try:
            out += letter.encode("cp1252")
        except UnicodeEncodeError:
            out += letter.encode("latin-1")
    return bytes(out)
