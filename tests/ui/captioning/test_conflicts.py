"""Where the homes of a file disagree, the words that differ are marked and one is kept."""

from collections.abc import Iterator
from pathlib import Path

import pyexiv2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.domain.photo import Photo
from app.domain.text import Span
from ui.captioning.conflicts import ConflictSheet, lone_words, marked
from ui.work import Work


@pytest.fixture
def photo(desk: Desk, tmp_path: Path) -> Photo:
    path = tmp_path / "quai.jpg"
    Image.new("RGB", (60, 40), (40, 90, 9)).save(path)
    with pyexiv2.Image(str(path)) as image:
        image.modify_iptc(
            {
                "Iptc.Envelope.CharacterSet": "\x1b%G",
                "Iptc.Application2.City": "Rivage",
                "Iptc.Application2.Caption": "La fÃªte du port.",
            }
        )
        image.modify_xmp({"Xmp.photoshop.City": "Port-Sablé"})
    return captioning.take_photo_in(desk, path).photo


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, photo: Photo) -> Iterator[ConflictSheet]:
    made = ConflictSheet(desk, work, photo, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.said()), timeout=10_000)
    yield made
    made.close()


def test_every_field_is_shown_and_the_one_chosen_is_kept(
    qtbot: QtBot, sheet: ConflictSheet, desk: Desk, photo: Photo, *, work: Work
) -> None:
    boxes = {box.view.field: box for box in sheet.disagreements}
    assert set(boxes) == {"city", "description"}
    assert boxes["city"].chosen() == "Port-Sablé"
    assert boxes["description"].chosen() == "La fête du port."

    boxes["city"].choose(0)
    sheet.keep()
    qtbot.waitUntil(lambda: not sheet.isVisible())

    kept = captioning.photo(desk, photo.id).metadata
    assert (kept.city, kept.description) == ("Rivage", "La fête du port.")
    qtbot.waitUntil(work.idle)


def test_a_file_at_one_with_itself_says_so(
    qtbot: QtBot, desk: Desk, work: Work, photo: Photo
) -> None:
    other = next(one for one in captioning.photos(desk) if one.id != photo.id)
    made = ConflictSheet(desk, work, other, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.said()), timeout=10_000)

    assert not made._keep.isEnabled()


def test_words_another_home_lacks_are_found() -> None:
    spans = lone_words("Le moulin retrouve sa roue", ["le moulin", ""])

    assert [(span.start, span.end) for span in spans] == [(10, 18), (19, 21), (22, 26)]
    assert lone_words("Le moulin", ["", ""]) == ()


def test_words_that_differ_are_marked_and_nothing_is_markup() -> None:
    told = marked("a <b> c", (Span(2, 5),))

    assert told.startswith("a <u ")
    assert ">&lt;b&gt;</u> c" in told
