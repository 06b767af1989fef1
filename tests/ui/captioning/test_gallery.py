"""The gallery says what is shown, why nothing is, and what the person seeks."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.captioning.gallery import Gallery
from ui.captioning.lines import Sieve, Sight, Wish, look
from ui.captioning.model import Lines
from ui.captioning.thumbnails import LARGE, Thumbnails
from ui.work import Work


def gallery(qtbot: QtBot, desk: Desk, work: Work) -> tuple[Gallery, Lines]:
    photos = Lines()
    made = Gallery(photos, Thumbnails(desk, work), Thumbnails(desk, work, LARGE))
    photos.setParent(made)
    qtbot.addWidget(made)
    return made, photos


def test_sieves_of_a_story_are_offered_only_with_a_story(
    qtbot: QtBot, desk: Desk, work: Work
) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    shown.show_sight(Sight(), Wish())
    without = shown.sieve.count()
    shown.show_sight(Sight(), Wish("story", Sieve.STORY))

    assert shown.sieve.count() == without + 1
    assert shown.sieve.currentText() == "In this story"


def test_nothing_found_offers_to_clear_the_filter(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    shown.search.setText("moulin")
    shown.show_sight(Sight(total=2), Wish(words="moulin"))
    assert "“moulin”" in shown._few.accessibleName()

    with qtbot.waitSignal(shown.sifted) as sifted:
        shown._clear()
    assert sifted.args == [Sieve.ALL, ""]


def test_a_search_waits_for_a_pause(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)

    with qtbot.waitSignal(shown.sifted) as sifted:
        QTest.keyClicks(shown.search, "quai")
    assert sifted.args == [Sieve.ALL, "quai"]


def test_steps_end_at_the_last_photo(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, photos = gallery(qtbot, desk, work)
    sight = look(desk, Wish())
    photos.show_lines(sight.photos)
    shown.show_sight(sight, Wish())
    shown.select(sight.photos[0].photo)

    assert shown.step(1)
    assert shown.chosen_photo() == sight.photos[1].photo.id
    assert not shown.step(1)


def test_progress_shows_while_photos_come_in(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    shown.show_progress(1, 3)
    assert not shown._progress.isHidden()

    shown.show_progress(3, 3)
    assert shown._progress.isHidden()
