"""Pictures come last asked, first given; what cannot be read says why and may be tried again."""

from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.captioning.thumbnails import WAITING, Thumbnails
from ui.work import Work


def test_the_last_asked_for_comes_first(qtbot: QtBot, desk: Desk, work: Work) -> None:
    first, second = (photo.id for photo in captioning.photos(desk))
    pictures = Thumbnails(desk, work)
    arrived: list[str] = []
    pictures.arrived.connect(arrived.append)
    pictures.picture("nobody")
    for photo_id in (first, second):
        assert pictures.picture(photo_id) is None
    qtbot.waitUntil(lambda: len(arrived) == 3)

    assert arrived == ["nobody", second, first]
    picture = pictures.picture(first)
    assert picture is not None
    assert max(picture.width(), picture.height()) == 256


def test_requests_scrolled_away_are_dropped(qtbot: QtBot, desk: Desk, work: Work) -> None:
    pictures = Thumbnails(desk, work)
    arrived: list[str] = []
    pictures.arrived.connect(arrived.append)
    for number in range(WAITING + 40):
        pictures.picture(f"nobody-{number}")
    qtbot.waitUntil(work.idle)

    assert len(arrived) == WAITING + 1


def test_what_failed_is_not_asked_again_until_something_changed(
    qtbot: QtBot, desk: Desk, work: Work
) -> None:
    pictures = Thumbnails(desk, work)
    pictures.picture("nobody")
    qtbot.waitUntil(work.idle)
    failure = pictures.failure("nobody")
    assert failure is not None
    assert failure.code == "photo.unknown"

    pictures.forget_failures()

    assert pictures.failure("nobody") is None


def test_few_pictures_stay_in_memory(qtbot: QtBot, desk: Desk, work: Work) -> None:
    pictures = Thumbnails(desk, work, kept=1)
    first, second = (photo.id for photo in captioning.photos(desk))
    for photo_id in (first, second):
        pictures.picture(photo_id)
        qtbot.waitUntil(work.idle)

    assert pictures.picture(second) is not None
    assert pictures.picture(first) is None
    qtbot.waitUntil(work.idle)
