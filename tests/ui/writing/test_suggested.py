"""Whatever is typed as suggestions, saved and opened again: accepted it is that, declined it never was."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.review import SuggestionState
from app.domain.text import Span
from ui import theme
from ui.writing.pieces import DELETED, INSERTED, Piece, copy_of, pieces, proposal_of
from ui.writing.tracked import TrackedPaper

COPY = (
    "La digue\u00a0tiendra\u202f! 😀 Cafe\u0301.\n\n![](photo:1)\n\n«\u00a0Non\u00a0», dit-il.\n"
    "Ligne.\n\nשלום עולם — fin.\n\n\n\nFin."
)
PUT = (
    "a",
    "\u00a0",
    "\u202f!",
    "👩‍👩‍👧",
    "e\u0301",
    "\u0301",
    "שלום",
    "«\u00a0oui\u00a0»",
    "Un.\n\nDeux\u00a0: trois.\n\nQuatre\nlignes.",
    "\n\n",
    "\n",
    "  ",
)
KEYS = {
    "select": (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
    "delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    "back": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    "word": (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    "widen": (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    "down": (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
    "right": (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    "home": (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier),
    "end": (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier),
}
ACTS = st.lists(st.sampled_from([*PUT, *KEYS, "undo", "redo", "cut"]), max_size=25)


@pytest.fixture
def paper(qtbot: QtBot) -> TrackedPaper:
    made = TrackedPaper(theme.serif(12))
    qtbot.addWidget(made)
    made.resize(500, 400)
    return made


@pytest.fixture
def copy_id(desk: Desk) -> str:
    made, _changes = filing.new_story(desk, "fr-FR")
    return made


def act(paper: TrackedPaper, name: str) -> None:
    if name in KEYS:
        QTest.keyClick(paper, *KEYS[name])
    elif name in {"undo", "redo", "cut"}:
        getattr(paper, name)()
    else:
        paper.insert(name)


def waiting(desk: Desk, copy_id: str) -> list[str]:
    found = reviewing.review(desk, copy_id).suggestions
    return [one.id for one in found if one.state is SuggestionState.OPEN]


def body(desk: Desk, copy_id: str) -> str:
    return filing.package(desk, copy_id).story.body


def suggest(desk: Desk, copy_id: str, shown: Iterable[Piece]) -> None:
    shown = tuple(shown)
    reviewing.suggest(desk, copy_id, proposal_of(shown, desk.by), over=copy_of(shown))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(acts=ACTS)
@example(acts=["select", "a", "home", "\n"])
def test_round_trip_of_what_is_typed(
    desk: Desk, copy_id: str, paper: TrackedPaper, acts: list[str]
) -> None:
    writing.autosave(desk, copy_id, body=COPY)
    paper.show_pieces((Piece(COPY),), desk.by)
    for name in acts:
        act(paper, name)
        assert copy_of(paper.pieces()) == COPY
    typed = paper.body()
    assert "![](photo:1)" in typed.split("\n")

    suggest(desk, copy_id, paper.pieces())
    assert body(desk, copy_id) == COPY
    paper.show_pieces(pieces(reviewing.review(desk, copy_id), desk.by), desk.by)
    assert paper.body() == typed
    suggest(desk, copy_id, paper.pieces())

    if found := waiting(desk, copy_id):
        reviewing.decline(desk, copy_id, found)
    assert body(desk, copy_id) == COPY
    paper.show_pieces(pieces(reviewing.review(desk, copy_id), desk.by), desk.by)
    assert paper.body() == COPY

    reviewing.suggest(desk, copy_id, typed)
    if found := waiting(desk, copy_id):
        reviewing.accept(desk, copy_id, found)
    assert body(desk, copy_id) == typed


def test_the_caret_keeps_its_place_in_the_copy(paper: TrackedPaper) -> None:
    paper.show_copy("La digue tiendra.", "Ana", 9)
    QTest.keyClicks(paper, "x")
    assert paper.body() == "La digue tiendra."

    paper.show_pieces((Piece("Oui. ", INSERTED, "Bo", "s"), Piece("La digue tiendra.")), "Ana")
    assert paper.body() == "Oui. La digue xtiendra."


def test_what_was_typed_for_a_text_that_never_came_is_off(paper: TrackedPaper) -> None:
    paper.show_copy("La digue tiendra.", "Ana", 0)
    QTest.keyClicks(paper, "x")
    paper.give_up()
    QTest.keyClicks(paper, "y")

    assert sorted(paper.body()) == sorted("La digue tiendra.y")


def test_another_theme_dresses_the_suggestions_anew(
    qtbot: QtBot, qapp: QApplication, paper: TrackedPaper
) -> None:
    shown = (Piece("La "), Piece("digue", DELETED, "Bo", "s"), Piece("jetée", INSERTED, "Ana"))
    paper.show_pieces(shown, "Ana")
    theme.apply(qapp, "dark")
    try:
        cursor = paper.cursor_on(Span(3, 8))
        cursor.setPosition(cursor.selectionEnd())
        wanted = theme.colour("accent")
        qtbot.waitUntil(lambda: cursor.charFormat().foreground().color() == wanted)
        paper.settle()
        assert paper.pieces() == shown
    finally:
        theme.apply(qapp, "light")
