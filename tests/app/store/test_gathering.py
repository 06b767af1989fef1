"""Several packages at once are what each one alone is, with nothing of another's."""

from datetime import UTC, datetime

import pytest

from app.domain.errors import DeskError
from app.store import gathering, revisions
from app.store.journal import acting
from app.store.opening import Store
from app.store.stories import body_columns, story_columns

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)


def file(store: Store, story_id: str) -> None:
    fields = {"slug": story_id, "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    with acting(store, "take-in", "desk") as act:
        act.insert("stories", {"id": story_id, **story_columns(fields)})
        act.insert("bodies", {"story_id": story_id, **body_columns(f"Copie de {story_id}.")})
        use = {"id": f"u-{story_id}", "story_id": story_id, "slot": 1, "caption": story_id}
        act.insert("photo_uses", use)


def test_each_story_comes_with_its_own_copy_and_slots(store: Store) -> None:
    for story_id in ("a", "b"):
        file(store, story_id)

    with store.reading() as connection:
        both = gathering.packages(connection, ["b", "a"])
        alone = gathering.packages(connection, ["a"])

    assert both["a"] == alone["a"]
    assert [one.story.body for one in both.values()] == ["Copie de b.", "Copie de a."]
    assert [use.caption for use in both["b"].uses] == ["b"]


def test_a_story_the_store_does_not_hold_is_refused(store: Store) -> None:
    with store.reading() as connection, pytest.raises(DeskError) as refused:
        gathering.packages(connection, ["z"])

    assert refused.value.code == "story.unknown"


def test_moments_kept_together_are_numbered_as_those_kept_alone(store: Store) -> None:
    for story_id in ("a", "b"):
        file(store, story_id)
    occasion = revisions.Occasion("published", "Ana")

    with store.writing() as connection:
        revisions.keep(connection, "a", revisions.Occasion("named", "Ana", "one"))
        first = revisions.keep_all(connection, ["a", "b"], occasion)
        again = revisions.keep_all(connection, ["a", "b"], occasion)
        kept = revisions.all_of(connection, "b")

    assert first == again == {"a": 0, "b": 0}
    assert [(one.number, one.reason, one.by) for one in kept] == [(0, "published", "Ana")]
