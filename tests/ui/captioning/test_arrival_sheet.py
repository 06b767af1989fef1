"""The sheet lists each refused file with its reason."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.captioning.arrival_sheet import ArrivalSheet, summary
from ui.captioning.arrivals import Report

REPORT = Report(
    taken=("a", "b"),
    failed=(("bad.jpg", "It is no picture."), ("big.png", "It is too large.")),
    alike=(("a", "c"),),
)


def test_refused_files_stand_with_their_reason(qtbot: QtBot) -> None:
    sheet = ArrivalSheet(REPORT, lambda: None, None)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(sheet)
    model = sheet.table.model()

    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows == [list(one) for one in REPORT.failed]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "File"


def test_look_alikes_are_shown_when_asked(qtbot: QtBot) -> None:
    shown: list[str] = []
    sheet = ArrivalSheet(REPORT, lambda: shown.append("alike"), None)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(sheet)
    sheet._press()

    assert shown == ["alike"]


def test_only_what_happened_is_counted() -> None:
    assert summary(REPORT) == "2 added · 2 refused · 2 alike"
