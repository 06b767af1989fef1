"""Kept moments: nothing is kept twice, anything can be put back, and putting back can be undone."""

from datetime import UTC, datetime

import pytest

from app.domain.errors import DeskError
from app.domain.photo import PhotoUse
from app.store import journal, revisions, sources, stories
from app.store.journal import acting
from app.store.opening import Store
from app.store.revisions import Occasion

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def filed(store: Store) -> None:
    fields = {"slug": "s", "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    use = PhotoUse(id="u1", slot=1, caption="Le bassin")
    with acting(store, "take-in", "desk") as act:
        act.insert("stories", {"id": "s", **stories.story_columns(fields)})
        act.insert("bodies", {"story_id": "s", **stories.body_columns("Avant.")})
        act.insert("photo_uses", stories.use_row("s", use))
        revisions.keep(act.connection, "s", Occasion("taken-in"), raw="brut")


def change(store: Store) -> None:
    with acting(store, "revise", "desk", story_id="s") as act:
        act.update("bodies", "s", stories.body_columns("Après."))
        act.delete("photo_uses", "u1")
        act.insert("photo_uses", stories.use_row("s", PhotoUse(id="u2", slot=2)))


def body(store: Store) -> str:
    with store.reading() as connection:
        return stories.story(connection, "s").body


def test_the_copy_as_it_came_is_number_0(store: Store) -> None:
    with store.reading() as connection:
        assert revisions.text_of(connection, "s", 0) == "brut"


def test_nothing_new_is_not_kept_again_unless_it_is_named(store: Store) -> None:
    with store.writing() as connection:
        assert revisions.keep(connection, "s", Occasion("checked")) is None
        named = revisions.keep(connection, "s", Occasion("named", name="avant relecture"))

    assert named is not None
    assert named.number == 1


def test_restoring_puts_copy_and_captions_back_and_can_be_undone(store: Store) -> None:
    change(store)
    with acting(store, "restore", "desk", story_id="s") as act:
        revisions.restore(act, "s", 0)

    with store.reading() as connection:
        assert [use.id for use in stories.uses(connection, "s")] == ["u1"]
    assert body(store) == "Avant."

    with store.writing() as connection:
        step = journal.last_done(connection)
        assert step is not None
        for image in reversed(step.images):
            journal.put(connection, image.reversed())
    assert body(store) == "Après."


def test_an_unknown_moment_is_told(store: Store) -> None:
    with store.reading() as connection, pytest.raises(DeskError) as caught:
        revisions.text_of(connection, "s", 7)

    assert caught.value.code == "revision.unknown"


def test_moments_are_listed_newest_first(store: Store) -> None:
    change(store)
    with store.writing() as connection:
        revisions.keep(connection, "s", Occasion("checked"))

    with store.reading() as connection:
        assert [one.number for one in revisions.all_of(connection, "s")] == [1, 0]


QUOTE = {"id": "q", "story_id": "s", "words": "Oui", "kind": "direct", "person_id": "p1"}
EVIDENCE = {
    "id": "e",
    "story_id": "s",
    "quote_id": "q",
    "kind": "notes",
    "reference": "carnet 4",
    "verified_by": "",
    "verified_at": None,
}


def evidence(store: Store) -> list[str]:
    with store.reading() as connection:
        return [one.reference for one in sources.evidence(connection, "s")]


def test_evidence_goes_and_comes_back_with_its_quote(store: Store) -> None:
    with acting(store, "confirm", "desk", story_id="s") as act:
        act.insert("people", {"id": "p1", "name": "Nadia Ferrault"})
        act.insert("quotes", QUOTE)
        act.insert("evidence", EVIDENCE)
    with acting(store, "restore", "desk", story_id="s") as act:
        revisions.keep(act.connection, "s", Occasion("before-restore"))
        revisions.restore(act, "s", 0)
    assert evidence(store) == []

    with acting(store, "restore", "desk", story_id="s") as act:
        revisions.restore(act, "s", 1)
    assert evidence(store) == ["carnet 4"]


def test_a_quote_comes_back_unlinked_when_its_source_left_the_register(store: Store) -> None:
    with acting(store, "confirm", "desk", story_id="s") as act:
        act.insert("people", {"id": "p1", "name": "Nadia Ferrault"})
        act.insert("quotes", QUOTE)
        revisions.keep(act.connection, "s", Occasion("named"))
        act.delete("quotes", "q")
        act.delete("people", "p1")
    with acting(store, "restore", "desk", story_id="s") as act:
        revisions.restore(act, "s", 1)

    with store.reading() as connection:
        assert [row.person_id for row in sources.ledger(connection, "s")] == [None]
