"""A form shows what is held, and only what differs is kept, where it belongs."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from ui.captioning.entries import NotADateError, Target, day_of

METADATA = PhotoMetadata(description="Une digue.", credit="Rivage", created="2026-03-03T10:00:00")
PHOTO = Photo(
    id="p",
    digest="d",
    file_name="digue.jpg",
    media_type="image/jpeg",
    width=3,
    height=2,
    metadata=METADATA,
    taken_in_at=datetime(2026, 3, 3, tzinfo=UTC),
)
USE = PhotoUse(id="u", slot=2, caption="La digue.", persons=("Hélène Carvin",))


def test_a_photo_in_no_slot_has_no_caption_but_its_own_words() -> None:
    values = Target(PHOTO).values()

    assert "caption" not in values
    assert (values["description"], values["dated"]) == ("Une digue.", "03/03/2026")


def test_a_slot_that_waits_has_no_words_of_a_photo() -> None:
    assert "description" not in Target(use=USE).values()
    assert Target().values() == {}


def test_words_go_to_the_use_or_the_photo_they_belong_to() -> None:
    revision = Target(PHOTO, USE).changed(
        {"caption": "Autre.", "city": "Port-Sablé", "persons": "Hélène Carvin", "alt": ""}
    )

    assert revision.of_use == {"caption": "Autre."}
    assert revision.of_photo == {"city": "Port-Sablé"}


def test_without_a_slot_credit_alt_persons_and_date_are_the_photos_own() -> None:
    revision = Target(PHOTO).changed(
        {"credit": "Agence", "alt": "Un mur", "persons": "A; B", "dated": "2026-03-04"}
    )

    assert revision.of_use == {}
    assert revision.of_photo == {
        "credit": "Agence",
        "alt": "Un mur",
        "persons": ("A", "B"),
        "created": "2026-03-04T10:00:00",
    }


def test_a_revised_target_has_nothing_left_to_change() -> None:
    target = Target(PHOTO, USE)
    values = {**target.values(), "caption": "Autre.", "archive": True, "country": "France"}

    again = target.revised(target.changed(values)).changed(values)

    assert (again.of_use, again.of_photo) == ({}, {})


def test_the_credit_printed_is_hinted_at_only_where_a_slot_can_pass_it_over() -> None:
    assert Target(PHOTO, USE).printed_credit() == "Rivage"
    assert Target(PHOTO).printed_credit() == ""


@given(st.dates(min_value=date(1000, 1, 1)))
def test_days_are_read_as_they_are_shown_and_as_machines_write_them(day: date) -> None:
    assert day_of(day.strftime("%d/%m/%Y")) == day
    assert day_of(f" {day.isoformat()} ") == day


@pytest.mark.parametrize("words", ["31/02/2026", "hier", "2026", "3/4"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(NotADateError):
        day_of(words)


def test_no_words_are_no_day() -> None:
    assert day_of("  ") is None
