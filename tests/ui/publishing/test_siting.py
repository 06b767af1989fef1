"""A site is written one at a time, told of, and stopped."""

from pathlib import Path

from app.desk.desk import Desk
from app.desk.pages.site import Site
from app.desk.stories import filing, writing
from app.domain.story import Status
from ui.errands import Errands
from ui.publishing.siting import Siting


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.going: list[bool] = []
        self.progress: list[tuple[int, int]] = []
        self.sites: list[Site] = []
        self.troubles: list[str] = []
        self.at_step: Siting | None = None

    def show_going(self, *, going: bool) -> None:
        self.going.append(going)

    def tell_progress(self, done: int, of: int) -> None:
        self.progress.append((done, of))
        if self.at_step is not None:
            assert self.at_step.going
            self.at_step.stop()

    def show_site(self, done: Site) -> None:
        self.sites.append(done)

    def show_trouble(self, sentence: str) -> None:
        self.troubles.append(sentence)


def ready(desk: Desk, headline: str) -> None:
    story_id = filing.take_in_text(desk, f"{headline}\n\nLe quai rouvre mercredi.").story_id
    writing.revise(desk, story_id, status=Status.READY)


def test_a_site_is_told_story_by_story(desk: Desk, straight: Errands, tmp_path: Path) -> None:
    ready(desk, "Le quai rouvre en mai")
    ready(desk, "Le phare ferme en juin")
    screen = Screen()
    Siting(desk, straight, screen).publish(tmp_path / "site")

    assert screen.going == [True, False]
    assert screen.progress[-1][1] == 2
    assert screen.sites or screen.troubles


def test_a_site_that_is_stopped_says_so_and_leaves_nothing(
    desk: Desk, straight: Errands, tmp_path: Path
) -> None:
    ready(desk, "Le quai rouvre en mai")
    screen = Screen()
    siting = Siting(desk, straight, screen)
    screen.at_step = siting
    siting.publish(tmp_path / "site")

    assert screen.sites == []
    assert "Stopped" in screen.troubles[0]
    assert not (tmp_path / "site").exists()
    assert not siting.going
