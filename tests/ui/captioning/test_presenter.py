"""What the photo desk decides, without a window."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import pytest
from PIL import Image

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.desk.stories import filing
from app.domain.changes import Changes
from app.domain.finding import Finding
from app.domain.photo import Flag, PhotoUse
from ui.captioning.arrivals import Report
from ui.captioning.entries import Target
from ui.captioning.lines import Card, Sieve, Sight, State, Wish
from ui.captioning.presenter import CaptioningPresenter
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
        self.reports: list[Report] = []
        self.cards: list[Card] = []
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

    def show_cards(self, cards: Iterable[Card]) -> None:
        self.cards.extend(cards)

    def show_progress(self, done: int, total: int, name: str) -> None:
        self.progress.append((done, total))

    def show_arrival(self, report: Report) -> None:
        self.reports.append(report)

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
    assert State.MISSING in {line.state for line in presenter.sight.slots}

    presenter.take_in([found])

    assert State.MISSING not in {line.state for line in presenter.sight.slots}


def test_a_file_dropped_on_a_slot_goes_in(
    presenter: CaptioningPresenter, desk: Desk, story_id: str, tmp_path: Path
) -> None:
    presenter.take_in([picture(tmp_path, "c.png")], 2)

    photo_id = use_of(desk, story_id, 2).photo_id or ""
    assert captioning.photo(desk, photo_id).file_name == "c.png"


def test_the_sieve_of_a_story_ends_with_the_story(presenter: CaptioningPresenter) -> None:
    presenter.sift(Wish(sieve=Sieve.STORY, words=" moulin "))
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


def ids(desk: Desk) -> tuple[str, ...]:
    return tuple(photo.id for photo in captioning.photos(desk))


def test_what_several_photos_share_is_shown_and_the_rest_is_various(
    presenter: CaptioningPresenter, desk: Desk
) -> None:
    first, second = ids(desk)
    captioning.describe(desk, first, city="Rivage", country="France")
    captioning.describe(desk, second, city="Port-Sablé", country="France")
    presenter.want((first, second))

    presenter.choose((first, second), second)

    assert presenter.target.key() == (f"{first}+{second}", 0)
    assert presenter.target.values()["country"] == "France"
    assert set(presenter.target.various("city") or ()) == {"Rivage", "Port-Sablé"}
    assert presenter.target.various("country") is None


def test_words_go_to_all_photos_chosen_as_one_step(
    presenter: CaptioningPresenter, desk: Desk, straight: Recorded
) -> None:
    chosen = ids(desk)
    presenter.want(chosen)
    presenter.choose(chosen, chosen[0])

    assert presenter.commit({"city": "Rivage", "event": "{file}"})

    photos = [captioning.photo(desk, one) for one in chosen]
    assert [photo.metadata.city for photo in photos] == ["Rivage", "Rivage"]
    assert len({photo.metadata.event for photo in photos}) == 2
    assert len(straight.changed) == 1
    undoing.undo(desk)
    assert "Rivage" not in {captioning.photo(desk, one).metadata.city for one in chosen}


def test_marks_go_to_the_photos_chosen(presenter: CaptioningPresenter, desk: Desk) -> None:
    first = ids(desk)[0]
    presenter.choose_photo(first)
    presenter.rate(3)
    presenter.flag(Flag.PICK)
    presenter.label("red")
    line = selecting.lines(desk, [first])[0]
    assert (line.rating, line.flag, line.label) == (3, Flag.PICK, "red")

    presenter.refresh(Changes(act="label", photos=frozenset({first})))
    presenter.label("red")
    presenter.rate(0)
    line = selecting.lines(desk, [first])[0]
    assert (line.rating, line.label) == (None, "")


def test_the_words_last_kept_are_repeated(presenter: CaptioningPresenter, desk: Desk) -> None:
    first, second = ids(desk)
    captioning.detach(desk, presenter.wish.story_id, 1)
    captioning.detach(desk, presenter.wish.story_id, 2)
    presenter.look()
    presenter.choose_photo(first)
    presenter.commit({"event": "Fête du port"})
    presenter.choose_photo(second)

    presenter.repeat_last()

    assert presenter.last["event"] == "Fête du port"
    assert captioning.photo(desk, second).metadata.event == "Fête du port"


def test_a_photo_never_seen_is_fetched_before_the_form_turns_to_it(
    presenter: CaptioningPresenter, desk: Desk
) -> None:
    presenter.cards.clear()
    presenter.choose_photo(ids(desk)[1])

    assert presenter.target.chosen() == (ids(desk)[1],)


def test_a_photo_from_the_clipboard_comes_in(
    presenter: CaptioningPresenter, desk: Desk, screen: Screen, tmp_path: Path
) -> None:
    path = picture(tmp_path, "p.png")
    presenter.take_in_by(lambda: captioning.take_photo_in(desk, path))
    presenter.take_in_by(lambda: captioning.take_photo_in(desk, path))

    told = [notice.text for notice in screen.notices]
    assert told == ["The photo was added.", "This photo was already here."]


def test_words_copied_from_one_photo_are_pasted_on_another(
    presenter: CaptioningPresenter, desk: Desk, story_id: str
) -> None:
    presenter.choose_slot(1)
    presenter.commit({"caption": "Le moulin.", "city": "Brume"})
    presenter.copy_words()
    date = use_of(desk, story_id, 2).dated

    presenter.choose_slot(2)
    presenter.paste_words()

    use = use_of(desk, story_id, 2)
    assert (use.caption, use.dated) == ("Le moulin.", date)
    assert captioning.photo(desk, use.photo_id or "").metadata.city == "Brume"


def test_variables_are_filled_in_for_the_photo_of_a_slot(
    presenter: CaptioningPresenter, desk: Desk, story_id: str
) -> None:
    presenter.choose_slot(1)
    presenter.commit({"city": "Brume", "creator": "Zoé Lem", "source": "Rivage"})
    photo_id = use_of(desk, story_id, 1).photo_id or ""
    captioning.describe(desk, photo_id, credit="")

    presenter.commit({"caption": "Le moulin de {city}.", "credit": "{creator} / {agency}"})

    use = use_of(desk, story_id, 1)
    assert (use.caption, use.credit) == ("Le moulin de Brume.", "Zoé Lem / Rivage")
