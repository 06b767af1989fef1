"""A contact sheet is seen page by page and kept as PDF or HTML."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.domain.errors import DeskError
from ui.captioning.contact import ContactSheet
from ui.captioning.contact_pages import Cell, Layout, draw, gather, page_count, write_pdf
from ui.work import Work


@pytest.fixture
def ids(desk: Desk) -> tuple[str, ...]:
    return tuple(photo.id for photo in captioning.photos(desk))


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, ids: tuple[str, ...]) -> Iterator[ContactSheet]:
    made = ContactSheet(desk, work, ids, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.said() == "1 page", timeout=10_000)
    yield made
    made.close()


def test_pages_are_shown_and_written(
    qtbot: QtBot, sheet: ContactSheet, tmp_path: Path, work: Work
) -> None:
    page = sheet.findChild(QLabel, "contact-page-1")
    assert isinstance(page, QLabel)
    assert page.accessibleName() == "Page 1"

    sheet.save_pdf(str(tmp_path / "sheet.pdf"))
    qtbot.waitUntil(lambda: "sheet.pdf" in sheet.said(), timeout=10_000)
    sheet.save_html(str(tmp_path / "sheet.html"))
    qtbot.waitUntil(lambda: "sheet.html" in sheet.said(), timeout=10_000)

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert "<html" in (tmp_path / "sheet.html").read_text("utf-8")
    qtbot.waitUntil(work.idle)


def test_other_columns_are_laid_out_anew(qtbot: QtBot, sheet: ContactSheet) -> None:
    sheet.columns.setCurrentText("2")

    assert sheet.layout_asked().columns == 2


def test_pages_hold_what_the_layout_says(qtbot: QtBot, desk: Desk, ids: tuple[str, ...]) -> None:
    cells = gather(desk, ids) * 11
    layout = Layout(4, 5, "Fête du port")

    assert page_count(cells, layout) == 2
    pages = draw(cells, layout)
    assert len(pages) == 2
    assert pages[0] != pages[1]
    assert page_count((), layout) == 1


def test_a_missing_picture_leaves_a_cross(qtbot: QtBot, desk: Desk, ids: tuple[str, ...]) -> None:
    whole = gather(desk, ids[:1])
    bare = (Cell(whole[0].photo, QImage()),)

    assert draw(bare, Layout())[0] != draw(whole, Layout())[0]


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, ids: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(DeskError) as caught:
        write_pdf(gather(desk, ids), Layout(), str(tmp_path / "nowhere" / "a.pdf"))
    assert caught.value.code == "photo.not-written"
