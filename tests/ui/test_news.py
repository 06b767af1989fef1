"""What an act changed reaches the place shown at once, and the others in time."""

from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from ui.news import News
from ui.place import Place


class Hearing:
    """A place that notes what it hears."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.heard: list[str] = []

    def show_story(self, story_id: str) -> None:
        self.heard.append(story_id)

    def refresh(self, changes: Changes) -> None:
        self.heard.append(changes.act)


def test_saving_is_heard_by_a_hidden_place_when_it_is_shown() -> None:
    shown, hidden = Hearing("writing"), Hearing("sourcing")
    places: list[Place] = [shown, hidden]  # type: ignore[list-item]  # all that News needs of one
    news = News()

    for act in ("autosave", "autosave", "revise"):
        news.tell(Changes(act=act, stories=frozenset({"s"})), places, places[0])
    assert shown.heard == ["autosave", "autosave", "revise"]
    assert hidden.heard == ["revise"]

    news.catch_up(places[1])
    news.catch_up(places[1])
    assert hidden.heard == ["revise", "autosave"]


def test_another_story_reaches_the_place_shown_at_once_and_the_others_one_by_one(
    qtbot: QtBot,
) -> None:
    hearing = [Hearing(code) for code in ("filing", "writing", "sourcing", "history")]
    places: list[Place] = [*hearing]  # type: ignore[list-item]  # all that News needs of one
    news = News()

    news.turn("s", places, places[1])
    assert [one.heard for one in hearing] == [[], ["s"], [], []]

    news.catch_up(places[2])
    news.tell(Changes(act="revise", stories=frozenset({"s"})), places[3:], places[1])
    assert [one.heard for one in hearing] == [[], ["s"], ["s"], ["s", "revise"]]

    news.turn("t", places, places[1])
    qtbot.waitUntil(lambda: all(one.heard[-1:] == ["t"] for one in hearing))
    assert [one.heard for one in hearing] == [
        ["t"],
        ["s", "t"],
        ["s", "t"],
        ["s", "revise", "t"],
    ]
