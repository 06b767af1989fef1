"""House style read from TOML: the rules that ship, and those of a desk."""

import tomllib
from functools import cache
from typing import Any

import resources
from app.domain.errors import DeskError
from app.domain.finding import Severity
from app.domain.style import HouseStyle, StyleRule
from app.language.search import Query, understood

_KEYS = frozenset({"pattern", "message", "replacement", "severity", "language"})
_SEVERITIES = {"warning": Severity.WARNING, "hint": Severity.HINT}
_SHIPPED = ("fr", "en")


@cache
def shipped(language: str) -> tuple[StyleRule, ...]:
    """Return the rules that ship for a language (BCP 47), none for others than French and English."""
    tongue = language[:2].lower()
    if tongue not in _SHIPPED:
        return ()
    return house_style(resources.read_text(f"housestyle/{tongue}.toml"), tongue).rules


def house_style(text: str, language: str = "") -> HouseStyle:
    """Read a file of rules; one that cannot be read gives no rule and says why.

    `language` is that of rules which name none.
    """
    try:
        told = tomllib.loads(text)
        rules = tuple(_rule(one, language) for one in told.get("rule", []))
        return HouseStyle(rules=rules, acronyms=_words(told.get("acronyms", [])))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        return HouseStyle(trouble=str(error))
    except DeskError as error:
        return HouseStyle(trouble=error.params.get("reason", error.code))


def _words(told: object) -> tuple[str, ...]:
    if not isinstance(told, list) or not all(isinstance(word, str) for word in told):
        raise ValueError(str(told))
    return tuple(told)


def _rule(told: dict[str, Any], language: str) -> StyleRule:
    if unknown := told.keys() - _KEYS:
        raise ValueError(", ".join(sorted(unknown)))
    pattern, message = told.get("pattern"), told.get("message")
    severity = _SEVERITIES.get(told.get("severity", "warning"))
    if not isinstance(pattern, str) or not message or severity is None:
        raise ValueError(str(told))
    messages = message if isinstance(message, dict) else dict.fromkeys(_SHIPPED, message)
    made = StyleRule(
        pattern=pattern,
        messages={str(key): str(words) for key, words in messages.items()},
        replacement=told.get("replacement"),
        severity=severity,
        language=str(told.get("language", language)),
    )
    # A pattern or a replacement that cannot be read is told now, not at every check.
    understood(Query(pattern, pattern=True, case=True), made.replacement)
    return made
