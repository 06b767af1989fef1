"""What the publishing place decides, without a window."""

from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.stories import filing
from app.domain.changes import Changes
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.publishing.lines import Sight
from ui.publishing.presenter import PublishingPresenter, jump_target
from ui.publishing.serving import Contents


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.sights: list[Sight] = []
        self.pages: list[Contents] = []
        self.troubles: list[str] = []
        self.busy: list[bool] = []
        self.blocked = 0
        self.outside: list[Path] = []
        self.notices: list[Notice] = []
        self.copied: list[str] = []

    def hand_over(self, article: str) -> None:
        self.copied.append(article)

    def show_sight(self, sight: Sight) -> None:
        self.sights.append(sight)

    def show_page(self, contents: Contents) -> None:
        self.pages.append(contents)

    def show_page_trouble(self, sentence: str) -> None:
        self.troubles.append(sentence)

    def show_busy(self, *, publishing: bool) -> None:
        self.busy.append(publishing)

    def show_blocked(self) -> None:
        self.blocked += 1

    def open_outside(self, path: Path) -> None:
        self.outside.append(path)

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(desk: Desk, straight: Errands, screen: Screen, story_id: str) -> PublishingPresenter:
    made = PublishingPresenter(desk, straight, screen)
    made.show_story(story_id)
    made.arrive()
    return made


def reasons(presenter: PublishingPresenter) -> dict[str, str]:
    return dict.fromkeys(presenter.sight.blocking_codes(), "Épreuve de mise en page.")


def test_nothing_is_drawn_while_the_place_is_hidden(
    presenter: PublishingPresenter, screen: Screen, story_id: str
) -> None:
    assert len(screen.pages) == 1
    presenter.leave()
    presenter.refresh(Changes(act="revise", stories=frozenset({story_id})))
    assert len(screen.pages) == 1

    presenter.arrive()
    assert len(screen.pages) == 2
    presenter.leave()
    presenter.arrive()
    assert len(screen.pages) == 2


def test_blocks_stop_publication(
    presenter: PublishingPresenter, screen: Screen, tmp_path: Path
) -> None:
    assert presenter.sight.blocks
    presenter.publish(tmp_path / "page", {}, "Ana")

    assert screen.blocked == 1
    assert "must be mended before publishing" in screen.notices[-1].text
    assert not (tmp_path / "page").exists()


def test_with_reasons_and_a_name_the_page_is_written(
    presenter: PublishingPresenter, screen: Screen, bare: str, tmp_path: Path
) -> None:
    presenter.show_story(bare)
    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")

    assert (tmp_path / "page" / "index.html").is_file()
    assert screen.busy == [True, False]
    notice = screen.notices[-1]
    assert (notice.weight, notice.label) == ("ok", "Open")
    assert notice.action is not None
    notice.action()
    assert screen.outside == [tmp_path / "page" / "index.html"]


@pytest.mark.parametrize(("name", "reason"), [("", "why"), ("Ana", " ")])
def test_an_override_needs_a_name_and_reasons(
    presenter: PublishingPresenter, screen: Screen, tmp_path: Path, name: str, reason: str
) -> None:
    presenter.publish(
        tmp_path / "page", dict.fromkeys(presenter.sight.blocking_codes(), reason), name
    )

    assert screen.busy == [True, False]
    assert screen.notices[-1].weight == "error"
    assert not (tmp_path / "page").exists()


def test_a_page_that_cannot_be_drawn_says_why(
    presenter: PublishingPresenter, screen: Screen, desk: Desk, story_id: str
) -> None:
    package = filing.package(desk, story_id)
    photo = package.photo_of(package.uses[0])
    assert photo is not None
    captioning.original_of(desk, photo).unlink()
    for kept in desk.renditions.rglob("*.*"):
        kept.unlink()
    presenter.look()

    assert photo.file_name in screen.troubles[-1]


def test_the_page_outside_is_whole_and_swept_away(
    presenter: PublishingPresenter, screen: Screen
) -> None:
    presenter.open_page_outside()
    page = screen.outside[-1]
    assert {path.name for path in page.parent.iterdir()} > {"index.html"}

    presenter.close()
    assert not page.exists()


def test_a_row_is_its_finding(presenter: PublishingPresenter) -> None:
    sight = presenter.sight

    assert jump_target(sight, 0) is sight.blocks[0]
    assert jump_target(sight, len(sight.findings)) is None


def test_without_a_story_nothing_happens(
    presenter: PublishingPresenter, screen: Screen, tmp_path: Path
) -> None:
    presenter.show_story("")
    presenter.publish(tmp_path / "page", {}, "Ana")
    presenter.open_page_outside()

    assert screen.sights[-1] == Sight()
    assert screen.busy == []


def test_what_blocks_the_page_blocks_the_clipboard(
    presenter: PublishingPresenter, screen: Screen, tmp_path: Path
) -> None:
    presenter.copy_article()
    assert screen.copied == []
    assert screen.notices[-1].weight == "error"
    assert screen.blocked == 1

    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")
    presenter.copy_article()

    assert screen.notices[-1].weight == "ok", screen.notices[-1]
    (article,) = screen.copied
    assert article.startswith("<article")
