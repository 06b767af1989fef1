"""The reading view shows words and pictures, and reaches nothing else."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing
from ui.publishing.plain import IMAGE, PlainView, plain
from ui.publishing.serving import Contents


@pytest.fixture
def contents(desk: Desk, story_id: str) -> Contents:
    return publishing.preview(desk, story_id).contents()


@pytest.fixture
def view(qtbot: QtBot, contents: Contents) -> PlainView:
    made = PlainView()
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    made.show_contents(contents)
    return made


def test_the_words_are_there(view: PlainView, desk: Desk, story_id: str) -> None:
    shown = view.toPlainText()

    assert filing.package(desk, story_id).story.headline in shown
    assert "{" not in shown


def test_pictures_come_from_the_page_no_wider_than_the_room(
    view: PlainView, contents: Contents
) -> None:
    name = next(name for name in contents if name.endswith(".jpg"))
    picture = view.loadResource(IMAGE, QUrl(name))

    assert isinstance(picture, QImage)
    assert 0 < picture.width() <= view.viewport().width()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/x.png", "file:///etc/hostname", "/etc/hostname", "no.jpg"]
)
def test_no_other_address_is_read(view: PlainView, address: str) -> None:
    assert view.loadResource(IMAGE, QUrl(address)) is None


def test_links_are_words(contents: Contents) -> None:
    assert "<a " not in plain(contents["index.html"].decode())
    assert plain('<a class="skip" href="#x">Go</a><p>a</p>') == "<p>a</p>"


def test_no_picture_is_wider_than_the_view(view: PlainView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)

    assert ' width="' not in plain('<img src="a.jpg" width="2400" height="1600" alt="x">')
