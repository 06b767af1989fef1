"""The form shows the fields that can be kept, and says what it is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.domain.finding import Finding, Part, Place, Severity
from ui.captioning.entries import Target
from ui.captioning.form import Form, facts_of, title_of
from ui.captioning.lines import Wish, look


@pytest.fixture
def target(desk: Desk, story_id: str) -> Target:
    slot = look(desk, Wish(story_id)).slots[0]
    return Target(slot.photo, slot.use)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_target_has_its_fields(form: Form, target: Target) -> None:
    for about in (target, Target(use=target.use), Target(target.photo), Target()):
        form.show_target(about, ())
        form._fold.setChecked(bool(about.photo))
        shown = {name for name, field in form.fields.items() if not field.isHidden()}
        shown |= {name for name, tick in form.ticks.items() if not tick.isHidden()}
        assert shown == set(about.fields())


def test_it_says_what_it_is_about(target: Target) -> None:
    assert target.photo is not None
    assert title_of(target) == target.photo.file_name
    assert title_of(Target(use=target.use)) == "Slot 1 waits for its photo"
    assert facts_of(Target(target.photo)).startswith("Not in this story")


def test_only_touched_fields_are_pending(form: Form, target: Target) -> None:
    form.show_target(target, ())
    form.fields["city"].write("Ailleurs")

    assert form.pending() == {"city": "Ailleurs"}
    assert form.pending() == {}


def test_a_tick_is_handed_over_at_once(qtbot: QtBot, form: Form, target: Target) -> None:
    form.show_target(target, ())
    with qtbot.waitSignal(form.left) as left:
        form.ticks["archive"].click()

    assert left.args == [{"archive": True}]


def test_findings_stand_under_their_field_or_over_all(form: Form, target: Target) -> None:
    credit = Finding(
        code="PHO001",
        severity=Severity.BLOCK,
        place=Place(Part.CREDIT, slot=1),
        params=(("slot", "1"),),
    )
    photo = Finding(
        code="PHO006",
        severity=Severity.BLOCK,
        place=Place(Part.PHOTO, slot=1),
        params=(("slot", "1"),),
    )
    form.show_target(target, [credit, photo])

    assert form.fields["credit"].remarks.text()
    assert form._remarks.text()
    assert not form.fields["alt"].remarks.text()


def test_several_photos_are_told_honestly(form: Form, target: Target) -> None:
    found = {"city": ("Port-Sablé", "Rivage")}
    form.show_target(Target(target.photo, None, ("a", "b"), found), ())

    city = form.fields["city"].edit
    assert city.placeholderText() == "(various)"
    assert city.toolTip() == "Port-Sablé · Rivage"
    assert "differ" in city.accessibleDescription()
    assert form._title.text() == "2 photos chosen"

    form.show_target(target, ())
    assert (city.placeholderText(), city.toolTip()) == ("", "")


def test_a_code_becomes_words_when_it_is_closed(qtbot: QtBot, form: Form, target: Target) -> None:
    form.set_expander(lambda before: (4, "Rex") if before.endswith("=rt=") else None)
    form.show_target(Target(target.photo), ())
    for name in ("description", "city"):
        field = form.fields[name]
        field.write("😀 ")
        form.focus_field(name)
        qtbot.waitUntil(field.edit.hasFocus)
        QTest.keyClicks(field.edit, "=rt=!")
        assert field.text() == "😀 Rex!"


def test_a_person_is_added_once(form: Form, target: Target) -> None:
    form.show_target(Target(target.photo), ())
    form.fields["persons"].write("A")
    for name in ("B", "A", "B"):
        form.add_person(name)

    assert form.fields["persons"].text() == "A; B"


def test_a_lone_photo_is_described_first(form: Form, target: Target) -> None:
    form.show_target(target, ())
    assert form._shown()[0].shape.name == "caption"

    form.show_target(Target(target.photo), ())
    assert form._shown()[0].shape.name == "description"
    form.focus_field("caption")
    assert form.focused_field() == "description"


def test_escape_wants_back_to_the_photos(qtbot: QtBot, form: Form, target: Target) -> None:
    form.show_target(target, ())
    for name in ("caption", "city"):
        with qtbot.waitSignal(form.escaped):
            QTest.keyClick(form.fields[name].edit, Qt.Key.Key_Escape)


def test_a_question_leads_to_its_field(form: Form, target: Target) -> None:
    form.show_target(Target(target.photo), ())
    form.activateWindow()
    form._answers.asked.emit("what")
    assert form.focused_field() == "description"
