"""What an act changed reaches the place shown at once, and the others in time."""

from app.domain.changes import Changes
from ui.news import News
from ui.place import Place


class Hearing:
    """A place that notes what it hears."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.heard: list[str] = []

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
