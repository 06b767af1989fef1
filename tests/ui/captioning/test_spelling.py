"""Unknown words of a caption: underlined, walked by F7, mended or added, known when in the register."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import spelling
from ui.captioning.edits import Words
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work


@pytest.fixture
def place(qtbot: QtBot, window: Window, work: Work, story_id: str) -> CaptioningPlace:
    """The first slot of the French sample with two misspelt words in its caption."""
    window.open_story(story_id, "captioning")
    here = window.here()
    assert isinstance(here, CaptioningPlace)
    qtbot.waitUntil(lambda: bool(here.presenter.sight.slots))
    here.presenter.choose_slot(1)
    here.form.focus_field("caption")
    here.form.fields["caption"].write("Le gouvernemant ouvre une gallerie.")
    qtbot.waitUntil(lambda: unknown(here) == {"gouvernemant", "gallerie"}, timeout=20_000)
    return here


def unknown(place: CaptioningPlace) -> frozenset[str]:
    return place.spelling.edits["caption"].squiggles.words()


def menu_of(place: CaptioningPlace, qtbot: QtBot) -> QMenu:
    """The menu opened last, once the near words are in."""

    def shown() -> list[QMenu]:
        return [menu for menu in place.form.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    menu = shown()[-1]
    qtbot.waitUntil(lambda: "…" not in menu.actions()[0].text(), timeout=20_000)
    return menu


def choose(menu: QMenu, words: str) -> None:
    wanted: QAction = next(action for action in menu.actions() if words in action.text())
    wanted.trigger()
    menu.close()


def test_f7_goes_from_word_to_word_and_mends(
    qtbot: QtBot, window: Window, place: CaptioningPlace
) -> None:
    edit = place.spelling.edits["caption"]
    cursor = edit.textCursor()
    cursor.setPosition(0)
    edit.setTextCursor(cursor)

    window.run("caption-spelling")
    choose(menu_of(place, qtbot), "gouvernement")

    assert edit.words() == "Le gouvernement ouvre une gallerie."
    qtbot.waitUntil(lambda: unknown(place) == {"gallerie"}, timeout=20_000)
    edit.undo()
    assert edit.words() == "Le gouvernemant ouvre une gallerie."


@pytest.mark.parametrize(
    "words", ["😀 « Le gouvernemant ouvre », dit-il.", "« Il dit.\n« Le gouvernemant ouvre. »"]
)
def test_a_quoted_word_is_not_mended(
    qtbot: QtBot, window: Window, place: CaptioningPlace, words: str
) -> None:
    edit = place.spelling.edits["caption"]
    place.form.fields["caption"].write(words)
    qtbot.waitUntil(lambda: unknown(place) == {"gouvernemant"}, timeout=20_000)
    edit.moveCursor(QTextCursor.MoveOperation.Start)

    window.run("caption-spelling")
    menu = menu_of(place, qtbot)
    offered = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()

    assert "Quoted" in offered[0]
    assert not menu.actions()[0].isEnabled()
    assert "gouvernement" not in offered


@pytest.mark.parametrize("words", ["« Oui », le gouvernemant.", "😀 gouvernemant « oui »"])
def test_a_word_beside_a_quotation_is_mended(
    qtbot: QtBot, window: Window, place: CaptioningPlace, words: str
) -> None:
    edit = place.spelling.edits["caption"]
    place.form.fields["caption"].write(words)
    qtbot.waitUntil(lambda: unknown(place) == {"gouvernemant"}, timeout=20_000)
    edit.moveCursor(QTextCursor.MoveOperation.Start)

    window.run("caption-spelling")
    choose(menu_of(place, qtbot), "gouvernement")

    assert edit.words() == words.replace("gouvernemant", "gouvernement")


def test_a_word_added_is_underlined_no_more(
    qtbot: QtBot, window: Window, place: CaptioningPlace, desk: Desk
) -> None:
    window.run("caption-spelling")
    choose(menu_of(place, qtbot), "Desk")

    qtbot.waitUntil(lambda: unknown(place) == {"gallerie"}, timeout=20_000)
    assert [one.word for one in spelling.added_words(desk)] == ["gouvernemant"]


def test_persons_shown_are_known(qtbot: QtBot, place: CaptioningPlace) -> None:
    caption = place.form.fields["caption"]
    caption.write("Zoé Orlik et Maïa Ordelle au marché.")
    qtbot.waitUntil(lambda: "Ordelle" in unknown(place), timeout=20_000)

    place.form.fields["persons"].write("Zoé Orlik; Maïa Ordelle")
    caption.write("Zoé Orlik et Maïa Ordelle devant le marché.")
    qtbot.waitUntil(lambda: unknown(place) == frozenset(), timeout=20_000)


def test_words_just_typed_are_looked_up_before_the_next_is_sought(
    qtbot: QtBot, window: Window, place: CaptioningPlace
) -> None:
    place.form.fields["caption"].write("Le quai ouvre la fenaitre.")

    window.run("caption-spelling")
    choose(menu_of(place, qtbot), "fenêtre")

    assert place.spelling.edits["caption"].words() == "Le quai ouvre la fenêtre."


def test_that_all_is_well_is_said(qtbot: QtBot, window: Window, place: CaptioningPlace) -> None:
    place.form.fields["caption"].write("Le quai ouvre jeudi.")
    qtbot.waitUntil(lambda: unknown(place) == frozenset(), timeout=20_000)

    window.run("caption-spelling")

    def told() -> bool:
        notice = window.banner.notice()
        return notice is not None and "known" in notice.text

    qtbot.waitUntil(told, timeout=20_000)


def test_every_box_of_several_lines_has_its_menu(qtbot: QtBot, place: CaptioningPlace) -> None:
    place.form.focus_field("instructions")
    edit = place.form.fields["instructions"].edit
    assert isinstance(edit, Words)

    edit.menu_asked.emit(QPoint(5, 5), edit.mapToGlobal(QPoint(5, 5)))

    def shown() -> list[QMenu]:
        return [menu for menu in edit.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    shown()[-1].close()
