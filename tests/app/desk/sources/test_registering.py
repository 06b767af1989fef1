"""The register: entries, searches, merging with every quote re-pointed, all of it undoable."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import registering, sourcing
from app.desk.stories import filing
from app.domain.errors import DeskError
from app.domain.person import NameForm, Person, PersonKind, Title
from app.domain.quote import LedgerRow

CARVIN = Person(
    id="",
    name="Hélène Carvin",
    variants=("Helene Carvin",),
    titles=(Title("maire de Port-Sablé"),),
    code="hc",
)


def enter(desk: Desk, **fields: object) -> str:
    return registering.enter(desk, Person(**{"id": "", "name": "", **fields}))[0]  # type: ignore[arg-type]  # any field of a person


def quote(desk: Desk, story_id: str) -> LedgerRow:
    return next(row for row in sourcing.ledger(desk, story_id) if "tout l'hiver" in row.words)


def test_an_entry_is_found_by_code_name_spelling_or_part_of_it(desk: Desk) -> None:
    key, changes = registering.enter(desk, CARVIN)

    assert changes.people == {key}
    for ref in (key, "HC", "hélène carvin", "Helene Carvin", "Carvin"):
        assert registering.entry(desk, ref).id == key


def test_what_fits_several_or_nobody_is_told(desk: Desk) -> None:
    enter(desk, name="Hélène Carvin")
    enter(desk, name="Paul Carvin")

    with pytest.raises(DeskError, match=r"person\.ambiguous"):
        registering.entry(desk, "carvin")
    with pytest.raises(DeskError, match=r"person\.unknown"):
        registering.entry(desk, "Orlik")


def test_the_list_is_searched_without_accents_and_by_kind(desk: Desk) -> None:
    registering.enter(desk, CARVIN)
    enter(desk, name="Agence Rivage", kind=PersonKind.AGENCY)

    assert [one.name for one in registering.entries(desk, words="port-sable helene")] == [
        "Hélène Carvin"
    ]
    assert [one.name for one in registering.entries(desk, kind=PersonKind.AGENCY)] == [
        "Agence Rivage"
    ]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "person.no-name"),
        ({"name": "Ana", "code": "a b"}, "person.bad-code"),
        ({"name": "Ana", "code": "HC"}, "person.code-taken"),
    ],
)
def test_an_entry_that_cannot_stand_is_refused(
    desk: Desk, fields: dict[str, str], code: str
) -> None:
    registering.enter(desk, CARVIN)

    with pytest.raises(DeskError, match=code):
        enter(desk, **fields)

    assert len(registering.entries(desk)) == 1


def test_a_new_name_shows_in_the_quotes_given_to_it(desk: Desk, story_id: str) -> None:
    key, _ = registering.enter(desk, CARVIN)
    sourcing.set_speaker(desk, story_id, quote(desk, story_id).id, "Hélène Carvin")

    registering.amend(desk, key, name="Hélène Carvin-Roy")
    assert quote(desk, story_id).speaker == "Hélène Carvin-Roy"

    undoing.undo(desk)
    assert quote(desk, story_id).speaker == "Hélène Carvin"


def test_only_fields_of_an_entry_are_set(desk: Desk) -> None:
    key, _ = registering.enter(desk, CARVIN)

    with pytest.raises(ValueError, match="id"):
        registering.amend(desk, key, id="x")


def test_merging_repoints_every_quote_and_is_one_step(desk: Desk, story_id: str) -> None:
    kept, _ = registering.enter(desk, CARVIN)
    other = enter(
        desk, name="Mme Carvin", code="mc", forms=(NameForm("el", "Καρβέν"),), note="élue en 2020"
    )
    sourcing.set_speaker(desk, story_id, quote(desk, story_id).id, "Mme Carvin")

    registering.merge(desk, kept, other)

    merged = registering.entry(desk, kept)
    assert (merged.code, merged.note) == ("hc", "élue en 2020")
    assert merged.names() == ("Hélène Carvin", "Helene Carvin", "Mme Carvin", "Καρβέν")
    assert (quote(desk, story_id).person_id, quote(desk, story_id).speaker) == (
        kept,
        "Hélène Carvin",
    )

    undoing.undo(desk)
    assert quote(desk, story_id).person_id == other
    assert registering.entry(desk, kept).variants == ("Helene Carvin",)

    undoing.redo(desk)
    assert [one.id for one in registering.entries(desk)] == [kept]


def test_a_merge_is_undone_after_a_restart(tmp_path: Path) -> None:
    place = tmp_path / "marbre.sqlite"
    with Desk.open(place, by="Ana") as desk:
        registering.merge(desk, enter(desk, name="Hélène Carvin"), enter(desk, name="H. Carvin"))

    with Desk.open(place, by="Ana") as again:
        undoing.undo(again)
        assert len(registering.entries(again)) == 2


def test_an_entry_is_not_merged_with_itself(desk: Desk) -> None:
    key, _ = registering.enter(desk, CARVIN)

    with pytest.raises(DeskError, match=r"person\.same"):
        registering.merge(desk, key, key)


def test_removing_an_entry_leaves_the_name_on_its_quotes(desk: Desk, story_id: str) -> None:
    key, _ = registering.enter(desk, CARVIN)
    sourcing.set_speaker(desk, story_id, quote(desk, story_id).id, "Hélène Carvin")

    registering.remove(desk, key)
    assert (quote(desk, story_id).person_id, quote(desk, story_id).speaker) == (
        None,
        "Hélène Carvin",
    )

    undoing.undo(desk)
    assert quote(desk, story_id).person_id == key


def test_where_somebody_speaks_and_is_shown(
    desk: Desk, story_id: str, picture: Callable[[str], Path]
) -> None:
    key, _ = registering.enter(desk, CARVIN)
    sourcing.set_speaker(desk, story_id, quote(desk, story_id).id, "Hélène Carvin")
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.describe(desk, photo.id, persons=("Helene Carvin",))
    slug = filing.package(desk, story_id).story.slug

    assert [(one.slug, one.words) for one in registering.quoted(desk, key)] == [
        (slug, "La digue tiendra tout l'hiver")
    ]
    assert [(one.file_name, one.stories) for one in registering.pictured(desk, key)] == [
        ("digue.jpg", ())
    ]
