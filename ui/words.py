"""The words of the window: our catalogue, Qt's own buttons, and the shape of times and numbers."""

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app import words
from app.words import N_, _, language, ngettext

__all__ = [
    "N_",
    "_",
    "clock",
    "day",
    "install",
    "language",
    "minutes_to_read",
    "ngettext",
    "quoted",
]

WORDS_PER_MINUTE = 230
"""Silent reading speed of adults in running prose (Brysbaert, J. Mem. Lang. 109, 2019: 238)."""

_translators: list[QTranslator] = []


def install(app: QApplication, wanted: str | None = None) -> str:
    """Choose the language of the interface for us and for Qt; return "en" or "fr"."""
    chosen = words.speak(wanted)
    for old in _translators:
        app.removeTranslator(old)
    _translators.clear()
    translator = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{chosen}", place):
        app.installTranslator(translator)
        _translators.append(translator)
    QLocale.setDefault(QLocale("fr_FR" if chosen == "fr" else "en_GB"))
    return chosen


def clock(moment: datetime) -> str:
    """Return the local time of an aware moment, as the person writes it: "14:32"."""
    return moment.astimezone().strftime("%H:%M")


def day(moment: datetime) -> str:
    """Return when something happened, in few words: the time today, otherwise the date."""
    local = moment.astimezone()
    now = datetime.now(UTC).astimezone()
    if local.date() == now.date():
        return clock(moment)
    pattern = "d MMM" if local.year == now.year else "d MMM yyyy"
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def quoted(text: str) -> str:
    """Return words in the quotation marks of the interface's language."""
    return f"«\u00a0{text}\u00a0»" if language() == "fr" else f"“{text}”"


def minutes_to_read(count: int) -> int:
    """Return the minutes `count` words take to read, at least one for any words."""
    return max(1, round(count / WORDS_PER_MINUTE)) if count else 0
