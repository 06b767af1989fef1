"""The word lists of one language: read once from `resources/lexicon`, shared by every reading."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import resources
from app.domain.quote import Stance

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that reports words. `frames` say what it governs, `tail` the fixed words after it."""

    lemma: str
    stance: Stance
    frames: Words
    reflexive: bool = False
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a verb: its mood ("finite", "infinitive", "participle", "gerund").

    `plural` and `first` say whether the form is a plural one and one of a first or second person;
    None where the form does not tell.
    """

    verb: Verb
    mood: str
    plural: bool | None = None
    first: bool | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language brings: forms of its reporting verbs and its sets of small words.

    `sets` holds every list of `words.toml`; a list inside a table is named "table.list".
    """

    forms: Mapping[str, tuple[Form, ...]]
    sets: Mapping[str, Words]

    def __getitem__(self, name: str) -> Words:
        """Return one set of words; an unknown name is a fault in the lexicon files."""
        return self.sets[name]


def load_sets(language: str) -> dict[str, Words]:
    """Return the sets of `words.toml` of a language ("fr", "en"), in lower case."""
    found: dict[str, Words] = {}
    for name, value in read(language, "words").items():
        if isinstance(value, list):
            found[name] = frozenset(word.lower() for word in value)
        else:
            found |= {f"{name}.{k}": frozenset(w.lower() for w in v) for k, v in value.items()}
    return found


def load_verbs(language: str) -> list[Verb]:
    """Return the verbs of `verbs.toml`; a lemma given twice has the frames of both."""
    found: dict[str, Verb] = {}
    for group in read(language, "verbs")["verbs"]:
        for lemma in group["lemmas"]:
            frames = frozenset(group["frames"])
            if known := found.get(lemma):
                found[lemma] = _verb(lemma, known.stance, known.frames | frames)
            else:
                found[lemma] = _verb(lemma, Stance(group["stance"]), frames)
    return list(found.values())


def _verb(lemma: str, stance: Stance, frames: Words) -> Verb:
    """Take a lemma apart: "se dire", "s'exclamer", "faire savoir"."""
    bare = lemma.removeprefix("se ").removeprefix("s'")
    tail = tuple(bare.split()[1:])
    return Verb(lemma, stance, frames, reflexive=bare != lemma, tail=tail)


def read(language: str, name: str) -> dict[str, Any]:
    """Return one file of a language's lexicon as TOML gives it."""
    return tomllib.loads(resources.read_text(f"lexicon/{language}/{name}.toml"))
