"""The words a person reads: one gettext catalogue for the command and the window."""

import gettext
import locale
import os

import resources

LANGUAGES = ("en", "fr")
DOMAIN = "marbre"


class _Spoken:
    """The catalogue in use; there is one interface, so there is one of these."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(wanted: str | None = None) -> str:
    """Choose the language of the interface ("en", "fr", or None for the system's); return it."""
    asked = (wanted or system_language())[:2]
    chosen = asked if asked in LANGUAGES else "en"
    place = str(resources.path("locale"))
    _Spoken.language = chosen
    _Spoken.catalogue = gettext.translation(
        DOMAIN, localedir=place, languages=[chosen], fallback=chosen == "en"
    )
    # The standard library's own sentences (argparse) are looked up in the same catalogue.
    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(DOMAIN, place)
    gettext.textdomain(DOMAIN)
    return chosen


def language() -> str:
    """Return the language of the interface, "en" or "fr"."""
    return _Spoken.language


def system_language() -> str:
    """Return the language asked for by MARBRE_LANGUAGE or the system, as two letters."""
    for name in ("MARBRE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value[:2].lower()
    return (locale.getlocale()[0] or "en")[:2].lower()


def _(message: str) -> str:
    """Return a message in the language of the interface."""
    # gettext keeps the catalogue's own header under the empty message.
    return _Spoken.catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that fits `count`."""
    return _Spoken.catalogue.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802  the mark gettext's tools look for
    """Mark a message for translation where it stands, to be looked up later."""
    return message
