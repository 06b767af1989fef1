"""A preview says photo, field, before and after in words."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.desk.photos.batching import Preview
from app.domain.picking import Change
from ui.captioning.previews import PreviewTable, Row, name_of, rows_of, told

PREVIEW = Preview(
    photo_id="p",
    file_name="digue.jpg",
    changes=(
        Change(field="city", before="", after="Port-Sablé"),
        Change(field="persons", before=("A",), after=("A", "B")),
        Change(field="expires", before=None, after=date(2026, 3, 4)),
    ),
)


def test_every_change_is_a_row() -> None:
    assert rows_of([PREVIEW]) == [
        Row("digue.jpg", "City", "", "Port-Sablé"),
        Row("digue.jpg", "Persons shown", "A", "A; B"),
        Row("digue.jpg", "Rights end on", "", "04/03/2026"),
    ]


def test_the_table_reads_from_left_to_right(qtbot: QtBot) -> None:
    table = PreviewTable("try-preview")
    qtbot.addWidget(table)
    tester = QAbstractItemModelTester(table.rows)
    table.rows.show_rows(rows_of([PREVIEW]))

    model = table.rows
    assert [model.index(0, column).data() for column in range(4)] == [
        "digue.jpg", "City", "—", "Port-Sablé",
    ]  # fmt: skip
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Before"
    tester.deleteLater()


def test_every_value_is_one_line() -> None:
    assert told(None) == ""
    assert told(4) == "4"
    assert name_of("no_such_field") == "no such field"
