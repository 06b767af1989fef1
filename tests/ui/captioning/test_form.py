"""The form shows the fields that can be kept, and says what it is about."""

import pytest
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
