"""Words go from photo to photo, in a story or out of it; what is of one picture alone stays."""

from dataclasses import replace

import pytest

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from ui.captioning.carrying import carried, laid_down
from ui.captioning.entries import Target


@pytest.fixture
def photo(desk: Desk) -> Photo:
    said = PhotoMetadata(
        description="Le quai.", city="Brume", created="2026-03-05", credit="Rivage"
    )
    return replace(captioning.photos(desk)[0], metadata=said)


def test_the_date_and_empty_fields_stay(photo: Photo) -> None:
    assert carried(Target(photo)) == {
        "description": "Le quai.",
        "city": "Brume",
        "credit": "Rivage",
    }
    assert carried(Target(photo, None, ("a", "b"))) == {}


def test_a_caption_becomes_the_description_of_a_photo_in_no_story(photo: Photo) -> None:
    use = PhotoUse(id="u", slot=1, photo_id=photo.id, caption="Le quai, jeudi.")

    words = carried(Target(photo, use))

    assert words["caption"] == "Le quai, jeudi."
    assert laid_down(words, Target(photo))["description"] == "Le quai, jeudi."
    assert laid_down({"description": "Le môle."}, Target(photo, use))["caption"] == "Le môle."
    assert laid_down(words, Target(None, use))["caption"] == "Le quai, jeudi."
