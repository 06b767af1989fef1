"""The languages the engine reads, by their two-letter code."""

from collections.abc import Callable, Mapping

from app.attribution.english import english
from app.attribution.french import french
from app.attribution.language import Language

LANGUAGES: Mapping[str, Callable[[], Language]] = {"en": english, "fr": french}


def language(code: str) -> Language | None:
    """Return the language of a code ("fr-CA" is "fr"), None when the engine does not read it."""
    known = LANGUAGES.get(code[:2].lower())
    return known() if known else None
