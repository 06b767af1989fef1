"""A signature stands under the whole package, and says what was changed since."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.desk.colleagues import signing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.stories import filing, writing
from app.domain.package import Package
from app.domain.review import SignOff
from app.store.stories import checksum


def _package(desk: Desk, story_id: str) -> Package:
    return filing.package(desk, story_id)


@pytest.fixture
def slot(desk: Desk, story_id: str) -> int:
    return captioning.add_slot(desk, story_id)[0]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda desk, key, _slot: writing.autosave(desk, key, headline="Autre titre"), "headline"),
        (lambda desk, key, _slot: writing.autosave(desk, key, byline="Ana Vidal"), "byline"),
        (lambda desk, key, slot: captioning.caption(desk, key, slot, caption="Là."), "captions"),
        (lambda desk, key, slot: captioning.caption(desk, key, slot, credit="Léo"), "credits"),
        (lambda desk, key, slot: captioning.caption(desk, key, slot, alt="Un quai."), "alts"),
    ],
)
def test_whatever_a_reader_sees_is_signed(
    desk: Desk, story_id: str, slot: int, change: Callable[[Desk, str, int], object], part: str
) -> None:
    signed = _signed(_package(desk, story_id))
    assert signing.changed(signed, _package(desk, story_id)) == ()

    change(desk, story_id, slot)

    assert signing.changed(signed, _package(desk, story_id)) == (part,)


def test_what_no_reader_sees_is_not(desk: Desk, story_id: str) -> None:
    signed = _signed(_package(desk, story_id))

    writing.revise(desk, story_id, note="Relire le chapô.")

    assert signing.changed(signed, _package(desk, story_id)) == ()


def test_a_signature_of_former_days_stands_under_the_body_alone(desk: Desk, story_id: str) -> None:
    package = _package(desk, story_id)
    former = replace(_signed(package), checksum=checksum(package.story.body))
    other = replace(package, story=replace(package.story, headline="Autre", body="Autre."))

    assert signing.changed(former, package) == ()
    assert signing.changed(former, other) == ("body",)


def _signed(package: Package) -> SignOff:
    at = package.story.updated_at
    return SignOff(id="s1", by="Ana", at=at, checksum=signing.sums(package))
