"""Agencies, signatures and datelines: who sends the copy, from where."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

import resources
from app.intake.sheet import LABEL_LIMIT, folded

_NAME = r"(?:[^\W\d_](?:[\w’'.]|-(?=\w)){0,30})"
_CAPITAL_NAME = r"(?:(?:[^\W\d_a-zà-öø-ÿ])(?:[\w’'.]|-(?=\w)){0,30})"
_PARTICLE = r"(?:d[eu]s?|la|le|van|von|der|den|ten|da|dos?|di|el|al|bin|ben|ibn)"
_PERSON = rf"{_CAPITAL_NAME}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL_NAME}){{1,3}}"
_SIGNATURE = re.compile(
    rf"(?:(?i:par|by|de notre \w+(?: \w+)?,?|from our \w+,?|propos recueillis par|interview by"
    rf"|texte\s?:|words\s?:|written by|écrit par)\s)"
    rf"(?P<names>{_PERSON}(?:(?:,\s|\s(?:et|and|&|avec|with)\s){_PERSON}){{0,4}})"
    rf"(?:,?\s(?:à|au|in|at)\s{_CAPITAL_NAME}(?:[\s-]{_CAPITAL_NAME}){{0,2}})?"
    rf"(?:,\s[^.!?«»\"]{{2,40}}|\s?[(/|][^.!?«»\"]{{2,40}})?\.?"
)
_TOWN = rf"{_CAPITAL_NAME}(?:[\s-]{_NAME}){{0,4}}"
_UPPER_TOWN = (
    r"[^\W\d_a-zà-öø-ÿ][^\Wa-zà-öø-ÿ]+(?:[\s’'/-]{1,3}[^\W\d_a-zà-öø-ÿ][^\Wa-zà-öø-ÿ]*){0,4}"
)
_DAY = r"(?:\s?\d{1,2}(?:er)?\s[^\W\d_]{3,9}\.?(?:\s\d{4})?|\s?[^\W\d_]{3,9}\.?\s\d{1,2}(?:,?\s\d{4})?)"
_DASH = r"\s?(?:--?|–|—|_)\s"


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph that began with a dateline, parted: the dateline, its agency, the words left."""

    dateline: str
    agency: str
    words: str


@cache
def _agencies() -> dict[str, list[str]]:
    return tomllib.loads(resources.read_text("lexicon/agencies.toml"))


@cache
def _agency() -> str:
    names = [*_agencies()["names"], *_agencies()["unnamed"]]
    longest = sorted({name.replace("'", "[’']") for name in names}, key=len, reverse=True)
    return rf"(?:{'|'.join(longest)})(?!\w)"


@cache
def _credit() -> re.Pattern[str]:
    leads = sorted((folded(lead) for lead in _agencies()["leads"]), key=len, reverse=True)
    lead = "|".join(re.escape(each) for each in leads)
    agency = folded_names()
    own_name = r"[\w.’' -]{2,40}\s(?:avec|with|et|and|/)\s(?:l')?"
    return re.compile(
        rf"[(\[–—-]?\s?(?:(?:{lead})\s?:?\s?|{own_name})?"
        rf"{agency}(?:\s?(?:,|/|et|and|&|-|avec|with)\s?{agency}){{0,4}}\s?[)\]]?\.?"
    )


@cache
def folded_names() -> str:
    """Return a pattern of every agency's name, for folded text."""
    names = [folded(name) for kind in ("names", "unnamed") for name in _agencies()[kind]]
    longest = sorted((re.escape(name) for name in names), key=len, reverse=True)
    return rf"(?:{'|'.join(longest)})(?!\w)"


@cache
def _dateline() -> re.Pattern[str]:
    agency = _agency()
    sender = rf"\((?P<agency>{agency}(?:\s?[,/-]\s?{agency})?)\)"
    town = rf"(?:(?P<upper>{_UPPER_TOWN})|{_TOWN})(?:\s\((?!{agency})[^()]{{2,30}}\))?(?:,\s{_NAME}(?=,|\s\())?"
    return re.compile(
        rf"(?P<line>{town}(?:,{_DAY})?(?:,?\s{sender}|(?=\s?(?:[–—]|--\s))))(?:{_DASH}|\s?[–—-]\s?)"
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        rf"[\s.](?P<whole>[(\[](?P<agency>{_agency()}(?:\s?[,/-]\s?{_agency()})?)[)\]])\.?$"
    )


def is_agency_credit(words: str) -> bool:
    """Say whether a line does nothing but name the agencies the copy comes from."""
    return len(words) <= LABEL_LIMIT and _credit().fullmatch(folded(words)) is not None


def credit_words(words: str) -> str:
    """Return a credit line as it is kept: brackets and the final stop taken off."""
    return words.strip("()[]–—- \t\u00a0").removesuffix(".")


def signature(words: str) -> str:
    """Return the names of a line that signs the copy ("Par X et Y"), or "" for other lines."""
    match = _SIGNATURE.fullmatch(words) if len(words) <= LABEL_LIMIT else None
    return match["names"] if match else ""


def opening(words: str) -> Opening | None:
    """Part a dateline from the paragraph it begins; None when there is none.

    Without an agency in brackets the town must stand in capitals: "LYON – …".
    """
    match = _dateline().match(words)
    if match is None or not (match["agency"] or _is_upper(match["upper"])):
        return None
    left = words[match.end() :]
    return Opening(match["line"].strip(" ,"), match["agency"] or "", left) if left.strip() else None


def closing(words: str) -> tuple[str, str]:
    """Part an agency in brackets from the end of a paragraph: the words left, and its name or ""."""
    match = _closing().search(words, max(0, len(words) - LABEL_LIMIT))
    if match is None:
        return words, ""
    return words[: match.start("whole")].rstrip(), match["agency"]


def _is_upper(town: str | None) -> bool:
    return town is not None and len(town) > 2 and town.isupper()  # noqa: PLR2004  "A – " is a list


def agency_in(words: str) -> str:
    """Return the first agency a line names, or ""."""
    match = re.search(rf"(?<!\w){_agency()}", words)
    return match[0] if match else ""
