"""Impressions: what differs is kept and put back exactly, whatever the two states are."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.desk import Desk
from app.desk.photos import impressions
from app.store.journal import Image


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk.open(tmp_path_factory.mktemp("store") / "marbre.sqlite")
    desk.close()
    return desk


@settings(deadline=None, max_examples=50)  # each example waits for the disk
@given(before=st.binary(min_size=1, max_size=60), after=st.binary(min_size=1, max_size=60))
def test_every_change_goes_back_and_forth(idle: Desk, before: bytes, after: bytes) -> None:
    place = idle.path.parent / "photo.jpg"
    place.write_bytes(after)
    impressions.keep(idle, "s", before, after)
    row = {
        "place": str(place),
        "photo_id": "p",
        "kind": "original",
        "digest_before": impressions.digest_of(before),
        "digest_after": impressions.digest_of(after),
    }
    image = Image("stamps", "s", None, row)

    assert impressions.take_back(idle, [image]) == ()
    assert place.read_bytes() == before
    assert impressions.put_again(idle, [image]) == ()
    assert place.read_bytes() == after


def test_only_what_differs_is_kept(idle: Desk) -> None:
    pixels = bytes(range(256)) * 4_000

    impressions.keep(idle, "t", b"head" + pixels, b"longer head" + pixels)

    assert (idle.path.parent / "undo" / "t.stamp").stat().st_size < 200


def test_a_place_that_is_gone_is_named(idle: Desk, tmp_path: Path) -> None:
    row = {
        "place": str(tmp_path / "gone" / "photo.jpg"),
        "photo_id": "p",
        "kind": "original",
        "digest_before": "a",
        "digest_after": "b",
    }

    assert impressions.take_back(idle, [Image("stamps", "u", None, row)]) == ("photo.jpg",)
