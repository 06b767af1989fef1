"""What the photo desk decides, without a window."""

from pathlib import Path
from typing import Protocol

import pytest
from PIL import Image

from app.desk import captioning, filing
from app.desk.captioning import PhotoIn
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.finding import Finding
from app.domain.photo import PhotoUse
from ui.captioning.entries import Target
from ui.captioning.lines import Sieve, Sight, State, Wish
from ui.captioning.presenter import CaptioningPresenter, arrival_notice
from ui.errands import Errands
from ui.parts.banner import Notice


class Recorded(Errands, Protocol):
    """The errands of the tests, which keep what acts changed."""

    changed: list[Changes]


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.targets: list[Target] = []
        self.findings: tuple[Finding, ...] = ()
        self.troubles: list[tuple[str, str]] = []
        self.progress: list[tuple[int, int]] = []
        self.notices: list[Notice] = []
        self.handed_over = 0

    def show_sight(self, sight: Sight, wish: Wish) -> None: ...

    def show_target(self, target: Target, findings: tuple[Finding, ...]) -> None:
        self.targets.append(target)
        self.findings = findings

    def hand_over(self) -> None:
        self.handed_over += 1

    def show_trouble(self, field: str, sentence: str) -> None:
        self.troubles.append((field, sentence))

    def show_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(desk: Desk, straight: Errands, screen: Screen, story_id: str) -> CaptioningPresenter:
    made = CaptioningPresenter(desk, straight, screen)
    made.show_story(story_id)
    return made


def use_of(desk: Desk, story_id: str, slot: int) -> PhotoUse:
    uses = filing.package(desk, story_id).uses
    return next(use for use in uses if use.slot == slot)


def picture(tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    Image.new("RGB", (90, 60), (sum(name.encode()) % 200, 90, 140)).save(path)
    return path


def test_a_slot_is_shown_with_what_is_remarked_about_it(
    presenter: CaptioningPresenter, screen: Screen
) -> None:
    presenter.choose_slot(2)

    assert presenter.target.key()[1] == 2
    assert {finding.place.slot for finding in screen.findings} <= {2}


def test_words_are_kept_once(
    presenter: CaptioningPresenter, desk: Desk, story_id: str, straight: Recorded
) -> None:
    presenter.choose_slot(1)

    assert presenter.commit({"caption": "Le moulin."})
    assert presenter.commit({"caption": "Le moulin."})

    assert use_of(desk, story_id, 1).caption == "Le moulin."
    assert len(straight.changed) == 1


def test_a_wrong_date_is_said_and_the_rest_is_kept(
    presenter: CaptioningPresenter, desk: Desk, story_id: str, screen: Screen
) -> None:
    presenter.choose_slot(1)
    before = use_of(desk, story_id, 1).dated

    assert not presenter.commit({"dated": "31/02/2026", "credit": "Rivage"})

    assert screen.troubles[-1][0] == "dated"
    assert "31/02/2026" in screen.troubles[-1][1]
    kept = use_of(desk, story_id, 1)
    assert (kept.dated, kept.credit) == (before, "Rivage")


def test_turning_elsewhere_first_takes_what_the_form_holds(
    presenter: CaptioningPresenter, screen: Screen
) -> None:
    presenter.choose_slot(1)
    handed = screen.handed_over
    presenter.choose_slot(2)

    assert screen.handed_over == handed + 1


def test_a_photo_goes_into_the_slot_that_waits_and_comes_out_again(
    presenter: CaptioningPresenter, desk: Desk, story_id: str
) -> None:
    photo_id = use_of(desk, story_id, 1).photo_id
    presenter.choose_slot(1)
    presenter.take_out()
    presenter.look()
    assert presenter.waiting_slot() == 1

    presenter.put_in(1, photo_id or "")
    presenter.look()

    assert use_of(desk, story_id, 1).photo_id == photo_id
    assert presenter.target.photo is not None


def test_a_new_slot_is_the_one_meant_next(
    presenter: CaptioningPresenter, desk: Desk, story_id: str
) -> None:
    presenter.add_slot(None)
    presenter.look()

    assert presenter.target.key() == ("", 3)
    assert use_of(desk, story_id, 3).photo_id is None


def test_files_come_in_one_by_one_and_bad_ones_are_told(
    presenter: CaptioningPresenter, screen: Screen, desk: Desk, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")

    presenter.take_in([picture(tmp_path, "a.png"), bad, picture(tmp_path, "b.png")])

    assert screen.progress[-1] == (3, 3)
    assert len(captioning.photos(desk)) == 4
    assert screen.notices[-1].weight == "warning"
    assert "2 photos added" in screen.notices[-1].text
    assert "bad.jpg" in screen.notices[-1].text


def test_a_lost_original_comes_back_with_its_file(
    presenter: CaptioningPresenter, desk: Desk, story_id: str, tmp_path: Path
) -> None:
    kept = captioning.original_of(desk, captioning.photos(desk)[0])
    found = kept.rename(tmp_path / "found.jpg")
    presenter.look()
    assert State.MISSING in {line.state for line in presenter.sight.photos}

    presenter.take_in([found])

    assert State.MISSING not in {line.state for line in presenter.sight.photos}


def test_a_file_dropped_on_a_slot_goes_in(
    presenter: CaptioningPresenter, desk: Desk, story_id: str, tmp_path: Path
) -> None:
    presenter.take_in([picture(tmp_path, "c.png")], 2)

    photo_id = use_of(desk, story_id, 2).photo_id or ""
    assert captioning.photo(desk, photo_id).file_name == "c.png"


def test_the_sieve_of_a_story_ends_with_the_story(presenter: CaptioningPresenter) -> None:
    presenter.sift(Sieve.STORY, " moulin ")
    assert presenter.wish.words == "moulin"

    presenter.show_story("")

    assert presenter.wish.sieve is Sieve.ALL


def test_only_changes_that_concern_the_place_are_looked_at(
    presenter: CaptioningPresenter, screen: Screen
) -> None:
    shown = len(screen.targets)
    presenter.refresh(Changes(act="revise", stories=frozenset({"another"})))
    assert len(screen.targets) == shown

    presenter.refresh(Changes(act="describe", photos=frozenset({"p"})))
    assert len(screen.targets) > shown


def test_known_files_are_told_as_known(desk: Desk) -> None:
    known = PhotoIn(
        photo=captioning.photos(desk)[0],
        conflicts=(),
        changes=Changes(act="take-photo-in"),
        already=True,
    )

    assert arrival_notice([known, known], []).text == "2 were already here."
