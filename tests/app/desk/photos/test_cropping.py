"""Cropping: the focus and the parts chosen by hand are what pages are given."""

import io
from pathlib import Path

import pytest
from PIL import Image

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, cropping
from app.desk.photos.cropping import ROLES
from app.domain.errors import DeskError
from app.domain.photo import Crop

ACROSS, DOWN = 600, 400


@pytest.fixture
def photo_id(desk: Desk, tmp_path: Path) -> str:
    """A picture whose left half is red and whose right half is blue, stored lying on its side."""
    image = Image.new("RGB", (ACROSS, DOWN), (200, 20, 20))
    image.paste((20, 20, 200), (ACROSS // 2, 0, ACROSS, DOWN))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "deux.jpg", exif=exif, quality=95)
    return captioning.take_photo_in(desk, tmp_path / "deux.jpg").photo.id


def colours(data: bytes) -> set[str]:
    """Which of the two colours a picture shows."""
    with Image.open(io.BytesIO(data)) as image:
        small = image.convert("RGB").resize((9, 9))
    pixels = [small.getpixel((x, 4)) for x in range(9)]
    return {
        "red" if pixel[0] > pixel[2] else "blue" for pixel in pixels if isinstance(pixel, tuple)
    }


def shown(desk: Desk, photo_id: str) -> dict[str, set[str]]:
    return {one.role: colours(one.data) for one in cropping.previews(desk, photo_id, 120)}


def test_the_focus_decides_where_nobody_chose(desk: Desk, photo_id: str) -> None:
    cropping.set_focus(desk, photo_id, 1.4, 0.5)

    photo = captioning.photo(desk, photo_id)
    assert (photo.focus.x, photo.width, photo.height) == (1.0, ACROSS, DOWN)
    assert cropping.crop_of(photo, "1x1") == Crop(1 / 3, 0, 2 / 3, 1)
    assert cropping.crop_of(photo, "display") == Crop(0, 0, 1, 1)


def test_a_part_chosen_by_hand_is_what_is_cut(desk: Desk, photo_id: str) -> None:
    assert shown(desk, photo_id)["display"] == {"red", "blue"}

    cropping.set_crop(desk, photo_id, "display", Crop(0.5, 0, 0.5, 1))
    cropping.set_crop(desk, photo_id, "1x1", Crop(0, 0, 1 / 3, 0.5))

    seen = shown(desk, photo_id)
    assert seen["display"] == seen["16x9"] == {"blue"}
    assert seen["1x1"] == {"red"}
    by_hand = {one.role for one in cropping.previews(desk, photo_id, 120) if one.by_hand}
    assert by_hand == {"display", "1x1"}


def test_a_choice_is_given_up_and_taken_back(desk: Desk, photo_id: str) -> None:
    crop = Crop(0.5, 0, 0.5, 1)
    cropping.set_crop(desk, photo_id, "display", crop)
    cropping.set_crop(desk, photo_id, "display", None)
    assert captioning.photo(desk, photo_id).crops == ()

    undoing.undo(desk)
    assert captioning.photo(desk, photo_id).crop("display") == crop


@pytest.mark.parametrize(
    ("role", "crop"),
    [
        ("display", Crop(-0.1, 0, 0.5, 0.5)),
        ("display", Crop(0.6, 0, 0.5, 0.5)),
        ("display", Crop(0, 0, 0.01, 0.5)),
        ("1x1", Crop(0, 0, 0.5, 0.5)),
    ],
)
def test_a_part_that_cannot_be_shown_is_refused(
    desk: Desk, photo_id: str, role: str, crop: Crop
) -> None:
    with pytest.raises(DeskError, match=r"crop\.wrong"):
        cropping.set_crop(desk, photo_id, role, crop)


def test_a_role_nobody_knows_is_refused(desk: Desk, photo_id: str) -> None:
    with pytest.raises(KeyError):
        cropping.set_crop(desk, photo_id, "poster", None)


def test_what_a_page_gets_is_listed_with_its_bytes(desk: Desk, photo_id: str) -> None:
    cropping.set_crop(desk, photo_id, "display", Crop(0.5, 0, 0.5, 1))

    lines = cropping.renditions(desk, photo_id)

    shown = [one for one in lines if one.role == "display"]
    assert {(one.width, one.height) for one in shown} == {(ACROSS // 2, DOWN)}
    assert {one.role for one in lines} == set(ROLES)
    assert all(one.size > 100 for one in lines)


def test_the_preview_is_as_wide_as_asked(desk: Desk, photo_id: str) -> None:
    for one in cropping.previews(desk, photo_id, 120):
        with Image.open(io.BytesIO(one.data)) as image:
            assert image.size == (one.width, one.height)
        assert one.width <= 120
