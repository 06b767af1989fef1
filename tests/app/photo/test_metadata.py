"""Reading: three homes, one word, accents right, disagreements named."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyexiv2
import pytest

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.metadata import read

Draw = Callable[..., Path]


def _set(path: Path, iim: dict[str, object] | None = None, encoding: str = "utf-8") -> None:
    image = pyexiv2.Image(str(path))
    image.modify_iptc({f"Iptc.{key}": value for key, value in (iim or {}).items()}, encoding)
    image.close()


def _set_xmp(path: Path, xmp: dict[str, object]) -> None:
    image = pyexiv2.Image(str(path))
    image.modify_xmp({f"Xmp.{key}": value for key, value in xmp.items()})
    image.close()


def test_a_file_without_words_gives_an_empty_value(draw: Draw) -> None:
    assert read(draw("vide.jpg")) == (PhotoMetadata(), ())


def test_a_gif_gives_an_empty_value(draw: Draw) -> None:
    assert read(draw("anime.gif")) == (PhotoMetadata(), ())


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "mac_roman"])
def test_accents_of_an_undeclared_iim_block_come_out_right(draw: Draw, charset: str) -> None:
    path = draw()
    _set(path, {"Application2.Caption": "Légende : à côté, c’était « prêt »"}, charset)
    assert read(path)[0].description == "Légende : à côté, c’était « prêt »"


def test_twice_encoded_accents_are_mended_and_reported(draw: Draw) -> None:
    path = draw()
    _set(path, {"Application2.Headline": "LÃ©gende dâ€™Ã©tÃ©"})
    metadata, conflicts = read(path)
    assert metadata.headline == "Légende d’été"
    assert [(c.field, c.kind, c.chosen) for c in conflicts] == [
        ("headline", "mojibake", "Légende d’été")
    ]


def test_xmp_wins_over_iim_and_the_difference_is_reported(draw: Draw) -> None:
    path = draw()
    _set(path, {"Application2.City": "Vieux-Port", "Application2.Credit": "Littorale"})
    _set_xmp(path, {"photoshop.City": "Port-Sablé", "photoshop.Credit": "Littorale"})
    metadata, conflicts = read(path)
    assert (metadata.city, metadata.credit) == ("Port-Sablé", "Littorale")
    assert [(c.field, c.kind, c.iim, c.xmp) for c in conflicts] == [
        ("city", "differs", "Vieux-Port", "Port-Sablé")
    ]


def test_a_text_cut_by_the_iim_limit_is_no_contradiction(draw: Draw) -> None:
    path = draw()
    whole = "Une très longue ville au nom interminable, sur la côte"
    _set(path, {"Application2.City": whole[:31]})
    _set_xmp(path, {"photoshop.City": whole})
    metadata, conflicts = read(path)
    assert metadata.city == whole
    assert [c.kind for c in conflicts] == ["cut"]


def test_iim_wins_when_its_digest_is_stale(draw: Draw) -> None:
    path = draw()
    _set(path, {"Application2.City": "Port-Sablé"})
    _set_xmp(path, {"photoshop.City": "Ancien nom"})
    data = path.read_bytes()
    assert read(path)[0].city == "Ancien nom"
    head = b"8BIM\x04\x25\x00\x00\x00\x00\x00\x10"
    block = head + hashlib.md5(b"another block", usedforsecurity=False).digest()
    at = data.index(b"Photoshop 3.0\x00") + len(b"Photoshop 3.0\x00")
    size_at = data.index(b"\xff\xed") + 2
    size = int.from_bytes(data[size_at : size_at + 2], "big") + len(block)
    path.write_bytes(
        data[:size_at] + size.to_bytes(2, "big") + data[size_at + 2 : at] + block + data[at:]
    )
    assert read(path)[0].city == "Port-Sablé"


def test_what_a_camera_says_by_itself_is_no_description(draw: Draw) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_exif(
        {
            "Exif.Image.ImageDescription": "OLYMPUS DIGITAL CAMERA",
            "Exif.Image.Artist": "Zoé Lemaître; Andrée Nuñez",
            "Exif.Photo.DateTimeOriginal": "2024:05:06 07:08:09",
            "Exif.Photo.OffsetTimeOriginal": "+02:00",
            "Exif.Image.Model": "Optique 7",
        }
    )
    image.close()
    assert read(path)[0] == PhotoMetadata(
        creator=("Zoé Lemaître", "Andrée Nuñez"),
        created="2024-05-06T07:08:09+02:00",
        camera="Optique 7",
    )


def test_the_place_shown_stands_in_for_the_old_place_fields(draw: Draw) -> None:
    path = draw()
    image = pyexiv2.Image(str(path))
    image.modify_raw_xmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><e:LocationShown><rdf:Bag>'
        '<rdf:li rdf:parseType="Resource"><e:City>Port-Sablé</e:City></rdf:li></rdf:Bag>'
        '</e:LocationShown><e:LocationCreated><rdf:Bag><rdf:li e:City="Île-aux-Moines"/></rdf:Bag>'
        "</e:LocationCreated></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    image.close()
    metadata, _ = read(path)
    assert (metadata.city, metadata.taken_city) == ("Port-Sablé", "Île-aux-Moines")


def test_typed_fields_come_out_as_values(draw: Draw) -> None:
    path = draw()
    _set(path, {"Application2.ExpirationDate": "2030-01-31"})
    _set_xmp(
        path,
        {
            "xmp.Rating": "3",
            "iptcExt.DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/composite",
        },
    )
    metadata, _ = read(path)
    assert metadata.expires == date(2030, 1, 31)
    assert (metadata.rating, metadata.digital_source_type) == (3, "composite")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        read(tmp_path / "absente.jpg")
    assert (caught.value.code, caught.value.params) == ("photo.missing", {"name": "absente.jpg"})
