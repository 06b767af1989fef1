"""Templates: what a new story of a type begins with."""

import tomllib
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import resources
from app.desk.desk import Desk
from app.desk.stories import filing
from app.domain.changes import Changes
from app.domain.errors import DeskError


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryType:
    """A type of story: its length in words, and its text in the language of a story."""

    code: str
    target_words: int
    body: str


def story_types(language: str) -> tuple[StoryType, ...]:
    """Return the types there are, their texts in a language (BCP 47; English where there is no other)."""
    own = language.partition("-")[0]
    return tuple(
        StoryType(
            code=code,
            target_words=int(told["target_words"]),
            body=str(told.get(own) or told["en"]),
        )
        for code, told in _table().items()
    )


def new_story(desk: Desk, language: str, code: str) -> tuple[str, Changes]:
    """Start a story of a type; return its id.

    Raises:
        DeskError: `story.no-type`.
    """
    kind = next((one for one in story_types(language) if one.code == code), None)
    if kind is None:
        raise DeskError("story.no-type", ref=code, known=", ".join(_table()))
    return filing.new_story(desk, language, body=kind.body, target_words=kind.target_words)


@cache
def _table() -> MappingProxyType[str, dict[str, Any]]:
    return MappingProxyType(tomllib.loads(resources.read_text("types/types.toml")))
