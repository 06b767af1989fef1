"""The reading view shows words and pictures, and reaches nothing else."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing
from ui.publishing.plain import IMAGE, PlainView, parts, plain
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


def test_a_page_comes_in_parts_that_cut_no_quotation(view: PlainView, qtbot: QtBot) -> None:
    html = (
        "<h1>A</h1>\n<p>b</p>\n<blockquote>\n<p>c</p>\n<p>d</p>\n</blockquote>\n<p>e</p>\n<p>f</p>"
    )
    assert [part.count("<p>") for part in parts(html)] == [4, 1]

    page = "".join(f"<p>paragraph {n}</p>\n" for n in range(900))
    view.show_contents({"index.html": page.encode()})
    assert view.busy()
    qtbot.waitUntil(lambda: not view.busy())
    assert view.toPlainText().rstrip().split("\n") == [f"paragraph {n}" for n in range(900)]

    view.verticalScrollBar().setValue(2000)
    view.show_contents({"index.html": page.replace("7", "8").encode()})
    qtbot.waitUntil(lambda: not view.busy())
    assert view.verticalScrollBar().value() == 2000
