"""What changed for readers since a story was published, and what a newsroom would say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from app.desk import packages
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import history
from app.domain.correction import CorrectionKind
from app.domain.history import Difference, Passage
from app.domain.package import Package
from app.domain.quote import QuoteKind
from app.domain.rewording import Turn
from app.domain.text import Cover
from app.export.wording import wording
from app.language.figures import value_of
from app.language.rewording import settled
from app.store.publications import PublicationEntry

READ = (
    "kicker", "headline", "standfirst", "byline", "dateline", "body", "agency_credit",
    "caption", "alt", "credit", "picture", "archive",
)  # fmt: skip
"""The facets of a package that its page shows to readers."""

QUOTABLE = frozenset({"headline", "standfirst", "body", "caption"})
"""The facets whose words a notice may quote."""

MARKED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
"""Quotes whose words stand between marks: those of the speaker, not of the reporter."""

LONGEST = 120
"""Characters of changed words worth quoting in a notice."""

LONGEST_NAME = 4
"""Words of a name; beyond it, what begins with a capital is a sentence."""

SLIP = 2
"""Letters of one word that a slip of the keyboard gets wrong, at most."""

_NEXT = re.compile(r"[^\S\n]+[\w’'\-]+")
_DIGIT = re.compile(r"\d")
_SPOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A published story whose page would read otherwise now.

    `before` is the publication it differs from. `kind` and `notice` are proposals: None where
    nothing but slips of the keyboard changed, which no reader need be told of; "" where no words
    changed that a notice could quote. `differences` is empty where the log does not say which
    kept moment was published.
    """

    before: PublicationEntry
    differences: tuple[Difference, ...]
    kind: CorrectionKind | None
    notice: str


def amendment(desk: Desk, story_id: str) -> Amendment | None:
    """Return what changed for readers since the story went out last.

    None when it never did, was withdrawn since, or reads as it did.
    """
    before = publishing.publications_of(desk, story_id)
    if not before or before[0].withdrawn:
        return None
    if before[0].revision is None:
        return Amendment(before=before[0], differences=(), kind=None, notice="")
    found = _for_readers(history.compare(desk, story_id, before[0].revision))
    if not found:
        return None
    package = packages.load(desk.store, story_id)
    return Amendment(
        before=before[0],
        differences=found,
        kind=_kind(package, found),
        notice=_notice(package.story.language, found),
    )


def proposed_notice(desk: Desk, story_id: str) -> str:
    """Return a notice for the first change of words, in the story's language, "" when there is none."""
    found = amendment(desk, story_id)
    return found.notice if found else ""


def _for_readers(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    shown = [one for one in differences if one.facet.part in READ]
    return tuple(sorted(shown, key=lambda one: (READ.index(one.facet.part), one.facet.about)))


def _notice(language: str, found: Sequence[Difference]) -> str:
    for one in found:
        if one.facet.part not in QUOTABLE:
            continue
        for passage in one.passages:
            if passage.turn is Turn.REPLACED and not _is_slip(one, passage):
                was, now = _with_next_word(one, passage)
                if max(len(was), len(now)) <= LONGEST:
                    return wording(language).say("correction_proposed", was=was, now=now)
    return ""


def _with_next_word(one: Difference, passage: Passage) -> tuple[str, str]:
    """Return both wordings; a number with the word after it, so that "deux" reads "deux millions"."""
    was, now = passage.was.of(one.was), passage.now.of(one.now)
    after = _NEXT.match(one.was, passage.was.end)
    numbers = _is_number(was) and _is_number(now)
    if numbers and after and one.now.startswith(after[0], passage.now.end):
        was, now = was + after[0], now + after[0]
    return " ".join(was.split()), " ".join(now.split())


def _is_number(words: str) -> bool:
    return bool(_DIGIT.search(words)) or any(map(value_of, _SPOKEN.findall(words)))


def _kind(package: Package, found: Sequence[Difference]) -> CorrectionKind | None:
    """Return the kind of the first change that is more than a slip."""
    for one in found:
        if one.facet.part in {"picture", "credit", "archive"}:
            return CorrectionKind.PICTURE
        changes = [passage for passage in one.passages if passage.turn is not Turn.KEPT]
        telling = [passage for passage in changes if not _is_slip(one, passage)]
        if telling:
            return _kind_of(package, one, telling[0])
    return None


def _kind_of(package: Package, one: Difference, passage: Passage) -> CorrectionKind:
    was, now = passage.was.of(one.was), passage.now.of(one.now)
    if one.facet.part == "body":
        quotes = package.attribution.quotes
        if Cover(one.span for one in quotes if one.kind in MARKED).touches(passage.now):
            return CorrectionKind.QUOTE
    if passage.turn is not Turn.REPLACED:
        return CorrectionKind.FACT
    if _is_number(f"{was} {now}"):
        return CorrectionKind.FIGURE
    short = max(len(was.split()), len(now.split())) <= LONGEST_NAME
    names = short and was[:1].isupper() and now[:1].isupper()
    return CorrectionKind.NAME if names else CorrectionKind.FACT


def _is_slip(one: Difference, passage: Passage) -> bool:
    """Say whether a change is one of signs or spaces, or of a letter or two in a common word."""
    was, now = settled(passage.was.of(one.was)), settled(passage.now.of(one.now))
    old, new = _SPOKEN.findall(was.casefold()), _SPOKEN.findall(now.casefold())
    if old == new:
        return True
    if len(old) != len(new) or _is_number(f"{was} {now}"):
        return False
    pairs = [(left, right) for left, right in zip(old, new, strict=True) if left != right]
    common = was == was.lower() and now == now.lower()
    return common and all(
        len(left) > 2 * SLIP and Levenshtein.distance(left, right) <= SLIP for left, right in pairs
    )
