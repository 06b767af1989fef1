"""What the publishing place decides, without a window."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.pages.amending import Amendment
from app.desk.photos import captioning
from app.desk.stories import filing, writing
from app.domain.changes import Changes
from app.domain.correction import CorrectionKind
from app.domain.story import Status
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
        self.progress: list[tuple[int, int]] = []
        self.amendments: list[Amendment] = []
        self.places: list[Sequence[Path]] = []
        self.undone = 0
        self.reasons_asked = 0
        self.reasons_put_away = 0

    def tell_progress(self, done: int, of: int) -> None:
        self.progress.append((done, of))

    def ask_correction(self, amendment: Amendment) -> None:
        self.amendments.append(amendment)

    def ask_withdrawal(self, places: Sequence[Path]) -> None:
        self.places.append(places)

    def undo(self) -> None:
        self.undone += 1

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

    def give_reasons(self) -> None:
        self.reasons_asked += 1

    def put_reasons_away(self) -> None:
        self.reasons_put_away += 1

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
    assert screen.notices[-1].action == screen.give_reasons
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
    assert screen.reasons_put_away == 1


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


def test_a_story_still_being_checked_is_not_published(
    presenter: PublishingPresenter, screen: Screen, story_id: str, tmp_path: Path
) -> None:
    presenter.leave()
    presenter.show_story(story_id)
    presenter.publish(tmp_path / "page", {}, "Ana")

    assert not screen.sights[-1].checked
    assert screen.notices[-1].text == "The story is still being checked."
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


@pytest.fixture
def out(presenter: PublishingPresenter, bare: str, desk: Desk, tmp_path: Path) -> str:
    """The sample, published, with other words since."""
    presenter.show_story(bare)
    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")
    body = filing.package(desk, bare).story.body
    writing.revise(desk, bare, body=body.replace("chantier", "projet", 1))
    presenter.look()
    return bare


def test_readers_are_thought_of_before_another_text_goes_out(
    presenter: PublishingPresenter, screen: Screen, desk: Desk, out: str, tmp_path: Path
) -> None:
    page = tmp_path / "page" / "index.html"
    before = page.read_bytes()
    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")
    assert len(screen.amendments) == 1
    assert page.read_bytes() == before

    presenter.correct(CorrectionKind.FACT, "Il s’agit d’un projet.")

    assert "Il s’agit d’un projet." in page.read_text("utf-8")
    newest, first = publishing.publications_of(desk, out)
    assert newest.correction is not None
    assert newest.previous == first.id


def test_a_slip_goes_out_without_a_notice_and_twice_says_identical(
    presenter: PublishingPresenter, screen: Screen, out: str, tmp_path: Path
) -> None:
    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")
    presenter.correct(None, "")
    presenter.look()
    assert presenter.sight.issues[0].correction is None

    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")

    assert len(screen.amendments) == 1
    assert "already held exactly this page" in screen.notices[-1].text
    assert out


def test_a_story_is_withdrawn_with_reason_and_name(
    presenter: PublishingPresenter, screen: Screen, desk: Desk, out: str, tmp_path: Path
) -> None:
    presenter.ask_withdrawal()
    assert screen.places == [((tmp_path / "page").resolve(),)]

    presenter.withdraw("Le témoin s’est rétracté.", "Léa")
    presenter.look()

    assert "rétracté" in (tmp_path / "page" / "index.html").read_text("utf-8")
    assert filing.package(desk, out).story.status is Status.KILLED
    assert (presenter.sight.issues[0].withdrawn, presenter.sight.issues[0].by) == (True, "Léa")
    assert not presenter.can_withdraw()
    notice = screen.notices[-1]
    assert notice.action is not None
    notice.action()
    assert screen.undone == 1


def test_what_is_stopped_says_so_calmly_and_leaves_the_folder(
    presenter: PublishingPresenter,
    screen: Screen,
    desk: Desk,
    *,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(desk.workshop), "rendition", lambda *_: b"picture")

    def stop(done: int, _of: int) -> None:
        if done:
            presenter.stop()

    monkeypatch.setattr(screen, "tell_progress", stop)
    presenter.publish(tmp_path / "page", reasons(presenter), "Ana")

    assert screen.busy == [True, False]
    assert screen.notices[-1].weight == "info"
    assert not (tmp_path / "page").exists()


def test_a_page_looked_at_is_made_to_the_byte_and_one_left_is_not(
    presenter: PublishingPresenter, screen: Screen, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def make(*wish: object) -> bytes:
        made.append(wish)
        return b"picture"

    monkeypatch.setattr(type(desk.workshop), "rendition", make)
    presenter.leave()
    presenter.draw_exact()
    assert made == []

    presenter.arrive()
    presenter.look()
    presenter.draw_exact()
    count = len(made)
    presenter.draw_exact()

    assert count == len(made) > 0
    assert len(screen.pages[-1]) > len(screen.pages[0])
