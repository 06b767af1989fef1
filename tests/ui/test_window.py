"""The window: five places by key and rail, French to the last word, light and dark, remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from ui import main, places, theme, words
from ui.actions import ACTIONS
from ui.settings import Settings
from ui.window import PLACES, Window
from ui.work import Work

SHORTCUTS = {code: index for index, code in enumerate(PLACES, 1)}
ENGLISH = {"New", "Story", "Stories", "Publish", "Undo", "Redo", "File", "Edit", "View", "Help", "Quit", "Writing", "Search", "Bin", "Saved", "words", "Headline", "Close", "Problems"}  # fmt: skip


@pytest.mark.parametrize("code", PLACES)
def test_a_place_is_shown_by_its_action_and_marked_in_the_rail(window: Window, code: str) -> None:
    window.run(f"go-{code}")

    here = window.here()
    assert here is not None
    assert here.code == code
    checked = [c for c in PLACES if window.book[f"go-{c}"].isChecked()]
    assert checked == [code]


@pytest.mark.parametrize(("code", "digit"), SHORTCUTS.items())
def test_a_digit_or_the_same_key_of_azerty_shows_a_place(
    window: Window, code: str, digit: int
) -> None:
    keys = window.book[f"go-{code}"].shortcuts()
    azerty = dict(zip("12345", ["&", "É", '"', "'", "("], strict=True))[str(digit)]

    assert QKeySequence(f"Ctrl+{digit}") in keys
    assert QKeySequence(f"Ctrl+{azerty}") in keys


def test_a_key_really_goes_to_a_place(qtbot: QtBot, window: Window) -> None:
    window.go("filing")
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    here = window.here()
    assert here is not None
    assert here.code == "sourcing"


def test_nothing_that_is_enabled_is_dead(window: Window) -> None:
    """Every enabled action has somebody who answers it."""
    answered = set(window._own)
    for place in window._places.values():
        answered |= set(place.handlers())

    assert [
        a.code for a in ACTIONS if window.book[a.code].isEnabled() and a.code not in answered
    ] == []


def test_f6_walks_every_pane_and_comes_back(window: Window) -> None:
    window.go("filing")
    met: list[str] = []
    for _turn in range(6):
        window.run("next-pane")
        focus = QApplication.focusWidget()
        met.append(focus.objectName() if focus else "")

    assert "stories-search" in met
    assert "rail-filing" in met
    assert met[0] in met[1:]


def test_no_control_is_without_a_name(window: Window) -> None:
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    nameless = []
    for code in PLACES:
        window.go(code)
        for widget in window.findChildren(QWidget):
            reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
            if not reachable or not isinstance(widget, kinds):
                continue
            spoken = widget.accessibleName() or getattr(widget, "text", str)()
            if not spoken or not widget.objectName():
                nameless.append((code, type(widget).__name__, widget.objectName()))

    assert nameless == []


def test_trouble_nobody_takes_is_shown_in_words(qtbot: QtBot, window: Window) -> None:
    window.work.trouble.emit(DeskError("store.read-only", path="here"))
    notice = window.banner.notice()

    assert notice is not None
    assert notice.text == "The store here is open for reading only. Nothing was changed."


def test_the_theme_is_changed_and_remembered(window: Window, settings: Settings) -> None:
    window.run("theme-dark")

    assert theme.current().name == "dark"
    assert settings.theme() == "dark"
    assert window.book["theme-dark"].isChecked()
    assert window.palette().window().color() == theme.colour("window")


def test_place_and_story_are_remembered(
    qtbot: QtBot, window: Window, settings: Settings, work: Work, desk: Desk
) -> None:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    window.open_story(story_id, "sourcing")
    qtbot.waitUntil(work.idle)
    window.close()

    again = Window(work, settings)
    places.furnish(again, desk)
    qtbot.waitUntil(work.idle)
    here = again.here()
    assert here is not None
    assert (here.code, again.story) == ("sourcing", story_id)
    again.close()
    again.deleteLater()


def test_before_the_desk_is_open_only_what_needs_none_is_enabled(
    work: Work, settings: Settings
) -> None:
    bare = Window(work, settings)

    assert bare.book["quit"].isEnabled()
    assert not bare.book["new-story"].isEnabled()
    assert not bare.book["undo"].isEnabled()
    bare.deleteLater()


def test_a_desk_that_cannot_be_opened_is_told_in_the_window(
    qtbot: QtBot, work: Work, settings: Settings, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a store" * 1000)
    bare = Window(work, settings)
    main.open_desk(bare, broken)
    title = bare.findChild(QLabel, "opening-title")

    assert title is not None
    qtbot.waitUntil(lambda: title.text() == "The desk cannot be opened", timeout=20_000)
    bare.deleteLater()


def test_what_is_saved_while_typing_waits_until_a_place_is_shown(
    qtbot: QtBot, window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    window.open_story(story_id, "writing")
    qtbot.waitUntil(window.work.idle)
    heard: list[str] = []
    window.go("sourcing")
    here = window.here()
    window.go("writing")
    monkeypatch.setattr(here, "refresh", lambda changes: heard.append(changes.act))

    for body in ("Un.", "Deux."):
        window.work.changed.emit(writing.autosave(desk, story_id, body=body))
    window.work.changed.emit(writing.revise(desk, story_id, headline="Un titre"))
    assert heard == ["revise"]

    window.go("sourcing")
    window.go("sourcing")
    assert heard == ["revise", "autosave"]


def test_undo_with_nothing_to_undo_says_so(qtbot: QtBot, window: Window) -> None:
    window.go("sourcing")
    window.setFocus()
    window.run("undo")

    qtbot.waitUntil(lambda: window.banner.notice() is not None)
    notice = window.banner.notice()
    assert notice is not None
    assert notice.text == "Nothing to undo."


@pytest.mark.parametrize(
    ("code", "list_"), [("reviewing", "review-list"), ("history", "history-list")]
)
def test_a_place_shows_what_stands_after_an_undo_done_in_it(
    qtbot: QtBot, window: Window, desk: Desk, code: str, list_: str
) -> None:
    story, _changes = filing.new_story(desk, "en-GB")
    reviewing.remark(desk, story, "Who counted the boats?")
    window.open_story(story, code)
    shown = window.findChild(QAbstractItemView, list_)
    assert shown is not None
    rows = shown.model()
    qtbot.waitUntil(lambda: window.work.idle() and rows.rowCount() > 0)

    def drawn() -> list[object]:
        return [
            rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
            for row in range(rows.rowCount())
        ]

    before = drawn()
    window.setFocus()
    window.run("undo")

    qtbot.waitUntil(lambda: drawn() != before)


def spoken_words(window: Window) -> set[str]:
    """All that the window shows: actions, labels, buttons, placeholders, names."""
    said = [action.text().replace("&", "") for action in window.findChildren(QAction)]
    said += [label.text() for label in window.findChildren(QLabel)]
    said += [button.text() for button in window.findChildren(QAbstractButton)]
    said += [field.placeholderText() for field in window.findChildren(QLineEdit)]
    said += [widget.accessibleName() for widget in window.findChildren(QWidget)]
    said += [action.statusTip() for action in window.findChildren(QAction)]
    return {word.strip("…:.,()") for text in said for word in text.split()}


def test_in_french_no_english_word_is_left(
    qapp: QApplication, qtbot: QtBot, work: Work, settings: Settings, desk: Desk
) -> None:
    words.install(qapp, "fr")
    story_id, _changes = filing.new_story(desk, "fr-FR")
    french = Window(work, settings)
    places.furnish(french, desk, story_id)
    french.show()
    for code in PLACES:
        french.go(code)
        qtbot.waitUntil(work.idle)

    assert spoken_words(french) & ENGLISH == set()
    assert "Écriture" in spoken_words(french)
    french.close()
    qtbot.waitUntil(work.idle)
    french.deleteLater()
