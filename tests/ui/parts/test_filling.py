"""Long copy comes in slices, and is the same copy when it is there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.domain.text import Span
from ui import theme
from ui.writing.paper import Paper

LONG = "\n\n".join(f"Le paragraphe {n} dit «\u00a0oui\u00a0» 😀." for n in range(600))
LINES = st.text(
    st.sampled_from("ab é’\u00a0\u202f\u2009😀e\u0301«»*#שלום\t\n\r\u2028👩\u200d👧"), max_size=60
)
SLOT = st.just("![](photo:3)")


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper(theme.serif(13))
    qtbot.addWidget(made)
    return made


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LINES | SLOT, max_size=30))
def test_any_text_is_the_same_after_loading(paper: Paper, lines: list[str]) -> None:
    body = "\n\n".join(lines)
    paper.load(body)
    paper.filling.finish()

    wanted = body.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    assert paper.body() == wanted
    assert not paper.document().isUndoAvailable()
    assert paper.document().isUndoRedoEnabled()


def test_the_first_screenful_is_there_at_once_and_the_words_are_whole_meanwhile(
    qtbot: QtBot, paper: Paper
) -> None:
    paper.load(LONG)

    assert paper.filling.under_way()
    assert paper.document().blockCount() > 1
    assert paper.body() == LONG
    qtbot.waitUntil(lambda: not paper.filling.under_way())
    assert paper.body() == LONG
    assert paper.document().blockCount() == 600


def test_loading_is_not_typing(qtbot: QtBot, paper: Paper) -> None:
    heard: list[None] = []
    paper.typed.connect(lambda: heard.append(None))
    paper.load(LONG)
    qtbot.waitUntil(lambda: not paper.filling.under_way())

    assert not heard
    paper.undo()
    assert paper.body() == LONG


def test_another_text_takes_the_place_of_one_half_loaded(qtbot: QtBot, paper: Paper) -> None:
    paper.load(LONG)
    paper.load("Un autre.")
    qtbot.wait(30)

    assert paper.body() == "Un autre."


def test_a_place_not_loaded_yet_can_be_gone_to(paper: Paper) -> None:
    paper.load(LONG)
    at = LONG.index("paragraphe 590")
    paper.go_to(Span(at, at))

    assert paper.textCursor().block().text().startswith("Le paragraphe 590")
    assert not paper.filling.under_way()


def test_every_photo_slot_has_the_height_of_its_card(paper: Paper) -> None:
    paper.load("Un.\n\n![](photo:1)\n\nDeux.")
    heights = [paper.document().findBlockByNumber(n).blockFormat().lineHeight() for n in range(3)]

    assert heights[1] == paper.slot_format().lineHeight()
    assert heights[0] == heights[2] == paper.block_format().lineHeight()
