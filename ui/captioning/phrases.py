"""Words a caption needs often: who stands where, in the language of the story."""

from collections.abc import Sequence

SIDES = {
    "fr": {"left": "(à gauche)", "centre": "(au centre)", "right": "(à droite)"},
    "en": {"left": "(left)", "centre": "(centre)", "right": "(right)"},
}
LINED_UP = {"fr": "de gauche à droite\u00a0: {names}", "en": "from left: {names}"}
LAST = {"fr": " et ", "en": " and "}


def side(which: str, language: str, before: str) -> str:
    """Return "left", "centre" or "right" as a caption says it after the words before the caret."""
    words = SIDES[_spoken(language)][which]
    return words if not before or before[-1].isspace() else f" {words}"


def lined_up(names: Sequence[str], language: str) -> str:
    """Return names as they stand from left to right; "" without any."""
    if not names:
        return ""
    spoken = _spoken(language)
    told = LAST[spoken].join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return LINED_UP[spoken].format(names=told)


def _spoken(language: str) -> str:
    return "fr" if language.casefold().startswith("fr") else "en"
