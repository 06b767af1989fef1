"""What a file would do to the register is shown before it is done, and done as one step."""

from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import register_imports, registering
from app.domain.errors import DeskError
from app.domain.person import Person

CARVIN = Person(id="", name="Hélène Carvin", code="hc")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plan_says_what_is_new_and_what_changes_and_does_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    registering.enter(desk, CARVIN)
    table = write(tmp_path / "t.csv", "name,code\nHélène Carvin-Roy,hc\nTomasz Orlik,to\n")

    plan = register_imports.planned(desk, table)

    told = [(entry.before and entry.before.name, entry.after.name) for entry in plan.entries]
    assert told == [("Hélène Carvin", "Hélène Carvin-Roy"), (None, "Tomasz Orlik")]
    assert (plan.added, plan.changed) == (1, 1)
    assert [person.name for person in registering.entries(desk)] == ["Hélène Carvin"]


def test_taking_a_plan_in_is_one_step(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    table = write(tmp_path / "t.csv", "name,code\nHélène Carvin-Roy,hc\nTomasz Orlik,to\n")

    done = register_imports.take_in(desk, register_imports.planned(desk, table))

    assert (done.added, done.changed) == (1, 1)
    undoing.undo(desk)
    assert [person.name for person in registering.entries(desk)] == ["Hélène Carvin"]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("hc\tMme Carvin\nto\tTomasz Orlik\n", [("Mme Carvin",), ("Tomasz Orlik",)]),
        ("name\tcode\nAna Solis\tas\n", [()]),
    ],
)
def test_a_code_file_is_told_from_a_table_by_its_first_line(
    desk: Desk, tmp_path: Path, text: str, captions: list[tuple[str, ...]]
) -> None:
    plan = register_imports.planned(desk, write(tmp_path / "people.txt", text))

    assert [entry.after.captions for entry in plan.entries] == captions


def test_what_the_register_says_already_is_told(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    table = write(tmp_path / "t.csv", "name,code\nHélène Carvin,hc\n")

    (entry,) = register_imports.planned(desk, table).entries

    assert entry.same


def test_an_entry_that_went_meanwhile_stops_the_import(desk: Desk, tmp_path: Path) -> None:
    key, _ = registering.enter(desk, CARVIN)
    table = write(tmp_path / "t.csv", "name,code\nAna Solis,as\nHélène Carvin-Roy,hc\n")
    plan = register_imports.planned(desk, table)
    registering.remove(desk, key)

    with pytest.raises(DeskError, match=r"person\.unknown"):
        register_imports.take_in(desk, plan)

    assert registering.entries(desk) == ()
