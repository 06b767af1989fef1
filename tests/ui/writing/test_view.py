"""Writing through the real widgets: typing, saving, checking, mending, undoing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.finding import Finding, Part
from app.domain.text import Span
from ui.window import Window
from ui.work import Work
from ui.writing.view import SAVE_AFTER, WritingPlace

BODY = 'La ministre a dit "oui" jeudi.\n\nLe maire a dit "non" vendredi.'


@pytest.fixture
def story_id(desk: Desk) -> str:
    made, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, made, headline="Un titre", body=BODY)
    return made


@pytest.fixture
def place(qtbot: QtBot, window: Window, story_id: str) -> WritingPlace:
    window.open_story(story_id, "writing")
    here = window.here()
    assert isinstance(here, WritingPlace)
    qtbot.waitUntil(lambda: here.remarks.checked)
    return here


def stored(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.body


def test_what_is_typed_is_in_the_store_within_a_second_without_a_save(
    qtbot: QtBot, place: WritingPlace, desk: Desk, story_id: str
) -> None:
    assert SAVE_AFTER < 1000
    place.sheet.paper.go_to(Span(0, 0))
    QTest.keyClicks(place.sheet.paper, "Hier, ")

    qtbot.waitUntil(lambda: stored(desk, story_id).startswith("Hier, La"))


def test_saving_goes_on_while_typing_goes_on(place: WritingPlace) -> None:
    QTest.keyClicks(place.sheet.paper, "a")
    first = place._save_timer.remainingTime()
    QTest.qWait(60)
    QTest.keyClicks(place.sheet.paper, "b")

    assert place._save_timer.remainingTime() < first


def test_leaving_the_place_saves_at_once(
    qtbot: QtBot, window: Window, place: WritingPlace, desk: Desk, story_id: str
) -> None:
    place.sheet.paper.go_to(Span(0, 0))
    QTest.keyClicks(place.sheet.paper, "Ah ")
    window.go("filing")
    qtbot.waitUntil(window.work.idle)

    assert stored(desk, story_id).startswith("Ah La")


def test_closing_the_window_saves_what_was_typed_last(
    window: Window, work: Work, place: WritingPlace, desk: Desk, story_id: str
) -> None:
    place.sheet.paper.go_to(Span(0, 0))
    QTest.keyClicks(place.sheet.paper, "Fin ")
    window.close()
    work.close()

    assert stored(desk, story_id).startswith("Fin La")


def test_the_status_line_says_when_the_story_was_safe(window: Window, place: WritingPlace) -> None:
    assert window.status._saved.text().startswith("Saved at ")
    assert window.status._words.text() == "12 words · 1 minute"


def test_the_next_problem_is_after_the_caret_and_f8_goes_round(place: WritingPlace) -> None:
    in_body = [f for f in place.remarks.findings if f.place.part is Part.BODY and f.place.span]
    starts = sorted({f.place.span.start for f in in_body if f.place.span})
    place.sheet.paper.go_to(Span(0, 0))
    met = []
    for _time in range(len(place.remarks.findings)):
        place.handlers()["next-problem"]()
        if place.sheet.paper.hasFocus():
            met.append(place.sheet.paper.caret())

    assert sorted(set(met) - {0}) == [start for start in starts if start]
    assert not place.problems.isHidden()


def test_a_mend_is_one_step_of_undo_in_the_text(qtbot: QtBot, place: WritingPlace) -> None:
    index = next(i for i, f in enumerate(place.remarks.findings) if f.fixes)
    place.problems.select(index)
    fix = place.problems.findChild(QPushButton, "problems-fix")
    assert fix is not None
    qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    mended = place.sheet.paper.body()
    assert mended != BODY

    place.sheet.paper.undo()
    assert place.sheet.paper.body() == BODY


def test_the_ways_to_mend_open_at_the_caret(place: WritingPlace) -> None:
    index = next(i for i, f in enumerate(place.remarks.findings) if f.fixes and f.place.span)
    place.remarks.show_finding(index)
    place.handlers()["fixes"]()
    menu = place.sheet.findChild(QMenu, "fixes-menu")

    assert menu is not None
    assert len(menu.actions()) >= 4, "sentence, line, a mend, set aside"
    menu.close()


def test_words_without_a_source_lead_to_the_sources(place: WritingPlace) -> None:
    asked: list[Finding] = []
    place.sourced.connect(asked.append)
    index = next(i for i, f in enumerate(place.remarks.findings) if f.code.startswith("ATT"))
    place.remarks.show_finding(index)
    place.handlers()["fixes"]()
    menu = place.sheet.findChild(QMenu, "fixes-menu")

    assert menu is not None
    menu.actions()[2].trigger()
    assert asked == [place.remarks.findings[index]]
    menu.close()


def test_a_finding_is_set_aside_with_a_reason(qtbot: QtBot, place: WritingPlace) -> None:
    before = len(place.remarks.findings)
    place.remarks.open_panel()
    place.problems.select(0)
    place.handlers()["waive"]()
    reason = place.problems.findChild(QLineEdit, "problems-reason")
    assert reason is not None
    QTest.keyClicks(reason, "Voulu")
    QTest.keyClick(reason, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(place.remarks.findings) < before)


def test_findings_follow_the_words_as_they_are_typed(qtbot: QtBot, place: WritingPlace) -> None:
    place.sheet.paper.selectAll()
    QTest.keyClick(place.sheet.paper, Qt.Key.Key_Delete)
    QTest.keyClicks(place.sheet.paper, "Rien.")

    qtbot.waitUntil(
        lambda: (
            not [f for f in place.remarks.findings if f.place.part is Part.BODY and f.place.span]
        )
    )


def test_undo_from_the_menu_takes_back_typing(window: Window, place: WritingPlace) -> None:
    place.sheet.paper.go_to(Span(0, 0))
    QTest.keyClicks(place.sheet.paper, "x")
    window.run("undo")

    assert place.sheet.paper.body() == BODY


def test_the_language_of_the_story_is_chosen_in_the_menu(
    qtbot: QtBot, window: Window, place: WritingPlace, desk: Desk, story_id: str
) -> None:
    window.run("language-en-US")

    qtbot.waitUntil(window.book["language-en-US"].isChecked)
    assert filing.package(desk, story_id).story.language == "en-US"


def test_an_act_undone_elsewhere_shows_in_the_text(
    qtbot: QtBot, window: Window, place: WritingPlace, desk: Desk, story_id: str
) -> None:
    window.work.act(lambda: writing.revise(desk, story_id, headline="Autre"))
    qtbot.waitUntil(lambda: place.sheet.edits["headline"].body() == "Autre")

    window.go("filing")
    window.run("undo")
    qtbot.waitUntil(lambda: place.sheet.edits["headline"].body() == "Un titre")


def test_every_field_has_a_name_and_an_id(place: WritingPlace) -> None:
    for edit in place.sheet.edits.values():
        assert edit.accessibleName()
        assert edit.objectName().startswith("field-")


def test_return_goes_from_field_to_field(place: WritingPlace) -> None:
    place.sheet.edits["kicker"].setFocus()
    QTest.keyClick(place.sheet.edits["kicker"], Qt.Key.Key_Return)

    assert QApplication.focusWidget() is place.sheet.edits["headline"]
    assert "\n" not in place.sheet.edits["kicker"].body()


def test_a_new_story_begins_at_the_headline(qtbot: QtBot, window: Window, work: Work) -> None:
    window.run("new-story")
    qtbot.waitUntil(lambda: isinstance(window.here(), WritingPlace) and work.idle())
    here = window.here()

    assert isinstance(here, WritingPlace)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is here.sheet.edits["headline"])
