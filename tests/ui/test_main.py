"""The start: guarded, dressed, and the window there before the desk is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing
from app.store.copies import daily
from ui import main, theme, words
from ui.settings import Settings
from ui.window import Window
from ui.work import Work


@pytest.mark.parametrize(
    ("qt", "python", "unsafe"),
    [
        ((6, 12, 0), (3, 11), True),
        ((6, 12, 0), (3, 12), False),
        ((6, 11, 3), (3, 11), False),
    ],
)
def test_the_pair_that_aborts_is_refused(
    qt: tuple[int, int, int], python: tuple[int, int], *, unsafe: bool
) -> None:
    assert main.unsafe_pair(qt, python) is unsafe


def test_the_application_is_dressed(qapp: QApplication, settings: Settings) -> None:
    settings.set_theme("dark")
    main.dress(qapp, settings)

    assert qapp.applicationName() == "marbre"
    assert qapp.font().family() == theme.SANS
    assert theme.current().name == "dark"
    assert not qapp.windowIcon().isNull()


def test_a_language_asked_for_at_the_start_goes_before_the_one_chosen(
    qapp: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MARBRE_LANGUAGE", raising=False)
    settings.set_language("en")
    main.dress(qapp, settings)
    assert words.language() == "en"

    monkeypatch.setenv("MARBRE_LANGUAGE", "fr")
    main.dress(qapp, settings)
    assert words.language() == "fr"

    main.dress(qapp, settings, "en")
    assert words.language() == "en"


def test_the_desk_opens_behind_a_window_that_already_stands(
    qtbot: QtBot, work: Work, settings: Settings, tmp_path: Path
) -> None:
    window = Window(work, settings)
    window.show()
    main.open_desk(window, tmp_path)
    assert window.here() is None

    qtbot.waitUntil(lambda: window.here() is not None and work.idle(), timeout=20_000)
    assert (tmp_path / "marbre.sqlite").is_file()
    window.close()
    window.close_desk()
    window.deleteLater()


def test_closing_while_the_places_are_made_gives_the_store_back(
    qtbot: QtBot, work: Work, settings: Settings, tmp_path: Path
) -> None:
    window = Window(work, settings)
    window.show()
    main.open_desk(window, tmp_path)
    qtbot.waitUntil(lambda: window._kit is not None, timeout=20_000)
    assert window.here() is None
    window.close()
    window.close_desk()
    window.deleteLater()

    with Desk.open(tmp_path / "marbre.sqlite") as desk:
        assert filing.stories(desk)


def test_the_buttons_of_qt_speak_french(qapp: QApplication) -> None:
    words.install(qapp, "fr")

    assert qapp.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_a_fault_of_ours_is_told_in_the_window(
    window: Window, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ZeroDivisionError("by nothing")
    main.confess(window, ZeroDivisionError, error, None)
    notice = window.banner.notice()

    assert notice is not None
    assert notice.text.endswith("(ZeroDivisionError)")
    assert "by nothing" in capsys.readouterr().err


def _way_offered(qtbot: QtBot, window: Window) -> QPushButton:
    """The button under the words that say why the desk cannot be opened."""
    found: list[QPushButton] = []

    def offered() -> bool:
        found[:] = window.findChildren(QPushButton, "open-all-the-same")
        return bool(found)

    qtbot.waitUntil(offered, timeout=20_000)
    return found[0]


def test_a_store_that_is_open_elsewhere_can_be_read(
    qtbot: QtBot, work: Work, settings: Settings, tmp_path: Path
) -> None:
    with Desk.open(tmp_path / "marbre.sqlite") as first:
        story_id, _changes = filing.new_story(first, "fr-FR")
        window = Window(work, settings)
        window.show()
        main.open_desk(window, tmp_path)
        _way_offered(qtbot, window).click()

        qtbot.waitUntil(lambda: window.here() is not None and work.idle(), timeout=20_000)
        assert window.story in {"", story_id}
        window.close()
        window.close_desk()
        window.deleteLater()
        assert len(filing.stories(first)) == 1


def test_a_damaged_store_is_recovered_from_the_window(
    qtbot: QtBot, work: Work, settings: Settings, tmp_path: Path
) -> None:
    place = tmp_path / "marbre.sqlite"
    with Desk.open(place) as desk:
        filing.new_story(desk, "fr-FR")
        daily(place)
    place.write_bytes(place.read_bytes()[:100] + b"\x07" * 9000)
    window = Window(work, settings)
    window.show()
    main.open_desk(window, tmp_path)
    _way_offered(qtbot, window).click()

    qtbot.waitUntil(lambda: window.here() is not None and work.idle(), timeout=20_000)
    assert list((tmp_path / "copies").glob("damaged-*"))
    window.close()
    window.close_desk()
    window.deleteLater()
