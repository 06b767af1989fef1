"""The log tells who decided what, and opens the folder."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.correction import Correction, CorrectionKind
from ui.publishing.lines import Issue
from ui.publishing.logbook import LogSheet, details

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def issues(tmp_path: Path) -> tuple[Issue, ...]:
    first = Issue(
        at=NOON,
        by="Ana",
        folder=tmp_path,
        files=2,
        size=900,
        overrides=({"code": "gone-rule", "reason": "Urgent", "by": "Léa"},),
        id="1",
        manifest={"index.html": "aa"},
    )
    wrong = Correction(kind=CorrectionKind.FIGURE, notice="Three, not two.", at=NOON)
    second = Issue(
        at=NOON, by="Ana", folder=tmp_path / "gone", files=2, size=900, overrides=(),
        id="2", previous="1", correction=wrong,
    )  # fmt: skip
    third = Issue(
        at=NOON, by="Ana", folder=tmp_path, files=1, size=90, overrides=(), id="3",
        withdrawn=True, reason="Wrong <person>",
    )  # fmt: skip
    return (third, second, first)


def test_all_that_was_decided_is_told(issues: tuple[Issue, ...]) -> None:
    third, second, first = (details(one, issues) for one in issues)
    assert "Urgent" in first
    assert "Léa" in first
    assert "12:00 UTC" in first
    assert "Three, not two." in second
    assert "In place of" in second
    assert "Wrong &lt;person&gt;" in third


def test_the_folder_is_opened_where_it_still_stands(
    qtbot: QtBot, issues: tuple[Issue, ...], tmp_path: Path
) -> None:
    opened: list[Path] = []
    sheet = LogSheet(None, issues, opened.append)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.focus()

    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    QTest.keyClick(sheet.list, Qt.Key.Key_Down)
    assert not sheet._folder.isEnabled()
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)

    assert opened == [tmp_path]
    assert sheet.list.lines()[1].aside == "corrected"
