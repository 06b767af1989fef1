"""What a signature stands under: every word of a package a reader sees, part by part."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from app.domain.package import Package
from app.domain.review import SignOff
from app.domain.story import TEXT_FIELDS
from app.store.stories import checksum

_SIGNED = 16
"""Hexadecimal digits kept of each part's SHA-256: it guards against oversight, not against forgery."""

BODY = "body"
CAPTIONS, ALTS, CREDITS, PHOTOS = "captions", "alts", "credits", "photos"


def sums(package: Package) -> str:
    """Return what is signed, as one line: each part with the head of its checksum."""
    return " ".join(f"{part}={mark}" for part, mark in _marks(package).items())


def changed(signed: SignOff, package: Package) -> tuple[str, ...]:
    """Return the parts that are not as they were signed.

    They are fields of `Story`, or "captions", "alts", "credits", "photos". A signature of former
    days, which stands under the body alone, is held against the body alone.
    """
    if "=" not in signed.checksum:
        return () if signed.checksum == checksum(package.story.body) else (BODY,)
    before = dict(one.split("=", 1) for one in signed.checksum.split() if "=" in one)
    return tuple(part for part, mark in _marks(package).items() if before.get(part) != mark)


def _marks(package: Package) -> Mapping[str, str]:
    """Return the checksum of each part."""
    uses = package.uses
    shown = [(use, package.photo_of(use)) for use in uses]
    parts: dict[str, Iterable[object]] = {
        **{name: [getattr(package.story, name)] for name in TEXT_FIELDS},
        CAPTIONS: [(use.slot, use.caption) for use in uses],
        ALTS: [(use.slot, use.alt) for use in uses],
        CREDITS: [(use.slot, package.credit_of(use)) for use in uses],
        PHOTOS: [(use.slot, photo.digest if photo else "") for use, photo in shown],
    }
    return {part: _mark(words) for part, words in parts.items()}


def _mark(words: Iterable[object]) -> str:
    told = json.dumps(list(words), ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()[:_SIGNED]
