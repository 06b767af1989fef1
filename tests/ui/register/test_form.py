"""The form says of an entry what stands in it."""

from dataclasses import fields, replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.desk.sources.registering import AMENDED
from app.domain.person import NameForm, Person, PersonKind, Title
from ui.register.form import Form, WrongDayError

PERSON = Person(
    id="p",
    name="Hélène Carvin",
    kind=PersonKind.ORGANISATION,
    variants=("H. Carvin", "Carvin"),
    titles=(Title("maire", date(2020, 6, 1), date(2026, 3, 1)), Title("avocate")),
    code="hc",
    note="two\nlines",
    forms=(NameForm("el", "Ελέν Καρβέν"),),
    captions=("la maire",),
)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_entry_comes_back_unharmed(form: Form) -> None:
    form.show_person(PERSON)

    assert replace(Person(id="p", name=""), **form.fields()) == PERSON
    assert set(form.fields()) == AMENDED <= {field.name for field in fields(Person)}


def test_a_day_that_is_none_is_refused(form: Form) -> None:
    form.show_person(PERSON)
    form._held.item(0, 1).setText("1er juin")

    with pytest.raises(WrongDayError, match="1er juin"):
        form.fields()


def test_a_title_typed_last_leaves_room_for_another(form: Form) -> None:
    form.show_person(PERSON)
    before = form._held.rowCount()
    form._held.setData(form._held.index(before - 1, 0), "présidente")

    assert form._held.rowCount() == before + 1
    assert form.fields()["titles"][-1] == Title("présidente")


def test_without_an_entry_it_rests(form: Form) -> None:
    form.show_person(None)
    assert not form.isEnabled()
