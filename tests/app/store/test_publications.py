"""The log of publications keeps who, where, which files and which overrides."""

from datetime import UTC, datetime

from app.domain.correction import Correction, CorrectionKind
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
        correction=Correction(kind=CorrectionKind.NAME, notice="Un nom.", at=MOMENT),
        previous="0",
        revision=4,
        withdrawn=True,
    )
    with store.writing() as connection:
        publications.log(connection, entry)

    with store.reading() as connection:
        assert publications.of_story(connection, "s") == (entry,)


def test_a_line_written_before_corrections_were_kept_is_read(store: Store) -> None:
    fields = {"slug": "s", "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    with acting(store, "take-in", "desk") as act:
        act.insert("stories", {"id": "s", **story_columns(fields)})
    with store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO publications (id, story_id, folder, at, overrides, manifest, size)"
            " VALUES ('1', 's', 'out', '2026-03-04T00:00:00+00:00', '[]', '{}', 1)"
        )

    with store.reading() as connection:
        entry = publications.of_story(connection, "s")[0]
    assert (entry.overrides, entry.correction, entry.revision) == ((), None, None)


def test_a_mark_changes_with_its_story_and_stays_while_others_change(store: Store) -> None:
    fields = {"language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    for name in ("a", "b"):
        with acting(store, "take-in", "desk", story_id=name) as act:
            act.insert("stories", {"id": name, **story_columns({**fields, "slug": name})})
    with store.reading() as connection:
        before = {one.story_id: one.mark for one in publications.marks(connection)}
    with acting(store, "revise", "desk", story_id="a") as act:
        act.update("stories", "a", {"headline": "La digue"})

    with store.reading() as connection:
        after = {one.story_id: one.mark for one in publications.marks(connection)}
    assert before["a"] != after["a"]
    assert before["b"] == after["b"]
