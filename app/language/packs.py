"""Typography packs: how each country sets quotation marks, dashes and spaces; the data is TOML."""

import tomllib
from dataclasses import dataclass
from functools import cache

import resources

_DEFAULTS = {"fr": "fr-FR", "en": "en-US"}
_PACKS = ("en-GB", "en-US", "fr-CA", "fr-CH", "fr-FR", "fr-FR-x-nbsp")
_BRITISH = frozenset({"en-au", "en-ie", "en-in", "en-nz", "en-za"})


@dataclass(frozen=True, slots=True)
class Pack:
    """One country's typography. Marks are (opening, closing); spaces are what stands there, or "".

    `words` are lists by purpose: titles and numbered things that hold on to what follows, units
    that hold on to the figure before, elisions that begin with an apostrophe. `figures` are the
    "decimal" sign, what stands in the "grouping" of thousands, and the "hour" sign with its spaces
    ("" where a time of day is written otherwise).
    """

    language: str
    outer: tuple[str, str]
    inner: tuple[str, str]
    single: tuple[str, str]
    dash: str
    joined_dash: str
    spaces: dict[str, str]
    words: dict[str, tuple[str, ...]]
    figures: dict[str, str]

    @property
    def spaced(self) -> bool:
        """Say whether this country sets spaces before high punctuation, as French does."""
        return bool(self.spaces["before_high"])


def pack_for(language: str) -> Pack | None:
    """Return the pack for a BCP 47 tag, the closest one we have; None for other languages.

    The private tag "fr-FR-x-nbsp" asks for U+00A0 wherever French would set a thin U+202F.
    """
    tag = language.lower()
    named = {name.lower(): name for name in _PACKS}
    if tag in named:
        return _read(named[tag])
    if tag in _BRITISH:
        return _read("en-GB")
    region = "-".join(tag.split("-")[:2])
    name = named.get(region) or _DEFAULTS.get(tag.split("-")[0])
    return _read(name) if name else None


@cache
def _read(name: str) -> Pack:
    data = tomllib.loads(resources.read_text(f"typography/{name}.toml"))
    marks = data["marks"]
    return Pack(
        language=data["language"],
        outer=(marks["outer"][0], marks["outer"][1]),
        inner=(marks["inner"][0], marks["inner"][1]),
        single=(marks["single"][0], marks["single"][1]),
        dash=marks["dash"],
        joined_dash=marks["joined_dash"],
        spaces=dict(data["spaces"]),
        words={key: tuple(words) for key, words in data["words"].items()},
        figures=dict(data["figures"]),
    )
