"""A real story reviewed by keys alone in the real window, until nothing holds its page back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.quote import LedgerState
from ui import places, theme, words
from ui.settings import Settings
from ui.window import Window
from ui.work import Work

MOST = 35
"""Key presses an editor may need after the ledger is open."""
NAME = "Nadia Brunel"


@pytest.fixture
def desk(shared: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk with the wire story, whose pictures another has already described and credited."""
    with Desk.open(tmp_path / "store.sqlite", by="Test Desk") as opened:
        taken = filing.take_in(opened, shared / "stories" / "voa-otan-2017.txt")
        uses = filing.package(opened, taken.story_id).uses
        for use, picture in zip(uses, filing.sample_photos(), strict=False):
            photo = captioning.take_photo_in(opened, picture).photo
            captioning.attach(opened, taken.story_id, use.slot, photo.id)
            captioning.caption(
                opened, taken.story_id, use.slot, alt="Un homme parle.", credit="Agence Rivage"
            )
        yield opened


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Window]:
    words.install(qapp, "fr")
    theme.start_fonts(qapp)
    theme.apply(qapp, "light")
    work = Work()
    settings = Settings(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made = Window(work, settings)
    places.furnish(made, desk, filing.stories(desk)[0].id)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(work.idle, timeout=20_000)
    yield made
    made.close()
    qtbot.waitUntil(work.idle, timeout=20_000)
    work.close()
    made.deleteLater()


def blocks(desk: Desk) -> set[str]:
    """The rules that hold the page back."""
    story_id = filing.stories(desk)[0].id
    return {one.code for one in publishing.preflight(desk, story_id).blocks}


def counter(window: Window) -> str:
    label = window.findChild(QLabel, "quote-counter")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_seed_story_is_reviewed_by_keys_and_may_go_out(
    qtbot: QtBot, window: Window, desk: Desk, tmp_path: Path
) -> None:
    story_id = filing.stories(desk)[0].id
    assert blocks(desk) == {"ATT010"}
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counter(window) == "13 citations, 13 à trancher", timeout=20_000)
    qtbot.waitUntil(window.work.idle, timeout=20_000)

    pressed = 0
    while any(row.state is LedgerState.OPEN for row in sourcing.ledger(desk, story_id)):
        pressed += 1
        assert pressed <= MOST
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return)
        qtbot.waitUntil(window.work.idle, timeout=20_000)

    assert pressed == 13
    assert counter(window) == "13 citations, toutes tranchées"
    assert blocks(desk) == set()
    done = publishing.publish(desk, story_id, tmp_path / "page")
    assert done.overrides == ()


def test_any_quote_may_be_given_another_source_by_keys(
    qtbot: QtBot, window: Window, desk: Desk
) -> None:
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counter(window).startswith("13 citations"), timeout=20_000)
    qtbot.waitUntil(window.work.idle, timeout=20_000)
    row = sourcing.ledger(desk, filing.stories(desk)[0].id)[0]

    for keys in ("s", *NAME, "\r"):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, keys)
    qtbot.waitUntil(window.work.idle, timeout=20_000)

    after = {one.id: one for one in sourcing.ledger(desk, row.story_id)}[row.id]
    assert (after.speaker, after.state) == (NAME, LedgerState.CONFIRMED)
    assert [one.name for one in sourcing.people(desk)] == [NAME]
