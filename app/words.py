"""The words a person reads: one gettext catalogue for the command and the window."""

import gettext
import locale
import os

import resources

LANGUAGES = ("en", "fr")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str | None = None) -> str:
    """Choose the language of the interface ("en", "fr", or None for the system's); return it."""
    global _catalogue  # noqa: PLW0603  one interface, one language, as gettext itself holds it
    wanted = (language or system_language())[:2]
    chosen = wanted if wanted in LANGUAGES else "en"
    _catalogue = gettext.translation(
        "marbre",
        localedir=str(resources.path("locale")),
        languages=[chosen],
        fallback=chosen == "en",
    )
    return chosen


def system_language() -> str:
    """Return the language asked for by MARBRE_LANGUAGE or the system, as two letters."""
    for name in ("MARBRE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value[:2].lower()
    return (locale.getlocale()[0] or "en")[:2].lower()


def _(message: str) -> str:
    """Return a message in the language of the interface."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that fits `count`."""
    return _catalogue.ngettext(one, many, count)
