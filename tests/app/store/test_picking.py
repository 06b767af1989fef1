"""Lists of photos: sifted, sorted and searched from columns; the index follows every change."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.photo import Flag, Photo, PhotoMetadata
from app.domain.picking import Order, PhotoWish
from app.store import journal, photos, picking
from app.store.journal import acting
from app.store.opening import Store

FIRST = datetime(2026, 3, 4, tzinfo=UTC)
EMPTY = PhotoMetadata()


def photo(number: int, metadata: PhotoMetadata = EMPTY, **more: object) -> Photo:
    plain = Photo(
        id=f"p{number}",
        digest=f"d{number}",
        file_name=f"DSC_{number:04}.jpg",
        media_type="image/jpeg",
        width=30,
        height=20,
        metadata=metadata,
        taken_in_at=FIRST + timedelta(minutes=number),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of Photo


@pytest.fixture
def filled(store: Store) -> Store:
    with acting(store, "ingest", "desk") as act:
        for one in (
            photo(
                1, PhotoMetadata(city="Port-Sablé", rating=3, label="Rouge", created="2026-03-02")
            ),
            photo(
                2, PhotoMetadata(city="Port-Sablé", rating=5, alt="Un quai", created="2026-03-01")
            ),
            photo(
                3, PhotoMetadata(creator=("Inès Valdor", "Zoé Lem")), flag=Flag.REJECT, batch_id="b"
            ),
        ):
            act.insert("photos", photos.photo_columns(one))
    return store


def found(store: Store, **wish: object) -> tuple[str, ...]:
    with store.reading() as connection:
        return picking.ids(connection, PhotoWish(**wish))  # type: ignore[arg-type]  # its fields


def test_the_newest_comes_first_unless_asked_otherwise(filled: Store) -> None:
    assert found(filled) == ("p3", "p2", "p1")
    assert found(filled, order=Order.NAME) == ("p1", "p2", "p3")
    assert found(filled, order=Order.RATING) == ("p2", "p1", "p3")
    assert found(filled, order=Order.CREATED, rating=0) == ("p2", "p1")


@pytest.mark.parametrize(
    ("wish", "ids"),
    [
        ({"rating": 4}, ("p2",)),
        ({"labels": frozenset({"red"})}, ("p1",)),
        ({"flags": frozenset({Flag.REJECT})}, ("p3",)),
        ({"flags": frozenset({Flag.NONE, Flag.PICK})}, ("p2", "p1")),
        ({"lacks": "alt"}, ("p3", "p1")),
        ({"lacks": "where"}, ("p3",)),
        ({"lacks": "any"}, ("p3", "p2", "p1")),
        ({"batch_id": "b"}, ("p3",)),
        ({"used": True}, ()),
        ({"used": False}, ("p3", "p2", "p1")),
        ({"conflicting": True}, ()),
        ({"words": "port sable"}, ("p2", "p1")),
        ({"words": "ines"}, ("p3",)),
        ({"words": "DSC_0002"}, ("p2",)),
        ({"words": "0003"}, ("p3",)),
        ({"words": "sabl quai", "rating": 1}, ("p2",)),
        ({"words": '" OR *'}, ()),
    ],
)
def test_photos_are_sifted(filled: Store, wish: dict[str, object], ids: tuple[str, ...]) -> None:
    assert found(filled, **wish) == ids


def test_the_index_follows_a_change_and_its_undoing(filled: Store) -> None:
    with acting(filled, "describe", "desk") as act:
        act.update("photos", "p1", photos.metadata_columns(PhotoMetadata(city="Le Havre")))

    assert found(filled, words="havre") == ("p1",)
    assert found(filled, words="sable") == ("p2",)

    with filled.writing() as connection:
        step = journal.last_done(connection)
        assert step is not None
        for image in reversed(step.images):
            journal.put(connection, image.reversed())

    assert found(filled, words="havre") == ()
    assert found(filled, words="sable") == ("p2", "p1")


def test_the_index_survives_a_store_rewritten_as_a_whole(filled: Store) -> None:
    with acting(filled, "forget", "desk") as act:
        act.delete("photos", "p1")
    with closing(sqlite3.connect(filled.path)) as plain:
        plain.execute("VACUUM")

    assert found(filled, words="sable") == ("p2",)
    assert found(filled, words="valdor") == ("p3",)


def test_lines_come_in_the_order_asked_without_those_gone(filled: Store) -> None:
    with filled.reading() as connection:
        lines = [placed.line for placed in picking.lines(connection, ["p3", "gone", "p1"])]

    assert [line.id for line in lines] == ["p3", "p1"]
    assert lines[1].label == "red"
    assert lines[1].rating == 3
    assert lines[1].lacks == ("who", "what", "credit", "alt")
    assert lines[0].flag is Flag.REJECT
    assert lines[0].credit == "Inès Valdor"


def test_the_tally_counts_the_whole_store(filled: Store) -> None:
    with filled.reading() as connection:
        tally = picking.tally(connection)

    assert (tally["total"], tally["rejected"], tally["unused"], tally["alt"]) == (3, 1, 3, 2)


def test_an_empty_store_counts_nothing(store: Store) -> None:
    with store.reading() as connection:
        assert set(picking.tally(connection).values()) == {0}


def test_values_used_before_come_most_used_first(filled: Store) -> None:
    with filled.reading() as connection:
        assert picking.known_values(connection, "city", 10) == ("Port-Sablé",)
        assert picking.known_values(connection, "creator", 10) == ("Inès Valdor", "Zoé Lem")
        assert picking.known_values(connection, "creator", 1) == ("Inès Valdor",)


def test_a_batch_says_how_many_of_its_photos_are_left(filled: Store) -> None:
    with acting(filled, "ingest", "desk") as act:
        act.insert("batches", {"id": "b", "name": "Carte", "at": FIRST.isoformat(), "by": "Ana"})

    with filled.reading() as connection:
        (batch,) = picking.batches(connection)

    assert (batch.name, batch.photos) == ("Carte", 1)
