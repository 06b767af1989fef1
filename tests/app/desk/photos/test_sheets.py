"""Sheets: every picture on paper once, nothing fetched; captions out to a table and back."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, sheets
from app.desk.photos.sheets import Layout

Draw = Callable[[str], Path]


class Seen(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @override
    def handle_data(self, data: str) -> None:
        self.words += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


@pytest.fixture
def ids(desk: Desk, picture: Draw) -> list[str]:
    found = [
        captioning.take_photo_in(desk, picture(f"{'v' * n}ue.jpg")).photo.id for n in range(1, 6)
    ]
    captioning.describe(desk, found[0], description="<script>1</script> & la digue", alt='"Quai"')
    captioning.describe(desk, found[1], creator=("Zoé Lem",), created="2026-03-04T10:00:00")
    return found


def test_every_picture_is_on_the_sheet(desk: Desk, ids: list[str]) -> None:
    seen = Seen(sheets.contact_sheet(desk, ids, Layout(columns=2, rows=2, title="Port & mer")))

    assert (seen.count("section"), seen.count("img"), seen.count("script")) == (2, 5, 0)
    assert "<script>1</script> & la digue" in seen.words
    assert "Port & mer" in seen.words
    assert all(
        str(attributes.get("src")).startswith("data:image/jpeg;base64,")
        for tag, attributes in seen.tags
        if tag == "img"
    )
    assert seen.count("link") == 0


def test_only_the_fields_asked_for_stand_under_a_picture(desk: Desk, ids: list[str]) -> None:
    page = Seen(sheets.contact_sheet(desk, ids[1:2], Layout(fields=("credit", "lacking"))))

    assert "Zoé Lem" in page.words
    assert "vvue.jpg" not in page.words
    assert "alt text" in page.words
    with pytest.raises(ValueError, match="colour"):
        sheets.contact_sheet(desk, ids, Layout(fields=("colour",)))


def test_a_missing_original_is_told_in_its_place(desk: Desk, ids: list[str]) -> None:
    captioning.original_of(desk, captioning.photo(desk, ids[0])).unlink()

    page = Seen(sheets.contact_sheet(desk, ids, Layout(thumbnail=321)))

    assert page.count("img") == 4
    assert page.words.count("The original is missing.") == 1


def test_captions_go_out_and_come_back(desk: Desk, ids: list[str]) -> None:
    table = sheets.captions_table(desk, ids).decode("utf-8-sig")
    edited = table.replace("Zoé Lem", "Zoé Lem; Ana Solis").encode("cp1252")

    seen = sheets.preview_captions(desk, edited)
    (preview,) = seen.previews
    assert preview.photo_id == ids[1]
    assert [change.field for change in preview.changes] == ["creator"]
    assert captioning.photo(desk, ids[1]).metadata.creator == ("Zoé Lem",)

    taken = sheets.take_captions_in(desk, edited)
    assert taken.changes.photos == {ids[1]}
    assert captioning.photo(desk, ids[1]).metadata.creator == ("Zoé Lem", "Ana Solis")
    undoing.undo(desk)
    assert captioning.photo(desk, ids[1]).metadata.creator == ("Zoé Lem",)


def test_rows_are_known_by_file_name_and_strangers_are_told(desk: Desk, ids: list[str]) -> None:
    data = b"file;headline;mood\nvvue.jpg;Le quai;gai\nnulle.jpg;Rien;\n;Perdu;\n"

    taken = sheets.take_captions_in(desk, data)

    assert captioning.photo(desk, ids[1]).metadata.headline == "Le quai"
    assert (taken.unknown, taken.ignored, taken.odd) == (("nulle.jpg",), ("mood",), (4,))
