"""Stories: what goes in comes out, found by name and by words, damage noticed."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from app.domain.errors import DeskError
from app.domain.photo import PhotoUse
from app.domain.story import Status
from app.store import stories
from app.store.journal import acting
from app.store.opening import Store
from app.store.tables import BodyRow

MOMENT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def file(store: Store, story_id: str, body: str = "Le quai.", **fields: Any) -> None:
    values = {"slug": story_id, "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    with acting(store, "take-in", "desk") as act:
        columns = stories.story_columns({**values, **fields})
        act.insert("stories", {"id": story_id, **columns, **stories.words_column(body)})
        act.insert("bodies", {"story_id": story_id, **stories.body_columns(body)})


def test_a_story_comes_out_as_it_went_in(store: Store) -> None:
    file(
        store,
        "quai",
        headline="Le quai rouvre",
        tags=("port", "travaux"),
        status=Status.READY,
        dated=date(2026, 3, 1),
        embargo=MOMENT,
    )

    with store.reading() as connection:
        story = stories.story(connection, "quai")

    assert (story.headline, story.tags, story.status) == (
        "Le quai rouvre",
        ("port", "travaux"),
        Status.READY,
    )
    assert (story.dated, story.embargo, story.body) == (date(2026, 3, 1), MOMENT, "Le quai.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(body=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_body_comes_out_to_the_letter(store: Store, body: str) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM stories")
    file(store, "any", body)

    with store.reading() as connection:
        assert stories.story(connection, "any").body == body


def test_a_damaged_body_is_noticed(store: Store) -> None:
    file(store, "quai")
    with store.writing() as connection:
        connection.execute(update(BodyRow).values(text="Le quais."))

    with store.reading() as connection, pytest.raises(DeskError) as caught:
        stories.story(connection, "quai")

    assert caught.value.code == "story.damaged"


def test_a_story_is_found_by_slug_and_by_the_beginning_of_its_id(store: Store) -> None:
    file(store, "abcdef01", slug="le-quai")

    with store.reading() as connection:
        assert stories.find(connection, "le-quai") == "abcdef01"
        assert stories.find(connection, "abcd") == "abcdef01"


@pytest.mark.parametrize(
    ("ref", "code"),
    [("nowhere", "story.unknown"), ("abcd", "story.ambiguous"), ("ab", "story.unknown")],
)
def test_an_unclear_name_is_told(store: Store, ref: str, code: str) -> None:
    file(store, "abcdef01")
    file(store, "abcdef02")

    with store.reading() as connection, pytest.raises(DeskError) as caught:
        stories.find(connection, ref)

    assert caught.value.code == code


@pytest.mark.parametrize("words", ["etat", "État marée", "mare", "ETAT"])
def test_search_folds_accents_and_completes_words(store: Store, words: str) -> None:
    file(store, "oui", "L’État finance le moulin à marée.")
    file(store, "non", "Rien à voir.")

    with store.reading() as connection:
        assert [line.id for line in stories.lines(connection, words=words)] == ["oui"]


def test_search_sees_captions_and_forgets_what_was_changed(store: Store) -> None:
    file(store, "quai")
    use = PhotoUse(id="u1", slot=1, caption="La grue jaune")
    with acting(store, "add-slot", "desk", story_id="quai") as act:
        act.insert("photo_uses", stories.use_row("quai", use))
    with store.reading() as connection:
        assert len(stories.lines(connection, words="grue")) == 1

    with acting(store, "caption", "desk", story_id="quai") as act:
        act.update("photo_uses", "u1", stories.use_columns({"caption": "Le bassin"}))

    with store.reading() as connection:
        assert stories.lines(connection, words="grue") == ()
        assert stories.uses(connection, "quai")[0].caption == "Le bassin"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=st.text())
def test_nothing_typed_in_the_search_box_is_taken_for_syntax(store: Store, words: str) -> None:
    with store.reading() as connection:
        assert isinstance(stories.lines(connection, words=words), tuple)


def test_the_bin_is_a_list_of_its_own(store: Store) -> None:
    file(store, "quai", deleted_at=MOMENT)

    with store.reading() as connection:
        assert stories.lines(connection) == ()
        assert len(stories.lines(connection, binned=True)) == 1
