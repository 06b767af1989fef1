"""A field holds one paragraph and says how long it is against its guide."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.field import Counter, Field, Labelled


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    made = Field("field-headline", "Headline", theme.serif(20), 1.2)
    qtbot.addWidget(made)
    made.show()
    return made


def test_return_goes_on_instead_of_breaking_the_line(qtbot: QtBot, field: Field) -> None:
    QTest.keyClicks(field, "Un titre")
    with qtbot.waitSignal(field.left) as left:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert left.args == [1]
    assert field.body() == "Un titre"


def test_pasted_lines_become_one(field: Field) -> None:
    data = QMimeData()
    data.setText("Un titre\nen deux lignes\n")
    field.insertFromMimeData(data)

    assert field.body() == "Un titre en deux lignes"


@pytest.mark.parametrize(("length", "shown"), [(5, "5/10"), (10, "10/10"), (11, "11/10 !")])
def test_the_counter_marks_what_is_too_long(
    qtbot: QtBot, field: Field, length: int, shown: str
) -> None:
    counter = Counter(field, 10)
    qtbot.addWidget(counter)
    field.load("é" * length)

    assert counter.text() == shown
    assert counter.property("kind") == ("over" if length > 10 else "faint")


def test_nothing_is_counted_in_an_empty_field(qtbot: QtBot, field: Field) -> None:
    counter = Counter(field, 10)
    qtbot.addWidget(counter)

    assert counter.isHidden()


def test_a_long_headline_is_shown_whole(field: Field) -> None:
    field.setFixedWidth(300)
    one = field.height()
    field.load("Un titre de quatre-vingt-onze signes qui ne tient pas sur une ligne " * 2)

    assert field.height() >= 3 * one


def test_a_small_field_has_its_guide_beside_its_name(qtbot: QtBot) -> None:
    field = Field("field-byline", "Byline", theme.sans(), 1.35)
    labelled = Labelled(field, "Byline", 10)
    qtbot.addWidget(labelled)
    field.load("Ana Solis et Bo")

    counter = labelled.findChild(Counter)
    assert counter is not None
    assert counter.text() == "15/10 !"
