"""A story handed to a colleague and taken back: whole, merged, in one step, and nothing leaks in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk import undoing
from app.desk.colleagues import handing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.handover import Choice
from app.domain.quote import LedgerState
from app.domain.story import Story


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "other" / "marbre.sqlite", by="Bo") as opened:
        yield opened


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    return tmp_path / "parcel.marbre"


def story(desk: Desk, story_id: str) -> Story:
    return filing.package(desk, story_id).story


def changed(desk: Desk, story_id: str, old: str, new: str) -> None:
    body = story(desk, story_id).body
    assert old in body
    writing.autosave(desk, story_id, body=body.replace(old, new))


def test_a_story_arrives_whole_with_its_pictures_and_its_ledger(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path, picture: Callable[[str], Path]
) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    captioning.describe(desk, photo.id, event="Tempête")
    sourcing.confirm(desk, story_id, filing.package(desk, story_id).ledger[0].id)

    sent = handing.hand_over(desk, story_id, parcel)
    taken = handing.take_over(colleague, parcel)

    ours, theirs = filing.package(desk, story_id), filing.package(colleague, taken.story_id)
    assert (sent.photos, taken.new) == (1, True)
    assert theirs.story.body == ours.story.body
    assert theirs.ledger[0].state is LedgerState.CONFIRMED
    (there,) = theirs.photos.values()
    assert (there.digest, there.metadata.event, there.file_name) == (
        photo.digest,
        "Tempête",
        "digue.jpg",
    )
    assert (
        captioning.original_of(colleague, there).read_bytes() == picture("digue.jpg").read_bytes()
    )


def test_what_both_did_comes_together_and_one_step_takes_it_back(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path
) -> None:
    handing.hand_over(desk, story_id, parcel)
    handing.take_over(colleague, parcel)
    changed(colleague, story_id, "quatre mois", "six mois")
    captioning.caption(colleague, story_id, 1, caption="La digue, mercredi")
    handing.hand_over(colleague, story_id, parcel)
    writing.revise(desk, story_id, headline="La digue sera consolidée")
    before = story(desk, story_id)

    arrival = handing.look_into(desk, parcel)
    assert (arrival.known, arrival.common, arrival.clashes, arrival.by) == (True, True, (), "Bo")
    assert arrival.taken == 2
    handing.take_over(desk, parcel)

    merged = filing.package(desk, story_id)
    assert "six mois" in merged.story.body
    assert merged.story.headline == "La digue sera consolidée"
    assert merged.uses[0].caption == "La digue, mercredi"
    undoing.undo(desk)
    assert story(desk, story_id).body == before.body
    assert filing.package(desk, story_id).uses[0].caption != "La digue, mercredi"


def test_pictures_stay_in_their_slots_there_and_back(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path, picture: Callable[[str], Path]
) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    handing.hand_over(desk, story_id, parcel)
    handing.take_over(colleague, parcel)
    captioning.caption(colleague, story_id, 1, caption="La digue, mercredi")
    other = captioning.take_photo_in(colleague, picture("quai.jpg")).photo
    captioning.add_slot(colleague, story_id, other.id)
    handing.hand_over(colleague, story_id, parcel)

    assert handing.look_into(desk, parcel).clashes == ()
    handing.take_over(desk, parcel)

    package = filing.package(desk, story_id)
    held = [package.photos[use.photo_id or ""].digest for use in package.uses]
    assert held == [photo.digest, other.digest]
    assert package.uses[0].caption == "La digue, mercredi"
    undoing.undo(desk)
    assert [use.photo_id for use in filing.package(desk, story_id).uses] == [photo.id]


def test_a_paragraph_both_changed_is_asked_and_chosen(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path
) -> None:
    handing.hand_over(desk, story_id, parcel)
    handing.take_over(colleague, parcel)
    changed(colleague, story_id, "quatre mois", "six mois")
    changed(desk, story_id, "quatre mois", "cinq mois")
    handing.hand_over(colleague, story_id, parcel)

    (clash,) = handing.look_into(desk, parcel).clashes
    assert ("quatre" in clash.base, "cinq" in clash.mine, "six" in clash.theirs) == (
        True,
        True,
        True,
    )
    with pytest.raises(DeskError) as caught:
        handing.take_over(desk, parcel)
    assert caught.value.code == "handover.undecided"
    assert "cinq mois" in story(desk, story_id).body

    handing.take_over(desk, parcel, [Choice.THEIRS])
    assert "six mois" in story(desk, story_id).body


def test_a_second_return_is_laid_over_the_first(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path
) -> None:
    handing.hand_over(desk, story_id, parcel)
    handing.take_over(colleague, parcel)
    for old, new in (("quatre mois", "six mois"), ("six mois", "sept mois")):
        changed(colleague, story_id, old, new)
        handing.hand_over(colleague, story_id, parcel)
        assert handing.look_into(desk, parcel).clashes == ()
        handing.take_over(desk, parcel)

    assert "sept mois" in story(desk, story_id).body


def test_taking_over_twice_changes_nothing(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path
) -> None:
    handing.hand_over(desk, story_id, parcel)
    handing.take_over(colleague, parcel)
    again = handing.take_over(colleague, parcel)

    assert again.changes.step == 0
    assert undoing.undo_name(colleague) == "take-over"


def test_a_new_story_taken_back_lies_in_the_bin(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path
) -> None:
    handing.hand_over(desk, story_id, parcel)
    handing.take_over(colleague, parcel)
    undoing.undo(colleague)

    assert [line.id for line in filing.stories(colleague, binned=True)] == [story_id]
    undoing.redo(colleague)
    assert [line.id for line in filing.stories(colleague)] == [story_id]


def test_the_place_of_files_on_this_machine_does_not_travel(
    desk: Desk, story_id: str, parcel: Path, picture: Callable[[str], Path]
) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    handing.hand_over(desk, story_id, parcel)

    assert str(picture("digue.jpg").parent).encode() not in parcel.read_bytes()


def test_a_slug_borne_over_there_is_left_to_its_story(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path
) -> None:
    slug = story(desk, story_id).slug
    other = filing.take_in_text(colleague, "Autre titre\n\nUn texte.").story_id
    writing.revise(colleague, other, slug=slug)
    handing.hand_over(desk, story_id, parcel)

    handing.take_over(colleague, parcel)

    assert story(colleague, story_id).slug == f"{slug}-2"


def test_in_a_folder_the_package_bears_the_slug(desk: Desk, story_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    assert handing.hand_over(desk, story_id, folder).place == folder / (
        f"{story(desk, story_id).slug}.marbre"
    )


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None
)
@given(body=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_there_and_back_every_character_is_the_same(
    desk: Desk, colleague: Desk, story_id: str, parcel: Path, body: str
) -> None:
    handing.hand_over(desk, story_id, parcel)
    first = handing.look_into(colleague, parcel)
    handing.take_over(colleague, parcel, [Choice.THEIRS] * len(first.clashes))
    writing.autosave(colleague, story_id, body=body)
    handing.hand_over(colleague, story_id, parcel)
    back = handing.look_into(desk, parcel)

    assert back.clashes == ()
    handing.take_over(desk, parcel)
    assert story(desk, story_id).body == body
