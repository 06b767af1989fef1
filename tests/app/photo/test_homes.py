"""What each block of a file says, before anyone compares."""

from collections.abc import Callable
from pathlib import Path

import pyexiv2
import pytest

from app.domain.errors import DeskError
from app.photo.fields import FIELDS
from app.photo.homes import Homes, declares_utf8, digest_place, moment

ROWS = {row.name: row for row in FIELDS}
Draw = Callable[..., Path]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("2024:05:06 07:08:09", "2024-05-06T07:08:09"),
        ("2024-05-06T07:08", "2024-05-06T07:08:00"),
        ("2024-05-06T07:08:09.123+0200", "2024-05-06T07:08:09+02:00"),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"),
        ("2024-05-06", "2024-05-06"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("0000:00:00 00:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("hier", ""),
    ],
)
def test_dates_of_every_home_come_into_one_form(found: str, expected: str) -> None:
    assert moment(found) == expected


def test_dates_and_lists_are_put_together_from_their_parts(draw: Draw) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_iptc(
        {
            "Iptc.Envelope.CharacterSet": "\x1b%G",
            "Iptc.Application2.DateCreated": "2024-05-06",
            "Iptc.Application2.TimeCreated": "07:08:09+02:00",
            "Iptc.Application2.Keywords": ["écluse", "marée"],
        }
    )
    image.modify_exif({"Exif.Image.Artist": "Zoé Lemaître; Andrée Nuñez"})
    image.close()
    with Homes(path.read_bytes()) as homes:
        assert homes.told_by_iim(ROWS["created"]) == ("2024-05-06T07:08:09+02:00",)
        assert homes.told_by_iim(ROWS["keywords"]) == ("écluse", "marée")
        assert homes.told_by_exif(ROWS["creator"]) == ("Zoé Lemaître", "Andrée Nuñez")
        assert declares_utf8(homes.iim)


@pytest.mark.parametrize(("suffix", "kinds"), [("jpg", {"exif", "iptc", "xmp"}), ("avif", set())])
def test_a_format_says_what_can_be_written(draw: Draw, suffix: str, kinds: set[str]) -> None:
    with Homes(draw(f"pont.{suffix}").read_bytes()) as homes:
        assert homes.writable() & {"exif", "iptc", "xmp"} == kinds


def test_what_is_no_image_has_no_metadata() -> None:
    with pytest.raises(DeskError, match=r"photo\.no-metadata"):
        Homes(b"nothing of the kind")


def test_a_file_without_a_digest_has_no_place_for_it(draw: Draw) -> None:
    assert digest_place(draw().read_bytes()) is None
    assert digest_place(b"\x89PNG") is None
