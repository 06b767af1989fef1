"""The field table names every field of a picture, with homes that Exiv2 knows."""

from dataclasses import fields

import pyexiv2

from app.domain.photo import PhotoMetadata
from app.photo.fields import FIELDS, NAMESPACES, RENDITION_FIELDS, Merge, Shape


def test_every_field_of_a_picture_has_one_row() -> None:
    assert sorted(row.name for row in FIELDS) == sorted(
        field.name for field in fields(PhotoMetadata)
    )


def test_every_xmp_prefix_has_its_address() -> None:
    prefixes = {part.split(":")[0] for row in FIELDS if row.xmp for part in row.xmp.split("/")}
    assert prefixes == set(NAMESPACES)


def test_fields_of_one_home_have_no_other() -> None:
    for row in FIELDS:
        homes = (bool(row.xmp), bool(row.iim), bool(row.exif))
        expected = {
            Merge.XMP_ONLY: (True, False, False),
            Merge.EXIF_ONLY: (False, False, True),
        }.get(row.merge, (True, True, bool(row.exif)))
        assert homes == expected, row.name


def test_every_iim_home_has_a_length_and_only_those() -> None:
    assert all(bool(row.iim) == (row.iim_bytes > 0) for row in FIELDS)


def test_exiv2_knows_every_iim_and_exif_key() -> None:
    day = (Shape.DAY, Shape.MOMENT)
    iim = {row.iim: "2024-02-03" if row.shape in day else "x" for row in FIELDS if row.iim}
    exif = {row.exif: "2024:02:03 04:05:06" for row in FIELDS if row.exif}
    assert pyexiv2.convert_iptc_to_xmp(iim)
    assert pyexiv2.convert_exif_to_xmp(exif)


def test_renditions_carry_known_fields_and_never_notes_of_the_house() -> None:
    assert {row.name for row in FIELDS} >= RENDITION_FIELDS
    assert not RENDITION_FIELDS & {"instructions", "job_id", "ai_prompt", "rating", "label"}
