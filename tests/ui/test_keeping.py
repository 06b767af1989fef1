"""Versions are kept unasked; what a cut session left is told."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories import filing, history, writing
from app.domain.errors import DeskError
from app.domain.history import Recovered
from ui import keeping
from ui.window import Window
from ui.work import Work

AT = datetime(2026, 3, 4, 14, 32, tzinfo=UTC)


def reasons(desk: Desk, story_id: str) -> list[str]:
    return [one.reason for one in writing.revisions(desk, story_id)]


def test_a_story_that_rests_is_kept(qtbot: QtBot, work: Work, desk: Desk) -> None:
    story_id, _changes = filing.new_story(desk, "en-GB")
    keeper = keeping.Keeper(desk, work)
    work.act(lambda: writing.autosave(desk, story_id, headline="The quay"))
    qtbot.waitUntil(work.idle)
    keeper._rests[story_id].setInterval(1)

    qtbot.waitUntil(lambda: reasons(desk, story_id) == ["quiet", "begun"])


def test_at_closing_what_was_worked_on_is_kept(qtbot: QtBot, work: Work, desk: Desk) -> None:
    story_id, _changes = filing.new_story(desk, "en-GB")
    history.begin(desk)
    keeper = keeping.Keeper(desk, work)
    work.act(lambda: writing.autosave(desk, story_id, headline="The quay"))
    qtbot.waitUntil(work.idle)
    keeper.close()

    assert reasons(desk, story_id) == ["closed", "begun"]
    assert history.begin(desk) == ()


def test_what_a_cut_session_left_is_told_and_shown(
    qtbot: QtBot, window: Window, desk: Desk, work: Work
) -> None:
    story_id, _changes = filing.new_story(desk, "en-GB")
    left = Recovered(story_id=story_id, headline="The quay", saved_at=AT, kept=0)
    window.tell_opened([left] * 5, None)
    notice = window.banner.notice()

    assert notice is not None
    assert notice.action is not None
    assert "“The quay”" in notice.text
    assert "2 more" in notice.text
    notice.action()
    qtbot.waitUntil(work.idle)
    here = window.here()
    assert here is not None
    assert (here.code, window.story) == ("history", story_id)


def test_a_missing_copy_of_the_day_stays_in_sight(window: Window) -> None:
    window.tell_opened((), DeskError("store.uncopied", path="/there"))

    assert window.status._warning.isVisible()
    notice = window.banner.notice()
    assert notice is not None
    assert notice.weight == "warning"
