"""The list asks for what is searched, and tells what became of every act."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.stories.filing import TakenIn, new_story
from app.domain.package import Package
from app.domain.story import StoryLine
from ui.filing.presenter import Presenter
from ui.work import Work


class Screen:
    """Keeps what it is shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, str, bool]] = []
        self.told: list[str] = []

    def show_stories(self, lines: tuple[StoryLine, ...], words: str, *, binned: bool) -> None:
        self.shown.append((len(lines), words, binned))

    def show_story_card(self, package: Package) -> None:
        self.told.append(f"card {package.story.id}")

    def tell_taken_in(self, taken: TakenIn) -> None:
        self.told.append(f"taken {taken.draft.headline}")

    def tell_binned(self, story_id: str, headline: str) -> None:
        self.told.append(f"binned {story_id}")

    def tell_new(self, story_id: str) -> None:
        self.told.append(f"new {len(story_id) > 0}")


def test_the_list_follows_search_and_bin(qtbot: QtBot, desk: Desk, work: Work) -> None:
    screen = Screen()
    presenter = Presenter(desk, work, screen)
    new_story(desk, "fr-FR")
    for turn in (
        presenter.list,
        lambda: presenter.search(" nothing "),
        lambda: presenter.search(""),
        lambda: presenter.show_bin(binned=True),
    ):
        turn()
        qtbot.waitUntil(work.idle)

    assert screen.shown == [(1, "", False), (0, "nothing", False), (1, "", False), (0, "", True)]


def test_copy_is_taken_in_from_files_and_from_text(
    qtbot: QtBot, desk: Desk, work: Work, tmp_path: Path
) -> None:
    screen = Screen()
    presenter = Presenter(desk, work, screen)
    source = tmp_path / "a.txt"
    source.write_text("Un titre du matin\n\nUn paragraphe qui suit le titre.\n", encoding="utf-8")
    presenter.take_in([source])
    presenter.take_in_text("Un titre du soir\n\nUn paragraphe qui suit le titre.\n")
    qtbot.waitUntil(work.idle)

    assert screen.told == ["taken Un titre du matin", "taken Un titre du soir"]
