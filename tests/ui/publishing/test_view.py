"""Publishing through the real widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing, writing
from app.domain.finding import PHOTO_PARTS
from app.domain.story import Status
from ui.captioning.view import CaptioningPlace
from ui.publishing.correction import CorrectionSheet
from ui.publishing.logbook import LogSheet
from ui.publishing.sandbox import Verdict
from ui.publishing.view import PublishingPlace
from ui.publishing.withdrawing import WithdrawSheet
from ui.window import Window
from ui.work import Work


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """The addresses handed to the programs of the system."""
    handed: list[QUrl] = []

    def take(address: QUrl) -> bool:
        handed.append(address)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return handed


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, bare: str) -> PublishingPlace:
    here = window._places["publishing"]
    assert isinstance(here, PublishingPlace)
    here.preview._probe = lambda: Verdict.REFUSED
    window.open_story(bare, "publishing")
    qtbot.waitUntil(lambda: here.findings.rowCount() > 0)
    qtbot.waitUntil(work.idle)
    return here


def reason_all(place: PublishingPlace) -> None:
    place.press.override.click()
    for line in place.press._reasons.values():
        QTest.keyClicks(line, "Proof")


def test_the_preflight_is_told_and_spoken(place: PublishingPlace) -> None:
    blocks = len(place.presenter.sight.blocks)

    assert place._count.text().startswith(f"{blocks} finding")
    assert place.findings.index(0).data() == place._spoken_finding(place.presenter.sight.blocks[0])


def test_return_jumps_to_where_a_finding_can_be_mended(
    qtbot: QtBot, window: Window, place: PublishingPlace, work: Work
) -> None:
    findings = place.presenter.sight.findings
    row = next(n for n, finding in enumerate(findings) if finding.place.part in PHOTO_PARTS)
    place.checklist.setCurrentIndex(place.findings.index(row))
    QTest.keyClick(place.checklist, Qt.Key.Key_Return)

    here = window.here()
    assert isinstance(here, CaptioningPlace)
    qtbot.waitUntil(lambda: here.presenter.target.key()[1] == findings[row].place.slot)
    qtbot.waitUntil(work.idle)


def test_the_action_publishes_past_blocks_with_reasons_and_offers_to_open(
    qtbot: QtBot,
    window: Window,
    place: PublishingPlace,
    *,
    opened: list[QUrl],
    tmp_path: Path,
) -> None:
    place.press.folder.setText(str(tmp_path / "page"))
    window.book["publish"].trigger()
    assert not (tmp_path / "page").exists()
    assert place.checklist.hasFocus()

    reason_all(place)
    window.book["publish"].trigger()

    qtbot.waitUntil(lambda: place.issues.rowCount() == 1, timeout=20_000)
    notice = window.banner.notice()
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "page" / "index.html"]


def test_a_publication_is_opened_from_the_log(
    qtbot: QtBot, place: PublishingPlace, opened: list[QUrl]
) -> None:
    usual = place.press.folder.text()
    reason_all(place)
    place.press.ask()
    qtbot.waitUntil(lambda: place.issues.rowCount() == 1, timeout=20_000)
    place.log.setCurrentIndex(place.issues.index(0))
    QTest.keyClick(place.log, Qt.Key.Key_Return)

    assert Path(opened[0].toLocalFile()) == Path(usual).resolve() / "index.html"


def test_the_folder_chosen_is_remembered_for_the_story(
    qtbot: QtBot, window: Window, place: PublishingPlace, bare: str, tmp_path: Path
) -> None:
    usual = place.press.folder.text()
    place.press.folder.setText(str(tmp_path / "else"))
    place.press.ask()
    window.open_story("", "")
    window.open_story(bare, "publishing")
    qtbot.waitUntil(lambda: place.press.folder.text() == str(tmp_path / "else"))

    assert usual != str(tmp_path / "else")


def test_the_preview_follows_what_is_written_elsewhere(
    qtbot: QtBot, place: PublishingPlace, work: Work, desk: Desk, bare: str
) -> None:
    work.act(lambda: writing.revise(desk, bare, headline="Un titre nouveau"))
    before = place.preview._contents
    qtbot.waitUntil(lambda: place.preview._contents is not before)
    qtbot.waitUntil(work.idle)


def test_open_in_browser_writes_the_page_out(
    qtbot: QtBot, window: Window, place: PublishingPlace, opened: list[QUrl]
) -> None:
    window.book["open-in-browser"].trigger()
    qtbot.waitUntil(lambda: bool(opened))

    assert Path(opened[0].toLocalFile()).is_file()
    place.presenter.close()


def test_without_a_program_for_pages_the_place_is_told(
    window: Window, place: PublishingPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    place.open_outside(Path("page.html"))

    notice = window.banner.notice()
    assert notice is not None
    assert "page.html" in notice.text


def test_nothing_is_offered_without_a_story(window: Window, place: PublishingPlace) -> None:
    window.open_story("", "")

    assert place._empty.isVisible()
    assert set(place.handlers()) == {"publish-site", "house-settings"}


def test_every_pane_has_a_name(place: PublishingPlace) -> None:
    assert all(pane.accessibleName() and pane.objectName() for pane in place.panes())


def sheet_of(qtbot: QtBot, window: Window, name: str) -> QDialog:
    """The sheet of that name, once it is open."""

    def found() -> QDialog | None:
        return next((one for one in window.findChildren(QDialog, name) if one.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None)
    sheet = found()
    assert sheet is not None
    return sheet


def test_a_published_story_is_corrected(
    qtbot: QtBot, window: Window, place: PublishingPlace, *, desk: Desk, bare: str, work: Work
) -> None:
    assert not window.book["withdraw"].isEnabled()
    reason_all(place)
    window.book["publish"].trigger()
    qtbot.waitUntil(lambda: place.issues.rowCount() == 1, timeout=20_000)
    work.act(lambda: writing.revise(desk, bare, headline="Un titre mesuré"))
    qtbot.waitUntil(lambda: place.presenter.sight.headline == "Un titre mesuré")

    assert not place.press.override.isChecked()
    place.press.override.click()
    window.book["publish"].trigger()
    sheet = sheet_of(qtbot, window, "correction-sheet")
    assert isinstance(sheet, CorrectionSheet)
    sheet.notice.setPlainText("Le premier titre exagérait.")
    sheet._go.click()
    qtbot.waitUntil(lambda: place.issues.rowCount() == 2, timeout=20_000)

    newest, first = publishing.publications_of(desk, bare)
    assert newest.correction is not None
    assert newest.correction.notice == "Le premier titre exagérait."
    assert newest.previous == first.id
    qtbot.waitUntil(work.idle)


def test_the_log_is_shown_and_the_story_withdrawn(
    qtbot: QtBot, window: Window, place: PublishingPlace, *, desk: Desk, bare: str, work: Work
) -> None:
    reason_all(place)
    window.book["publish"].trigger()
    qtbot.waitUntil(lambda: place.issues.rowCount() == 1, timeout=20_000)

    window.book["publication-log"].trigger()
    log = sheet_of(qtbot, window, "log-sheet")
    assert isinstance(log, LogSheet)
    assert "Proof (Test Desk)" in log.details.toPlainText()
    log.reject()

    window.book["withdraw"].trigger()
    back = sheet_of(qtbot, window, "withdraw-sheet")
    assert isinstance(back, WithdrawSheet)
    back.reason.setPlainText("Erreur sur la personne.")
    back._go.click()
    qtbot.waitUntil(lambda: place.issues.rowCount() == 2, timeout=20_000)

    assert filing.package(desk, bare).story.status is Status.KILLED
    assert place._count.text().startswith("Withdrawn")
    qtbot.waitUntil(work.idle)


def test_cancel_in_the_sheet_of_a_correction_publishes_nothing(
    qtbot: QtBot, window: Window, place: PublishingPlace, *, desk: Desk, bare: str, work: Work
) -> None:
    reason_all(place)
    window.book["publish"].trigger()
    qtbot.waitUntil(lambda: place.issues.rowCount() == 1, timeout=20_000)
    work.act(lambda: writing.revise(desk, bare, headline="Un titre mesuré"))
    qtbot.waitUntil(lambda: place.presenter.sight.headline == "Un titre mesuré")

    assert not place.press.override.isChecked()
    place.press.override.click()
    window.book["publish"].trigger()
    QTest.keyClick(sheet_of(qtbot, window, "correction-sheet"), Qt.Key.Key_Escape)
    qtbot.waitUntil(work.idle)

    assert len(publishing.publications_of(desk, bare)) == 1
    assert place.press.button.isEnabled()


def test_the_settings_of_the_house_open_in_the_program_for_texts(
    qtbot: QtBot, window: Window, place: PublishingPlace, opened: list[QUrl]
) -> None:
    window.book["house-settings"].trigger()
    qtbot.waitUntil(lambda: bool(opened))

    file = Path(opened[0].toLocalFile())
    assert file.name == "house.toml"
    assert place.bench.desk.path.parent == file.parent


def test_a_story_begun_empty_goes_out_under_its_headline(
    qtbot: QtBot, window: Window, place: PublishingPlace, *, desk: Desk, work: Work
) -> None:
    story_id, _changes = filing.new_story(desk, "en-GB")
    writing.autosave(desk, story_id, headline="Quay reopens in May")
    window.open_story(story_id, "publishing")

    qtbot.waitUntil(lambda: place.press.folder.text().endswith("quay-reopens-in-may"))
    qtbot.waitUntil(work.idle)


def test_nothing_is_said_of_a_story_before_it_is_checked(
    qtbot: QtBot, place: PublishingPlace, window: Window, work: Work
) -> None:
    place.show_story(place.presenter.story_id)

    assert place._count.text() == "Checking the story…"
    assert place._clear.isHidden()
    assert not place.press.button.isEnabled()
    assert place.press.folder.text() == ""
    qtbot.waitUntil(place.press.button.isEnabled)
    assert place.press.folder.text()
    qtbot.waitUntil(work.idle)
