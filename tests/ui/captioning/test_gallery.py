"""The gallery says what is shown, why nothing is, and what the person seeks."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from ui.captioning.gallery import Gallery
from ui.captioning.lines import Marks, Sieve, Sight, Wish, fetch, look
from ui.captioning.shelf import Shelf
from ui.captioning.thumbnails import LARGE, Thumbnails
from ui.work import Work


def gallery(qtbot: QtBot, desk: Desk, work: Work) -> tuple[Gallery, Shelf]:
    photos = Shelf()
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
    assert sifted.args == [Wish()]


def test_a_search_waits_for_a_pause(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)

    with qtbot.waitSignal(shown.sifted) as sifted:
        QTest.keyClicks(shown.search, "quai")
    assert sifted.args == [Wish(words="quai")]


def test_steps_end_at_the_last_photo(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    sight = look(desk, Wish())
    shown.show_sight(sight, Wish())
    shown.select(sight.ids[:1], sight.ids[0])

    assert shown.step(1)
    assert shown.chosen_ids() == sight.ids[1:]
    assert not shown.step(1)


def test_many_photos_are_chosen_and_told(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, photos = gallery(qtbot, desk, work)
    sight = look(desk, Wish())
    shown.show_sight(sight, Wish())
    photos.put(fetch(desk, sight.ids))

    with qtbot.waitSignal(shown.chosen) as chosen:
        shown.grid.selectAll()

    assert chosen.args is not None
    assert chosen.args[0] == sight.ids
    assert shown._count.text() == "2 photos · 2 chosen"


def test_photos_chosen_stay_so_when_others_come(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    shown.show_sight(Sight(("a", "b", "c"), total=3), Wish())
    shown.select(("b", "c"), "b")

    shown.show_sight(Sight(("n", "a", "b", "c"), total=4), Wish())

    assert shown.chosen_ids() == ("b", "c")
    assert shown.current_id() == "b"


def test_the_next_photo_takes_the_place_of_one_that_left(
    qtbot: QtBot, desk: Desk, work: Work
) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    shown.show_sight(Sight(("a", "b", "c"), total=3), Wish())
    shown.select(("b",), "b")

    shown.show_sight(Sight(("a", "c"), total=3), Wish())
    assert shown.chosen_ids() == ()
    assert shown.step(1)

    assert shown.chosen_ids() == ("c",)


def test_marks_are_part_of_the_wish(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    with qtbot.waitSignal(shown.sifted) as sifted:
        shown.bar.labels["red"].click()

    assert sifted.args == [Wish(marks=Marks(labels=frozenset({"red"})))]


def test_progress_shows_while_photos_come_in(qtbot: QtBot, desk: Desk, work: Work) -> None:
    shown, _photos = gallery(qtbot, desk, work)
    shown.show_progress(1, 3)
    assert not shown._progress.isHidden()

    shown.show_progress(3, 3)
    assert shown._progress.isHidden()
