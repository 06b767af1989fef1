"""Codes, phrases and repeated words while a caption is typed."""

import pytest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import registering
from app.domain.person import Person, Title
from ui.captioning.entries import Target
from ui.captioning.form import Form
from ui.captioning.typist import Typist
from ui.errands import Errands


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def typist(desk: Desk, straight: Errands, form: Form) -> Typist:
    registering.enter(
        desk, Person(id="", name="Rex Arnaud", code="ra", titles=(Title("ministre du Port"),))
    )
    made = Typist(desk, straight, form)
    made.learn()
    target = Target(captioning.photos(desk)[0])
    form.show_target(target, ())
    made.turn_to(target, "fr-FR")
    form.focus_field("description")
    return made


def test_a_code_names_the_person_shown_too(typist: Typist, form: Form) -> None:
    assert typist.expand("Avec =ra=") == (4, "Rex Arnaud, ministre du Port")
    assert "Rex Arnaud" in form.fields["persons"].text()
    assert typist.expand("=nobody=") is None


def test_codes_stay_for_each_of_several_photos(typist: Typist, form: Form) -> None:
    typist.turn_to(Target(ids=("a", "b")), "fr-FR")

    assert typist.expand("=ra=") is None


def test_sides_and_names_are_written_in_the_language_of_the_story(
    typist: Typist, form: Form
) -> None:
    form.fields["description"].write("")
    form.fields["persons"].write("A; B")
    for code in ("line-up", "say-left"):
        typist.handlers()[code]()

    said = form.fields["description"].text()
    assert said == "de gauche à droite\u00a0: A et B (à gauche)"


def test_the_words_of_the_field_are_repeated(typist: Typist, form: Form) -> None:
    assert typist.repeat({"description": "Le port."})
    assert form.fields["description"].text() == "Le port."

    form.fields["description"].edit.clearFocus()
    assert not typist.repeat({"description": "Autre."})
