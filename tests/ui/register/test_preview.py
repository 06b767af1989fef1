"""What a file would do is said line by line before it is done."""

import pytest
from pytestqt.qtbot import QtBot

from app.desk.sources.register_imports import Entry, Plan
from app.domain.person import Person
from ui.register.preview import MOST, Preview

KNOWN = Person(id="p", name="Hélène Carvin", code="hc")
PLAN = Plan(
    name="people.csv",
    entries=(
        Entry(KNOWN, KNOWN),
        Entry(KNOWN, Person(id="p", name="Hélène Carvin-Roy", code="hc", note="x")),
        Entry(None, Person(id="", name="Aya Besse")),
        Entry(None, Person(id="", name="hélène carvin")),
    ),
    doubled=("ab",),
    odd=(3, 7),
)


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.show()
    made.show_plan(PLAN, (KNOWN,))
    return made


def test_each_line_says_what_happens(preview: Preview) -> None:
    rows = [str(preview._rows.index(row, 0).data()) for row in range(preview._rows.rowCount())]

    assert rows == [
        "stays as it is",
        "changes: name, notes",
        "new",
        "new, though the name is known",
    ]
    told = preview.words.text()
    assert "2 new, 2 known, 1 of these as they are" in told
    assert "ab" in told
    assert "3, 7" in told


def test_it_is_agreed_or_left(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.agreed) as agreed:
        preview.take.click()
    with qtbot.waitSignal(preview.refused):
        preview.leave.click()

    assert agreed.args == [PLAN]


def test_a_long_file_is_counted_whole_and_shown_in_part(qtbot: QtBot) -> None:
    made = Preview()
    qtbot.addWidget(made)
    entries = tuple(Entry(None, Person(id="", name=f"Nom {n}")) for n in range(MOST + 50))
    made.show_plan(Plan(name="long.csv", entries=entries), ())

    assert made._rows.rowCount() == MOST
    assert f"{MOST + 50} new" in made.words.text()
    assert f"the first {MOST} are shown" in made.words.text()
