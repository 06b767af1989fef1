"""Filing: copy in with nothing lost, names that are free, the bin."""

from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.stories import filing, writing
from app.domain.errors import DeskError


def test_copy_becomes_a_story_with_a_waiting_slot(desk: Desk, story_id: str) -> None:
    package = filing.package(desk, story_id)

    assert package.story.headline == "La digue de Port-Sablé tiendra l'hiver"
    assert package.story.section == "Dernières nouvelles"
    assert [use.photo_id for use in package.uses] == [None]
    assert package.uses[0].caption.startswith("La maire Hélène Carvin")
    assert package.story.slug == "la-digue-de-port-sable-tiendra-l-hiver"


def test_the_copy_as_it_came_is_kept(desk: Desk, story_id: str) -> None:
    writing.autosave(desk, story_id, body="Tout autre chose.")

    assert writing.revision_text(desk, story_id, 0).startswith("Dernières nouvelles\n")
    assert "\nXS\n" in writing.revision_text(desk, story_id, 0)


def test_two_stories_of_one_headline_have_two_names(desk: Desk) -> None:
    first = filing.take_in_text(desk, "La digue\n\nElle tient.")
    second = filing.take_in_text(desk, "La digue\n\nElle tient encore.")

    assert first.slug != second.slug
    assert filing.find(desk, second.slug) == second.story_id


def test_quotes_are_read_and_laid_in_the_ledger(desk: Desk, story_id: str) -> None:
    rows = filing.package(desk, story_id).ledger

    direct = [row for row in rows if row.words == "La digue tiendra tout l'hiver"]
    assert [row.speaker for row in direct] == ["Hélène Carvin"]


def test_bad_copy_leaves_no_story(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    with pytest.raises(DeskError) as caught:
        filing.take_in(desk, tmp_path / "empty.txt")

    assert caught.value.code == "intake.empty"
    assert filing.stories(desk) == ()
    assert filing.is_new(desk)


def test_the_bin_gives_back_what_it_was_given(desk: Desk, story_id: str) -> None:
    filing.spike(desk, story_id)
    assert filing.stories(desk) == ()
    assert [line.id for line in filing.stories(desk, binned=True)] == [story_id]

    filing.unspike(desk, story_id)
    assert [line.id for line in filing.stories(desk)] == [story_id]


def test_taking_a_story_in_is_taken_back_to_the_bin(desk: Desk, story_id: str) -> None:
    undoing.undo(desk)

    assert filing.stories(desk) == ()
    assert [line.id for line in filing.stories(desk, binned=True)] == [story_id]


def test_stories_are_found_by_their_words(desk: Desk, story_id: str) -> None:
    assert [line.id for line in filing.stories(desk, words="riverains digue")] == [story_id]
    assert filing.stories(desk, words="locomotive") == ()


def test_a_file_is_looked_at_without_a_store(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_text("La digue\n\nElle tient.\n", encoding="utf-8")

    package = filing.read_package(path)

    assert package.story.headline == "La digue"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.txt"]


def test_a_new_story_is_empty(desk: Desk) -> None:
    story_id, changes = filing.new_story(desk, "en-GB")

    assert filing.package(desk, story_id).story.body == ""
    assert changes.stories == {story_id}


def test_bytes_that_are_no_text_do_not_stop_a_search(desk: Desk, story_id: str) -> None:
    assert [one.id for one in filing.stories(desk, words="digue\udcff")] == [story_id]
    assert captioning.photos(desk, words="digue\udcff") == ()
    for find in (filing.find, captioning.find_photo):
        with pytest.raises(DeskError) as caught:
            find(desk, f"{story_id}\udcff")
        assert caught.value.code in {"story.unknown", "photo.unknown"}
