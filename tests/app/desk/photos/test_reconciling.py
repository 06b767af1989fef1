"""Reconciling: three homes side by side, the words that differ, one decision that reaches the file."""

from collections.abc import Callable
from pathlib import Path

import pyexiv2
import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, reconciling, selecting, stamping
from app.desk.photos.stamping import Into
from app.domain.errors import DeskError
from app.domain.picking import PhotoWish

Draw = Callable[[str], Path]


@pytest.fixture
def torn(desk: Desk, picture: Draw) -> str:
    """A photo whose file says one thing in IIM, another in XMP, and has broken accents."""
    source = picture("torn.jpg")
    image = pyexiv2.Image(str(source))
    image.modify_iptc({"Iptc.Application2.Headline": "La digue du port cède"})
    image.modify_xmp(
        {"Xmp.photoshop.Headline": "La digue du port tient", "Xmp.photoshop.City": "Port-SablÃ©"}
    )
    image.close()
    return captioning.take_photo_in(desk, source).photo.id


def test_the_homes_stand_side_by_side_with_the_words_that_differ(desk: Desk, torn: str) -> None:
    views = {view.field: view for view in reconciling.conflicts(desk, torn)}

    headline = views["headline"]
    assert (headline.kind, headline.desk) == ("differs", "La digue du port tient")
    assert [span.of(headline.iim) for span in headline.differ["iim"]] == ["cède"]
    assert headline.differ["xmp"] == ()
    assert "exif" not in headline.differ


def test_broken_accents_come_with_their_repair(desk: Desk, torn: str) -> None:
    views = {view.field: view for view in reconciling.conflicts(desk, torn)}

    city = views["city"]
    assert (city.kind, city.raw, city.chosen) == ("mojibake", "Port-SablÃ©", "Port-Sablé")


def test_a_decision_leaves_the_list_of_conflicts_and_reaches_the_file(
    desk: Desk, torn: str
) -> None:
    wish = PhotoWish(conflicting=True)
    assert selecting.find(desk, wish) == (torn,)

    reconciling.resolve(desk, torn, {"headline": "La digue du port cède", "city": "Port-Sablé"})

    assert selecting.find(desk, wish) == ()
    assert all(view.settled for view in reconciling.conflicts(desk, torn))
    photo = captioning.photo(desk, torn)
    assert photo.metadata.headline == "La digue du port cède"
    list(stamping.stamp(desk, [torn], Into.ORIGINAL))
    assert desk.workshop.read_metadata(Path(photo.source))[1] == ()

    undoing.undo(desk)
    undoing.undo(desk)
    assert selecting.find(desk, wish) == (torn,)


def test_values_have_the_type_of_their_field(desk: Desk, torn: str) -> None:
    choices = {"persons": "Ana Solis; Bo Lem ;", "rating": "3", "expires": "2030-01-02"}

    reconciling.resolve(desk, torn, choices)

    metadata = captioning.photo(desk, torn).metadata
    assert metadata.persons == ("Ana Solis", "Bo Lem")
    assert metadata.rating == 3
    assert metadata.expires is not None
    assert metadata.expires.year == 2030


def test_what_cannot_be_chosen_is_refused(desk: Desk, torn: str) -> None:
    with pytest.raises(DeskError, match=r"conflict\.not-a-date"):
        reconciling.resolve(desk, torn, {"embargo": "demain"})
    with pytest.raises(ValueError, match="colour"):
        reconciling.resolve(desk, torn, {"colour": "red"})
