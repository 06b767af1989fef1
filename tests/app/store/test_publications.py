"""The log of publications keeps who, where, which files and which overrides."""

from datetime import UTC, datetime

from app.store import publications
from app.store.journal import acting
from app.store.opening import Store
from app.store.publications import PublicationEntry
from app.store.stories import story_columns

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)


def test_a_publication_comes_out_as_it_went_in(store: Store) -> None:
    fields = {"slug": "s", "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    with acting(store, "take-in", "desk") as act:
        act.insert("stories", {"id": "s", **story_columns(fields)})
    entry = PublicationEntry(
        id="1",
        story_id="s",
        folder="out",
        at=MOMENT,
        by="Ana",
        overrides=({"code": "PHO001", "reason": "crédit en cours", "by": "Ana"},),
        manifest={"index.html": "ab"},
        size=12,
    )
    with store.writing() as connection:
        publications.log(connection, entry)

    with store.reading() as connection:
        assert publications.of_story(connection, "s") == (entry,)
