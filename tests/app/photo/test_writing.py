"""Writing: all homes at once, nothing else touched, old file or new file."""

import io
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyexiv2
import pytest
from PIL import Image, ImageSequence

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.metadata import read
from app.photo.writing import put, read_sidecar, sidecar_of, write, write_sidecar

Draw = Callable[..., Path]
ExifTool = Callable[[Path], dict[str, Any]]

REFUSALS = {
    "photo.read-only-format",
    "photo.metadata-damaged",
    "photo.would-lose",
    "photo.lying",
    "photo.unknown-type",
    "photo.no-metadata",
    "photo.unreadable",
}


def _pixels(data: bytes) -> bytes:
    """Return the decoded pixels of every picture in a file."""
    with Image.open(io.BytesIO(data)) as image:
        frames = [frame.copy() for frame in ImageSequence.Iterator(image)]
    return b"".join(frame.tobytes() for frame in frames)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_what_is_written_is_read_back(draw: Draw, full: PhotoMetadata, suffix: str) -> None:
    path = draw(f"pont.{suffix}")
    copy = path.with_name(f"copie.{suffix}")
    before = path.read_bytes()
    write(path, copy, full)
    metadata, conflicts = read(copy)
    assert metadata == full
    assert {c.kind for c in conflicts} <= {"cut"}
    assert path.read_bytes() == before
    assert _pixels(copy.read_bytes()) == _pixels(before)


def test_exiftool_reads_the_same_words(draw: Draw, full: PhotoMetadata, exiftool: ExifTool) -> None:
    path = draw()
    write(path, path, replace(full, expires=date(2030, 1, 31)))
    tags = exiftool(path)
    expected = {
        "IPTC:CodedCharacterSet": "UTF8",
        "IPTC:Caption-Abstract": full.description.replace("\n", "\n"),
        "IPTC:By-line": list(full.creator),
        "IPTC:City": "Port-Sablé",
        "IPTC:DateCreated": "2024:05:06",
        "IPTC:TimeCreated": "09:08:07+02:00",
        "IPTC:ExpirationDate": "2030:01:31",
        "XMP-dc:Description": full.description,
        "XMP-dc:Creator": list(full.creator),
        "XMP-dc:Subject": list(full.keywords),
        "XMP-photoshop:Credit": "Agence Littorale",
        "XMP-photoshop:DateCreated": "2024:05:06 09:08:07+02:00",
        "XMP-iptcCore:AltTextAccessibility": full.alt,
        "XMP-iptcCore:ExtDescrAccessibility": full.extended_description,
        "XMP-iptcExt:PersonInImage": list(full.persons),
        "XMP-iptcExt:LocationCreated": [{"City": "Île-aux-Moines", "CountryName": "France"}],
        "XMP-xmp:Rating": 4,
    }
    assert {key: tags.get(key) for key in expected} == expected
    assert tags["XMP-iptcExt:DigitalSourceType"].endswith("digitalsourcetype/digitalCapture")
    assert "x-default" not in str(tags)


def test_clearing_a_field_removes_it_from_every_home(draw: Draw, full: PhotoMetadata) -> None:
    path = draw()
    write(path, path, full)
    empty = PhotoMetadata()
    write(path, path, empty)
    assert read(path) == (empty, ())


def test_other_languages_and_unknown_fields_stay(draw: Draw) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_raw_xmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:q="https://quai.example/ns/" q:cote="B7">'
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Pont</rdf:li>'
        '<rdf:li xml:lang="fr-FR">Pont</rdf:li><rdf:li xml:lang="en">Bridge</rdf:li></rdf:Alt>'
        "</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    image.modify_iptc({"Iptc.Application2.FixtureId": "Série d’été"}, "cp1252")
    image.modify_exif(
        {"Exif.Photo.UserComment": "charset=Ascii Notes", "Exif.Image.Make": "Optique"}
    )
    image.close()
    write(path, path, replace(read(path)[0], title="Écluse"))
    after = pyexiv2.Image(str(path))
    raw = after.read_raw_xmp()
    assert 'q:cote="B7"' in raw
    assert [raw.count(word) for word in (">Écluse<", ">Bridge<", ">Pont<")] == [2, 1, 0]
    assert after.read_iptc()["Iptc.Application2.FixtureId"] == "Série d’été"
    assert after.read_exif()["Exif.Photo.UserComment"] == "charset=Ascii Notes"


