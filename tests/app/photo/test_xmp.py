"""Packets: one property changes, the rest stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.photo.fields import FIELDS, LISTS, FieldRow, Shape
from app.photo.xmp import Packet

ROWS = {row.name: row for row in FIELDS if row.xmp}
LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
).filter(lambda text: text.strip() == text and text)


def _packet(inside: str) -> Packet:
    return Packet(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        'xmlns:q="https://quai.example/ns/">'
        f'<rdf:Description rdf:about="" q:cote="B7">{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
    )


@given(st.sampled_from(sorted(ROWS)), st.lists(LETTERS, min_size=1, max_size=3, unique=True))
def test_what_is_put_in_comes_out_of_the_written_packet(name: str, words: list[str]) -> None:
    row, packet = ROWS[name], _packet("")
    values = tuple(words if row.shape in LISTS else words[:1])
    packet.change(row, values)
    again = Packet(packet.text())
    assert again.values(row) == values
    assert again.others(FIELDS) == packet.others(FIELDS) != {}
    again.change(row, ())
    assert Packet(again.text()).values(row) == ()


def test_a_text_that_looks_like_a_language_choice_is_a_text() -> None:
    packet = Packet("")
    words = 'lang="fr" Légende, lang="en" Caption'
    packet.change(ROWS["description"], (words,))
    assert Packet(packet.text()).values(ROWS["description"]) == (words,)


def test_the_default_language_is_read_or_else_the_first() -> None:
    default = _packet(
        '<dc:title><rdf:Alt><rdf:li xml:lang="en">Bridge</rdf:li>'
        '<rdf:li xml:lang="x-default">Pont</rdf:li></rdf:Alt></dc:title>'
    )
    first = _packet('<dc:title><rdf:Alt><rdf:li xml:lang="fr">Pont</rdf:li></rdf:Alt></dc:title>')
    assert default.values(ROWS["title"]) == first.values(ROWS["title"]) == ("Pont",)
    first.change(ROWS["title"], ("Écluse",))
    assert first.text().count("<rdf:li xml:lang") == 2


@pytest.mark.parametrize(
    "item",
    [
        '<rdf:li e:City="Port-Sablé" e:WorldRegion="Europe"/>',
        (
            '<rdf:li rdf:parseType="Resource"><e:City>Port-Sablé</e:City>'
            "<e:WorldRegion>Europe</e:WorldRegion></rdf:li>"
        ),
        (
            '<rdf:li><rdf:Description e:City="Port-Sablé"><e:WorldRegion>Europe</e:WorldRegion>'
            "</rdf:Description></rdf:li>"
        ),
    ],
)
def test_a_structure_keeps_the_parts_the_desk_does_not_know(item: str) -> None:
    packet = _packet(f"<e:LocationCreated><rdf:Bag>{item}</rdf:Bag></e:LocationCreated>")
    row = ROWS["taken_city"]
    assert packet.values(row) == ("Port-Sablé",)
    packet.change(row, ("Vieux-Port",))
    again = Packet(packet.text())
    assert again.values(row) == ("Vieux-Port",)
    again.change(row, ())
    assert again.values(row) == ()
    assert "Europe" in Packet(again.text()).text()


def test_an_empty_structure_goes_away() -> None:
    packet = Packet("")
    packet.change(ROWS["taken_city"], ("Port-Sablé",))
    packet.change(ROWS["taken_city"], ())
    packet.change(ROWS["taken_country"], ())
    assert "LocationCreated" not in packet.text()


def test_a_text_where_a_list_was_expected_is_read_all_the_same() -> None:
    odd = FieldRow(name="keywords", standard="Keywords", shape=Shape.BAG, xmp="dc:subject")
    assert _packet("<dc:subject>écluse</dc:subject>").values(odd) == ("écluse",)


@pytest.mark.parametrize(
    "raw", ["no packet", "<x:xmpmeta", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>']
)
def test_a_damaged_packet_is_refused(raw: str) -> None:
    with pytest.raises(DeskError, match=r"photo\.metadata-damaged"):
        Packet(raw)
