"""Batching: seen before it is put, one step for any number of pictures, honest about what differs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import batching, captioning, templating
from app.desk.photos.batching import Stamp
from app.domain.errors import DeskError
from app.domain.person import Person
from app.domain.picking import Hunt
from app.store import sources
from app.store.journal import acting

Draw = Callable[[str], Path]
STAMP = Stamp(
    fields={
        "headline": "{city}, vue {seq:2}",
        "description": "=hc= à {city}, {date:long}. {ville}",
        "keywords": ("digue", "{city}"),
    },
    language="fr-FR",
)


@pytest.fixture
def ids(desk: Desk, picture: Draw) -> list[str]:
    with acting(desk.store, "enter-person", "Ana") as act:
        person = Person(id="p1", name="Hélène Carvin", code="hc")
        act.insert("people", sources.person_columns(person))
    found = [captioning.take_photo_in(desk, picture(name)).photo.id for name in ("a.jpg", "bb.jpg")]
    captioning.describe(desk, found[0], city="Port-Sablé", created="2026-03-04")
    captioning.describe(desk, found[1], city="Anse-Grise", created="2026-03-05", credit="Rivage")
    return found


def test_what_is_seen_is_what_is_put(desk: Desk, ids: list[str]) -> None:
    seen = batching.preview(desk, ids, STAMP)
    assert captioning.photo(desk, ids[0]).metadata.headline == ""

    changes = batching.apply(desk, ids, STAMP)

    assert changes.photos == set(ids)
    for preview in seen:
        metadata = captioning.photo(desk, preview.photo_id).metadata
        for change in preview.changes:
            assert getattr(metadata, change.field) == change.after
    first, second = (captioning.photo(desk, one).metadata for one in ids)
    assert first.headline == "Port-Sablé, vue 01"
    assert (
        first.description
        == "Hélène Carvin à Port-Sablé, 4\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2026. {ville}"
    )
    assert second.keywords == ("digue", "Anse-Grise")
    assert {preview.unknown for preview in seen} == {("{ville}",)}


def test_forty_pictures_are_one_step(desk: Desk, ids: list[str]) -> None:
    before = [captioning.photo(desk, one).metadata for one in ids]
    batching.apply(desk, ids, STAMP)

    undoing.undo(desk)

    assert [captioning.photo(desk, one).metadata for one in ids] == before


def test_the_story_gives_its_slug_and_language(desk: Desk, story_id: str, ids: list[str]) -> None:
    stamp = Stamp(fields={"job_id": "{slug}-{seq}", "event": "{date:long}"}, story_id=story_id)

    batching.apply(desk, ids, stamp)

    metadata = captioning.photo(desk, ids[1]).metadata
    assert metadata.job_id.endswith("-2")
    assert metadata.job_id != "-2"
    assert metadata.event == "5\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2026"


@pytest.mark.parametrize("field", ["camera", "nonsense"])
def test_a_field_no_one_may_set_is_refused(desk: Desk, ids: list[str], field: str) -> None:
    with pytest.raises(ValueError, match=field):
        batching.apply(desk, ids, Stamp(fields={field: "x"}))


def test_an_unknown_photo_stops_the_whole(desk: Desk, ids: list[str]) -> None:
    with pytest.raises(DeskError) as caught:
        batching.apply(desk, [*ids, "nobody"], STAMP)

    assert caught.value.code == "photo.unknown"
    assert captioning.photo(desk, ids[0]).metadata.headline == ""


def test_words_are_replaced_in_the_pictures_that_have_them(desk: Desk, ids: list[str]) -> None:
    hunt = Hunt(find=r"(\w+)-Sablé", words=r"\1-Doré", fields=("city",), regex=True)

    (seen,) = batching.preview_replace(desk, ids, hunt)
    changes = batching.replace_words(desk, ids, hunt)

    assert seen.photo_id == ids[0]
    assert [(one.before, one.after) for one in seen.changes] == [("Port-Sablé", "Port-Doré")]
    assert changes.photos == {ids[0]}
    assert captioning.photo(desk, ids[0]).metadata.city == "Port-Doré"


def test_quoted_words_are_told_and_stay(desk: Desk, ids: list[str]) -> None:
    quoted = "« Quai fermé », dit l’affiche."
    captioning.describe(desk, ids[0], description=quoted, headline="Le quai")
    captioning.describe(desk, ids[1], description=quoted)
    hunt = Hunt(find="quai", words="port", fields=("headline", "description"))

    seen = batching.preview_replace(desk, ids, hunt)
    changes = batching.replace_words(desk, ids, hunt)

    assert [(len(one.changes), one.quoted) for one in seen] == [(1, 1), (0, 1)]
    assert changes.photos == {ids[0]}
    assert captioning.photo(desk, ids[0]).metadata.headline == "Le port"
    assert {captioning.photo(desk, one).metadata.description for one in ids} == {quoted}


def test_what_differs_is_told_with_its_values(desk: Desk, ids: list[str]) -> None:
    found = batching.shared(desk, ids)

    assert found.metadata.city == ""
    assert {"city", "created", "credit"} <= found.mixed
    assert found.values["city"] == ("Port-Sablé", "Anse-Grise")
    assert found.values["credit"] == ("", "Rivage")


def test_the_same_words_are_typed_into_many(desk: Desk, ids: list[str]) -> None:
    batching.describe(desk, ids, city="{brut}", persons=("Ana Solis",))

    for one in ids:
        metadata = captioning.photo(desk, one).metadata
        assert (metadata.city, metadata.persons) == ("{brut}", ("Ana Solis",))
    undoing.undo(desk)
    assert captioning.photo(desk, ids[1]).metadata.city == "Anse-Grise"


def test_the_last_words_are_put_again(desk: Desk, ids: list[str]) -> None:
    captioning.describe(desk, ids[0], description="La digue", persons=("Ana Solis",))

    assert dict(batching.last_words(desk)) == {
        "description": "La digue",
        "persons": ("Ana Solis",),
    }
    batching.repeat_last(desk, ids[1:])

    metadata = captioning.photo(desk, ids[1]).metadata
    assert (metadata.description, metadata.city) == ("La digue", "Anse-Grise")


def test_without_last_words_nothing_is_put(desk: Desk, picture: Draw) -> None:
    photo = captioning.take_photo_in(desk, picture("seul.jpg")).photo

    assert batching.repeat_last(desk, [photo.id]).step == 0


def test_a_code_file_serves_beside_the_register(desk: Desk, ids: list[str], tmp_path: Path) -> None:
    source = tmp_path / "equipe.txt"
    source.write_text("mo\tMaïa Ordel, capitaine\tOrdel\nhc\tUn autre\n", encoding="cp1252")
    taken = templating.take_codes_in(desk, source)

    batching.apply(desk, ids, Stamp(fields={"description": "=mo=, puis =mo= et =hc="}))

    assert taken.count == 2
    words = captioning.photo(desk, ids[0]).metadata.description
    assert words == "Maïa Ordel, capitaine, puis Ordel et Hélène Carvin"


def test_one_text_is_filled_as_it_is_typed(desk: Desk, ids: list[str]) -> None:
    filled = batching.filled(desk, ids[1], "=hc= à {city}, {nowhere}")

    assert filled.text == "Hélène Carvin à Anse-Grise, {nowhere}"
    assert filled.unknown == ("{nowhere}",)
    assert captioning.photo(desk, ids[1]).metadata.description == ""


def test_a_form_knows_its_fields() -> None:
    facts = {fact.name: fact for fact in batching.FIELDS}

    assert facts["persons"].is_list
    assert facts["headline"].longest == 256
    assert facts["camera"].fixed
    assert not facts["headline"].fixed