def test_an_unchanged_value_leaves_the_file_byte_for_byte(draw: Draw, full: PhotoMetadata) -> None:
    path = draw()
    write(path, path, full)
    before = path.read_bytes()
    write(path, path, full)
    assert path.read_bytes() == before


def test_settling_a_conflict_brings_the_homes_together(draw: Draw) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_iptc({"Iptc.Application2.City": "Vieux-Port"})
    image.modify_xmp({"Xmp.photoshop.City": "Port-Sablé"})
    image.close()
    metadata, _ = read(path)
    write(path, path, metadata, settle=frozenset({"city"}))
    assert read(path) == (PhotoMetadata(city="Port-Sablé"), ())


@pytest.mark.parametrize("suffix", ["avif", "gif"])
def test_formats_that_cannot_be_written_are_refused(draw: Draw, suffix: str) -> None:
    path = draw(f"pont.{suffix}")
    before = path.read_bytes()
    with pytest.raises(DeskError) as caught:
        write(path, path, PhotoMetadata(credit="Littorale"))
    assert caught.value.code in {"photo.read-only-format", "photo.no-metadata"}
    assert caught.value.params["name"] == path.name
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_keeps_the_old_file(draw: Draw) -> None:
    path = draw()
    path.parent.chmod(0o500)
    try:
        with pytest.raises(DeskError, match=r"photo\.not-written"):
            write(path, path, PhotoMetadata(credit="Littorale"))
    finally:
        path.parent.chmod(0o700)


def test_nothing_half_written_stays_behind(tmp_path: Path) -> None:
    taken = tmp_path / "photo.jpg"
    taken.mkdir()
    with pytest.raises(DeskError) as caught:
        put(taken, b"new")
    assert caught.value.code == "photo.not-written"
    assert list(tmp_path.iterdir()) == [taken]


def test_a_sidecar_says_what_was_written_and_keeps_the_rest(
    tmp_path: Path, full: PhotoMetadata
) -> None:
    path = sidecar_of(tmp_path / "pont.heic")
    write_sidecar(path, full)
    text = path.read_text(encoding="utf-8").replace(
        "<dc:title>",
        "<dc:publisher><rdf:Bag><rdf:li>Quai</rdf:li></rdf:Bag></dc:publisher><dc:title>",
    )
    path.write_text(text, encoding="utf-8")
    write_sidecar(path, replace(full, city="", rating=None))
    assert read_sidecar(path) == replace(full, city="", rating=None)
    assert ">Quai<" in path.read_text(encoding="utf-8")


def test_a_damaged_sidecar_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "pont.xmp"
    path.write_text("not a packet", encoding="utf-8")
    with pytest.raises(DeskError, match=r"photo\.metadata-damaged"):
        write_sidecar(path, PhotoMetadata(credit="Littorale"))
    assert path.read_text(encoding="utf-8") == "not a packet"


def _written(path: Path, copy: Path) -> PhotoMetadata | str:
    """Return the words written into a copy, or the code of the refusal."""
    try:
        wanted = replace(read(path)[0], headline="Écluse", description="Légende d’été")
        write(path, copy, wanted)
    except DeskError as error:
        return error.code
    return wanted


def test_real_photos_keep_pixels_and_every_other_field(shared: Path, tmp_path: Path) -> None:
    refused: dict[str, str] = {}
    for path in sorted((shared / "photos").glob("*/*.*")):
        copy = tmp_path / path.name
        wanted = _written(path, copy)
        if isinstance(wanted, str):
            refused[path.name] = wanted
            continue
        assert read(copy)[0] == wanted, path.name
        assert _pixels(copy.read_bytes()) == _pixels(path.read_bytes()), path.name
    assert set(refused.values()) <= REFUSALS, refused
    assert "photo.would-lose" not in refused.values(), refused
