"""Moments and facets have names in both languages."""

from datetime import UTC, datetime

import pytest

from app.domain.history import Facet, Moment
from app.history_words import (
    ALONE,
    FACETS,
    OCCASIONS,
    facet_words,
    moment_words,
    standing_words,
)
from app.store.history import NAMED, STORY_PARTS, USE_PARTS
from app.words import speak

AT = datetime(2026, 3, 4, tzinfo=UTC)


def test_every_facet_the_store_tells_has_a_name() -> None:
    told = {*STORY_PARTS, *USE_PARTS.values(), *(name for name, _about, _says in NAMED.values())}

    assert told - FACETS.keys() == set()


@pytest.mark.parametrize("part", FACETS)
def test_a_facet_is_named_with_what_it_is_about(part: str) -> None:
    assert ("la digue" in facet_words(Facet(part, "la digue"))) == ("{about}" in FACETS[part])


@pytest.mark.parametrize("reason", OCCASIONS)
def test_a_version_is_told_by_why_it_was_kept(reason: str) -> None:
    moment = Moment(at=AT, by="Ana", act=reason, revision=1)
    speak("en")
    english = moment_words(moment)
    speak("fr")
    french = moment_words(moment)
    speak("en")

    assert english
    assert french != english


def test_an_act_is_told_by_its_name() -> None:
    speak("en")
    assert moment_words(Moment(at=AT, by="Ana", act="revise", step=4)) == "change fields"


@pytest.mark.parametrize("part", ALONE)
def test_what_is_about_no_words_of_the_copy_is_told_without(part: str) -> None:
    speak("en")
    assert "“”" not in facet_words(Facet(part, ""))
    assert not facet_words(Facet(part, "")).endswith(": ")


def test_a_signature_says_what_was_changed_after_it() -> None:
    speak("en")
    assert standing_words(()) == "signed"
    assert standing_words(("headline", "captions")) == "changed since: headline, captions"
