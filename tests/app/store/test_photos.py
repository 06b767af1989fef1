"""Photos: what goes in comes out, found by name, by words and by content."""

from datetime import UTC, date, datetime

import pytest

from app.domain.errors import DeskError
from app.domain.photo import Focus, Photo, PhotoMetadata
from app.store import photos
from app.store.journal import acting
from app.store.opening import Store

MILL = Photo(
    id="abcdef01",
    digest="d1",
    file_name="mill.jpg",
    media_type="image/jpeg",
    width=1200,
    height=800,
    metadata=PhotoMetadata(
        description="Le moulin à marée",
        creator=("Inès Valdor",),
        created="2026-02-03T10:00:00",
        expires=date(2027, 1, 1),
        persons=("Hélène Carvin",),
        rating=4,
    ),
    focus=Focus(0.2, 0.8),
    taken_in_at=datetime(2026, 3, 4, tzinfo=UTC),
)


def file(store: Store, photo: Photo) -> None:
    with acting(store, "take-photo-in", "desk") as act:
        act.insert("photos", photos.photo_columns(photo))


def test_a_photo_comes_out_as_it_went_in(store: Store) -> None:
    file(store, MILL)

    with store.reading() as connection:
        assert photos.photo(connection, "abcdef01") == MILL
        assert photos.by_digest(connection, "d1") == MILL
        assert photos.by_digest(connection, "d2") is None


@pytest.mark.parametrize("words", ["mill", "moulin", "valdor moulin", "marée"])
def test_a_photo_is_found_by_its_words(store: Store, words: str) -> None:
    file(store, MILL)

    with store.reading() as connection:
        assert photos.lines(connection, words=words) == (MILL,)
        assert photos.lines(connection, words=f"{words} grue") == ()


def test_percent_signs_are_only_percent_signs(store: Store) -> None:
    file(store, MILL)

    with store.reading() as connection:
        assert photos.lines(connection, words="%") == ()


@pytest.mark.parametrize("ref", ["abcdef01", "abcd", "mill.jpg"])
def test_a_photo_is_named_by_id_or_file(store: Store, ref: str) -> None:
    file(store, MILL)

    with store.reading() as connection:
        assert photos.find(connection, ref) == "abcdef01"


def test_an_unknown_photo_is_told(store: Store) -> None:
    with store.reading() as connection, pytest.raises(DeskError) as caught:
        photos.photo(connection, "nowhere")

    assert caught.value.code == "photo.unknown"
