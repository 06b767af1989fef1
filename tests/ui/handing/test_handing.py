"""A story handed over and merged through the real window, clashes chosen by keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.colleagues import handing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.handover import Choice
from ui.filing.view import FilingPlace
from ui.handing.sheet import MergeSheet
from ui.window import Window
from ui.work import Work

BODY = "The quay will hold.\n\nWorks will take four months."


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "other" / "store.sqlite", by="Bo") as opened:
        yield opened


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    return tmp_path / "parcel.marbre"


@pytest.fixture
def story_id(qtbot: QtBot, work: Work, window: Window, desk: Desk) -> str:
    made, _changes = filing.new_story(desk, "en-GB")
    writing.autosave(desk, made, headline="The quay", body=BODY)
    window.open_story(made, "writing")
    qtbot.waitUntil(work.idle)
    return made


@dataclass
class Round:
    """A story that came back from a colleague, with what both desks stand at."""

    qtbot: QtBot
    window: Window
    desk: Desk
    story_id: str
    parcel: Path

    def body(self) -> str:
        return filing.package(self.desk, self.story_id).story.body

    def rest(self) -> None:
        self.qtbot.waitUntil(self.window.work.idle)

    def clash(self) -> MergeSheet:
        """Change here what was changed over there, and look into what came back."""
        writing.autosave(self.desk, self.story_id, body=BODY.replace("four", "five"))
        self.window.kit.handing.look(str(self.parcel))
        self.rest()
        assert self.window.kit.handing.sheet is not None
        return self.window.kit.handing.sheet


@pytest.fixture
def parts(qtbot: QtBot, window: Window, desk: Desk, story_id: str, parcel: Path) -> Round:
    return Round(qtbot, window, desk, story_id, parcel)


@pytest.fixture
def back(parts: Round, colleague: Desk) -> Round:
    parts.window.kit.handing.choose_place = lambda _name: str(parts.parcel)
    parts.window.run("hand-over")
    parts.rest()
    handing.take_over(colleague, parts.parcel)
    writing.autosave(colleague, parts.story_id, body=BODY.replace("four", "six"), kicker="Port")
    handing.hand_over(colleague, parts.story_id, parts.parcel)
    return parts


def test_a_file_is_proposed_by_the_name_of_its_story(parts: Round) -> None:
    asked: list[str] = []

    def choose(name: str) -> str:
        asked.append(name)
        return ""

    parts.window.kit.handing.choose_place = choose
    parts.window.run("hand-over")
    parts.qtbot.waitUntil(lambda: bool(asked))

    assert asked == [filing.package(parts.desk, parts.story_id).story.slug + ".marbre"]


def test_what_only_the_colleague_changed_is_taken_at_once(back: Round) -> None:
    back.window.kit.handing.choose_file = lambda: str(back.parcel)
    back.window.run("take-over")
    back.qtbot.waitUntil(lambda: "six months" in back.body())
    back.rest()

    notice = back.window.banner.notice()
    assert notice is not None
    assert "merged with the version of Bo" in notice.text


def test_a_clash_is_chosen_by_keys_and_taken_back_in_one_step(back: Round) -> None:
    sheet = back.clash()
    assert sheet.list.lines()[0].aside == "open"
    assert "six" in sheet.sides.texts[2].toPlainText()

    QTest.keyClick(sheet.list, Qt.Key.Key_Right)
    assert sheet.choices == [Choice.THEIRS]
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    back.qtbot.waitUntil(lambda: "six months" in back.body())
    back.rest()

    back.window.go("sourcing")
    back.window.setFocus()
    back.window.run("undo")
    back.qtbot.waitUntil(lambda: "five months" in back.body())
    back.rest()


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (Qt.Key.Key_Left, Choice.MINE),
        (Qt.Key.Key_Space, Choice.BOTH),
        (Qt.Key.Key_Backspace, Choice.BASE),
    ],
)
def test_each_way_has_its_key(back: Round, key: Qt.Key, choice: Choice) -> None:
    sheet = back.clash()
    QTest.keyClick(sheet.list, key)

    assert sheet.choices == [choice]
    sheet.reject()


def test_nothing_is_merged_while_a_choice_is_open(back: Round) -> None:
    sheet = back.clash()
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)

    assert sheet.isVisible()
    sheet.reject()
    assert "five months" in back.body()


def test_a_package_among_imported_files_is_taken_over(
    qtbot: QtBot, window: Window, work: Work, colleague: Desk, parcel: Path
) -> None:
    made, _changes = filing.new_story(colleague, "en-GB")
    writing.autosave(colleague, made, headline="From afar")
    handing.hand_over(colleague, made, parcel)
    window.go("filing")
    here = window.here()
    assert isinstance(here, FilingPlace)
    here.take_in([str(parcel)])

    qtbot.waitUntil(lambda: window.story == made)
    qtbot.waitUntil(work.idle)


def test_a_file_that_is_no_package_is_told(
    qtbot: QtBot, window: Window, work: Work, parcel: Path
) -> None:
    parcel.write_bytes(b"nothing")
    window.kit.handing.look(str(parcel))
    qtbot.waitUntil(lambda: window.banner.notice() is not None)

    notice = window.banner.notice()
    assert notice is not None
    assert "is no package of Marbre" in notice.text


def test_only_an_open_story_is_handed_over(window: Window) -> None:
    assert not window.book["hand-over"].isEnabled()
    assert window.book["take-over"].isEnabled()
