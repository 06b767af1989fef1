"""The sheet of the site writes where it is told, names what waits, and stops before it closes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages.site import Held, Site
from app.desk.stories import filing, writing
from app.domain.story import Status
from ui.publishing.site_sheet import SiteSheet
from ui.work import Work


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, work: Work, tmp_path: Path) -> SiteSheet:
    story_id = filing.take_in_text(desk, "Le quai rouvre\n\nLe quai rouvre mercredi.").story_id
    writing.revise(desk, story_id, status=Status.READY)
    made = SiteSheet(None, desk, work, tmp_path / "site")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.focus()
    return made


def test_what_waits_is_named_with_the_reason(sheet: SiteSheet, tmp_path: Path) -> None:
    waits = (Held(story_id="1", slug="phare", codes=("embargo",)),)
    sheet.open_path = lambda _path: None
    sheet.show_site(Site(folder=tmp_path, stories=2, made=(), held=waits, files=5, identical=False))

    assert sheet.said() == "2 stories on the site · 5 files written · 1 held back"
    assert [line.title for line in sheet.held.lines()] == ["phare"]
    assert sheet.held.lines()[0].about == "under embargo"
    assert not sheet._open.isHidden()


def test_it_writes_and_says_what_became_of_it(
    qtbot: QtBot, sheet: SiteSheet, work: Work, tmp_path: Path
) -> None:
    sheet._go.click()
    qtbot.waitUntil(work.idle, timeout=20_000)

    assert not sheet.siting.going
    assert sheet.said()
    assert sheet.bar.isHidden()
    assert (tmp_path / "site").exists() == ("on the site" in sheet.said())


def test_escape_stops_first_and_closes_then(qtbot: QtBot, sheet: SiteSheet, work: Work) -> None:
    sheet._go.click()
    sheet.reject()
    assert sheet.isVisible()
    qtbot.waitUntil(work.idle, timeout=20_000)

    sheet.reject()
    assert not sheet.isVisible()
