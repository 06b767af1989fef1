"""Packages: the picture and the credit of a slot."""

from datetime import UTC, datetime

from app.domain.package import Package
from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from app.domain.story import Story

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)
STORY = Story(id="s", slug="s", language="fr-FR", created_at=MOMENT, updated_at=MOMENT)
MILL = Photo(
    id="p",
    digest="d",
    file_name="mill.jpg",
    media_type="image/jpeg",
    width=3,
    height=2,
    metadata=PhotoMetadata(credit="Agence Rivage"),
    taken_in_at=MOMENT,
)


def test_a_slot_without_its_picture_has_no_credit() -> None:
    use = PhotoUse(id="u", slot=1)
    package = Package(story=STORY, uses=(use,))

    assert package.photo_of(use) is None
    assert package.credit_of(use) == ""


def test_the_credit_of_the_copy_comes_before_that_of_the_picture() -> None:
    package = Package(story=STORY, photos={"p": MILL})

    assert package.credit_of(PhotoUse(id="u", slot=1, photo_id="p")) == "Agence Rivage"
    named = PhotoUse(id="u", slot=1, photo_id="p", credit="Inès Valdor")
    assert package.credit_of(named) == "Inès Valdor"
