"""Bytes into text: the encoding is found from the bytes, and said when it is not UTF-8."""

import codecs
import re

import charset_normalizer

from app.domain.errors import DeskError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_WESTERN = re.compile(r"cp125\d|iso8859-\d{1,2}|koi8-[ru]|mac-roman")
_SAMPLE = 4096
_NAMES = {"cp1252": "windows-1252", "mac_roman": "macintosh"}
_BINARY_SHARE = 0.02
"""Share of control characters above which a text is no text; copy has none or a stray one."""
_HALF_EMPTY = 0.6
"""Share of zero bytes at even or odd places that tells UTF-16 of a Western language."""
_FEW_ERRORS = 0.1
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_UNSAFE = re.compile("[\0\ud800-\udfff]")


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and notices: its encoding when not UTF-8, what had to be mended.

    Raises:
        DeskError: "intake.binary" when the bytes are no text.
    """
    text, encoding, damaged = _read(data)
    if _control_share(text) > _BINARY_SHARE:
        raise DeskError("intake.binary")
    safe, mended = storable(text)
    notices = [] if encoding == "utf-8" else [f"encoding:{encoding}"]
    if damaged:
        notices.append("encoding-damaged")
    return safe, (*notices, *mended)


def storable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return text without what no store or page can hold (NUL, halves of characters), and notices."""
    safe = text.replace("\0", "")
    notices = () if len(safe) == len(text) else ("nul-removed",)
    whole = _UNSAFE.sub("\ufffd", safe)
    return whole, notices if whole == safe else (*notices, "characters-damaged")


def _read(data: bytes) -> tuple[str, str, bool]:
    """Return the text, the name of its encoding, and whether some bytes had no meaning."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if wide := _wide(data):
        return _lenient(data, wide)
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        return _read_narrow(data)


def _read_narrow(data: bytes) -> tuple[str, str, bool]:
    if data.count(0) + _controls_in(data) > len(data) * _BINARY_SHARE:
        raise DeskError("intake.binary")
    mostly = data.decode("utf-8", errors="replace")
    accented = sum(1 for each in mostly if ord(each) > 127)  # noqa: PLR2004  ASCII ends there
    if mostly.count("\ufffd") <= accented * _FEW_ERRORS:
        return mostly, "utf-8", True
    text, name, damaged = _lenient(data, _declared(data) or _guessed(data))
    if damaged and (data.count(0) or _controls_in(data)):
        raise DeskError("intake.binary")
    return text, name, damaged


def _lenient(data: bytes, encoding: str) -> tuple[str, str, bool]:
    name = _NAMES.get(encoding, encoding)
    try:
        return data.decode(encoding), name, False
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace"), name, True


def _wide(data: bytes) -> str:
    """Return the name of the two-byte encoding `data` is in without saying so, or ""."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:  # noqa: PLR2004  one character tells nothing
        return ""
    if sample[1::2].count(0) > half * _HALF_EMPTY and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > half * _HALF_EMPTY and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _declared(data: bytes) -> str:
    """Return the one-byte encoding a page says it is in, or ""."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if match is None:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii", errors="replace")).name
    except LookupError:
        return ""
    # Browsers read Latin-1 as Windows-1252 (WHATWG Encoding, labels of "windows-1252").
    known = "cp1252" if name == "iso8859-1" else name
    return known if _WESTERN.fullmatch(known) else ""


def _guessed(data: bytes) -> str:
    """Tell Windows-1252 from old Mac text by the lines that hold accents."""
    accented = b"\n".join(line for line in data[:1_000_000].splitlines() if not line.isascii())
    best = charset_normalizer.from_bytes(
        accented[:_SAMPLE], cp_isolation=["cp1252", "mac_roman"]
    ).best()
    return best.encoding if best else "cp1252"


def _controls_in(data: bytes) -> int:
    return len(data) - len(data.translate(None, delete=_CONTROLS[1:]))


def _control_share(text: str) -> float:
    if not text:
        return 0.0
    sample = text[:200_000]
    return sum(1 for each in sample if each < " " and each not in "\t\n\r\v\f\x1b\x1c") / len(
        sample
    )
