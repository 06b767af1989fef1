"""The preview tries the engine elsewhere first, and falls back to words and pictures."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Signal
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ActionBook
from ui.errands import nothing
from ui.publishing import preview as module
from ui.publishing.preview import WIDTHS, Preview
from ui.publishing.sandbox import Verdict
from ui.publishing.serving import Contents
from ui.window import Window
from ui.work import Work

PAGE: Contents = {"index.html": b"<!doctype html><style>p{}</style><p>Le moulin."}


class Web(QWidget):
    """Stands for the engine, which has tests of its own."""

    stopped = Signal()
    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[Contents, str]] = []
        self.widths: list[int] = []

    def show_contents(self, contents: Contents, scheme: str) -> None:
        self.shown.append((contents, scheme))

    def show_width(self, pixels: int) -> None:
        self.widths.append(pixels)

    def print_to(self, then: Callable[[bytes], None]) -> None:
        then(pdf())

    def close_page(self) -> None: ...


def pdf() -> bytes:
    """A PDF of two empty pages."""
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(data)
    painter = QPainter(writer)
    writer.newPage()
    painter.end()
    return bytes(data.data().data())


@pytest.fixture
def make(
    qtbot: QtBot, work: Work, window: Window, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Verdict], Preview]:
    monkeypatch.setattr(module, "WEB_MODULE", __name__)
    monkeypatch.setitem(sys.modules, __name__, sys.modules[Web.__module__])

    def made(verdict: Verdict) -> Preview:
        shown = Preview(work, ActionBook(window, nothing), lambda: verdict)
        qtbot.addWidget(shown)
        shown.resize(600, 400)
        shown.show()
        shown.show_contents(PAGE)
        qtbot.waitUntil(work.idle)
        return shown

    return made


def engine(preview: Preview) -> Web:
    """The stand-in the preview made."""
    made: object = preview.web
    assert isinstance(made, Web)
    return made


def press(preview: Preview, name: str) -> None:
    button = preview.findChild(QToolButton, f"preview-{name}")
    assert button is not None
    button.click()


def test_where_the_engine_is_refused_words_are_read(
    qtbot: QtBot, make: Callable[[Verdict], Preview]
) -> None:
    shown = make(Verdict.REFUSED)

    assert shown.web is None
    assert shown.plain.isVisible()
    assert "Le moulin." in shown.plain.toPlainText()
    assert shown._note.isVisible()
    assert not shown._widths.isVisible()
    with qtbot.waitSignal(shown.outside_asked):
        shown._note_open.click()


def test_where_it_is_safe_there_is_nothing_to_say(make: Callable[[Verdict], Preview]) -> None:
    shown = make(Verdict.SAFE)

    assert engine(shown).shown == [(PAGE, "light")]
    assert not shown._note.isVisible()
    assert shown._widths.isVisible()


def test_without_the_sandbox_it_is_said(make: Callable[[Verdict], Preview]) -> None:
    shown = make(Verdict.UNSANDBOXED)

    assert shown._note.isVisible()
    assert "without its sandbox" in shown._note_words.text()


def test_widths_and_dress_are_passed_on(make: Callable[[Verdict], Preview]) -> None:
    shown = make(Verdict.SAFE)
    web = engine(shown)
    for name in WIDTHS:
        press(shown, name.lower())
    press(shown, "dark")

    assert web.widths[-4:] == [360, 600, 768, 1280]
    assert web.shown[-1] == (PAGE, "dark")


def test_an_engine_that_stops_leaves_a_word_and_comes_back(
    make: Callable[[Verdict], Preview],
) -> None:
    shown = make(Verdict.SAFE)
    web = engine(shown)
    web.stopped.emit()
    assert not web.isVisible()

    shown.show_contents(PAGE)
    assert web.isVisible()


def test_keys_walk_the_widths_and_turn_the_looks(make: Callable[[Verdict], Preview]) -> None:
    shown = make(Verdict.SAFE)
    keys = shown.handlers()
    for _press in range(len(WIDTHS) + 1):
        keys["preview-narrower"]()
    assert (shown.width_name, engine(shown).widths[-1]) == ("XS", 360)

    keys["preview-wider"]()
    assert shown.width_name == "SM"
    keys["preview-turn"]()
    assert engine(shown).shown[-1][1] == "dark"
    keys["preview-turn"]()
    assert engine(shown).shown[-1][1] == "light"


def test_the_page_is_looked_at_on_paper_and_on_the_screen_again(
    make: Callable[[Verdict], Preview],
) -> None:
    shown = make(Verdict.SAFE)
    turn = shown.handlers()["preview-paper"]
    turn()
    assert shown.paper is not None
    assert shown.paper.isVisible()
    assert shown.paper.pages() == 2

    engine(shown).drawn.emit()
    assert shown.paper.isVisible()
    turn()
    assert engine(shown).isVisible()


def test_the_same_page_is_not_drawn_twice(make: Callable[[Verdict], Preview]) -> None:
    shown = make(Verdict.SAFE)
    shown.show_contents(dict(PAGE))

    assert len(engine(shown).shown) == 1


def test_without_the_engine_there_is_nothing_to_choose(
    make: Callable[[Verdict], Preview],
) -> None:
    assert make(Verdict.REFUSED).handlers() == {}


def test_the_engine_is_not_loaded_before_a_page_is_shown() -> None:
    assert "PySide6.QtWebEngineCore" not in sys.modules
