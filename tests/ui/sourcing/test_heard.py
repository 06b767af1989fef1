"""Each quote stands beside what was said, with its place and its time."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.sources import transcribing
from app.desk.stories import writing
from ui.actions import ActionBook
from ui.errands import nothing
from ui.sourcing.heard import Heard
from ui.sourcing.lines import QuoteLine, Sight, seen
from ui.window import Window

BODY = "« Le moulin ouvrira lundi matin », a dit Anna Vidal. Elle a ri."
SAID = (
    "1\n00:00:01,000 --> 00:00:04,000\nBonjour.\n\n"
    "2\n00:03:20,000 --> 00:03:29,000\nLe moulin ouvrira mardi matin.\n"
)


@pytest.fixture
def sight(desk: Desk, story_id: str, tmp_path: Path) -> Sight:
    writing.autosave(desk, story_id, body=BODY)
    source = tmp_path / "conference.srt"
    source.write_text(SAID, encoding="utf-8")
    transcribing.attach(desk, story_id, source)
    return seen(desk, story_id)


@pytest.fixture
def panel(qtbot: QtBot, window: Window) -> Heard:
    made = Heard(ActionBook(window, nothing))
    qtbot.addWidget(made)
    made.show()
    return made


def quote(sight: Sight) -> QuoteLine:
    return next(line for line in sight.lines if line.said)


def test_a_quote_shows_what_was_said_and_when(panel: Heard, sight: Sight) -> None:
    panel.show_sight(sight)
    panel.show_line(quote(sight))

    text = panel.place.toPlainText()
    assert "altered · line 2 · 0:03:20" in text
    assert "Bonjour." in text
    assert "“lundi” instead of “mardi”" in panel.place.accessibleDescription()
    assert "conference.srt · 2 lines" in str(panel.files.currentIndex().data())


def test_a_row_goes_to_its_quote_and_a_file_is_taken_away(
    qtbot: QtBot, panel: Heard, sight: Sight
) -> None:
    panel.show_sight(sight)
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.list.moved.emit(0)
    with qtbot.waitSignal(panel.detached) as detached:
        panel.remove.click()

    assert chosen.args == [quote(sight).row.id]
    assert detached.args == [sight.transcripts[0].id]


def test_without_a_transcript_a_sentence_is_shown(panel: Heard) -> None:
    panel.show_sight(Sight())

    assert panel._empty.isVisible()
    assert not panel.list.isVisible()
    assert panel.attach.isVisible()
