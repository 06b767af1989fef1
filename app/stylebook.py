"""The stylebook: what each rule says, and why, in both languages; the pages are Markdown files."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import resources
from app.domain.errors import DeskError
from app.domain.finding import Finding, Fix
from app.language.dates import written

_LANGUAGES = ("en", "fr")
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MARKS = re.compile(r"[*`]")
_LONGEST = 80
"""How much of the remarked words a sentence shows, in code points."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """One page. `message` is the sentence of a finding with {names} open; `text` is Markdown."""

    code: str
    title: str
    message: str
    text: str


def page(code: str, language: str) -> RulePage:
    """Return the page of a rule in French, or in English for any other language.

    Raises:
        DeskError: `rule.unknown`.
    """
    return _page(code, _spoken(language))


def why(code: str, language: str) -> str:
    """Return the reason of a rule as plain text: the paragraph under the first heading of its page.

    Raises:
        DeskError: `rule.unknown`.
    """
    _head, _heading, rest = page(code, language).text.partition("\n## ")
    paragraphs = rest.split("\n\n")
    return _MARKS.sub("", " ".join(paragraphs[1].split())) if len(paragraphs) > 1 else ""


def codes() -> tuple[str, ...]:
    """Return the codes of the rules that have a page, in order."""
    return tuple(sorted(path.stem for path in resources.path("stylebook/en").glob("*.md")))


def sentence(finding: Finding, language: str) -> str:
    """Return what a finding says, its words and days put in."""
    params = (*finding.params, ("excerpt", _shortened(finding.excerpt)))
    return _filled(page(finding.code, language).message, params, language)


def fix_label(fix: Fix, language: str) -> str:
    """Return what a way of mending says on its button."""
    return _filled(_labels(_spoken(language))[fix.code], fix.params, language)


def _spoken(language: str) -> str:
    return language[:2].lower() if language[:2].lower() in _LANGUAGES else "en"


@cache
def _page(code: str, language: str) -> RulePage:
    if not _CODE.fullmatch(code):
        raise DeskError("rule.unknown", ref=code)
    try:
        copy = resources.read_text(f"stylebook/{language}/{code}.md")
    except FileNotFoundError as missing:
        raise DeskError("rule.unknown", ref=code) from missing
    header, text = copy.split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in header.splitlines())
    return RulePage(code, fields["title"], fields["message"], text)


@cache
def _labels(language: str) -> Mapping[str, str]:
    data = tomllib.loads(resources.read_text(f"stylebook/{language}/fixes.toml"))
    return {str(code): str(label) for code, label in data.items()}


def _filled(message: str, params: Iterable[tuple[str, str]], language: str) -> str:
    words: defaultdict[str, str] = defaultdict(str)
    words.update({name: _readable(value, language) for name, value in params})
    # Words that come in each language ("message_fr") go before those for everybody ("message").
    own = f"_{_spoken(language)}"
    words.update(
        {name.removesuffix(own): words[name] for name in list(words) if name.endswith(own)}
    )
    return message.format_map(words)


def _readable(value: str, language: str) -> str:
    """Return a value as a sentence shows it: days in words."""
    if not _DAY.fullmatch(value):
        return value
    return written(date.fromisoformat(value), language)


def _shortened(words: str) -> str:
    line = " ".join(words.split("\n"))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
