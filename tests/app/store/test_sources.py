"""The register, the ledger and the waivers come out as they went in."""

from datetime import UTC, date, datetime

import pytest

from app.domain.errors import DeskError
from app.domain.person import NameForm, Person, PersonKind, Title
from app.domain.quote import (
    Anonymity,
    Evidence,
    EvidenceKind,
    LedgerRow,
    LedgerState,
    QuoteKind,
    Record,
)
from app.domain.text import Span
from app.store import sources
from app.store.journal import acting
from app.store.opening import Store
from app.store.stories import body_columns, story_columns

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)
CARVIN = Person(
    id="p1",
    name="Hélène Carvin",
    kind=PersonKind.PERSON,
    variants=("Helene Carvin",),
    titles=(Title("maire de Port-Sablé", date(2020, 6, 1)),),
    code="hc",
    forms=(NameForm("el", "Ελέν Καρβέν"),),
    captions=("Hélène Carvin, maire", "la maire"),
)
EVIDENCE = Evidence(
    id="e1",
    quote_id="q",
    kind=EvidenceKind.RECORDING,
    reference="visite du chantier, 12:40",
    verified_by="Ana",
    verified_at=MOMENT,
)


def file_story(store: Store) -> None:
    with acting(store, "take-in", "desk") as act:
        fields = {"slug": "s", "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
        act.insert("stories", {"id": "s", **story_columns(fields)})
        act.insert("bodies", {"story_id": "s", **body_columns("« Oui »")})


def test_a_person_comes_out_as_it_went_in(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", sources.person_columns(CARVIN))

    with store.reading() as connection:
        assert sources.people(connection) == (CARVIN,)


def test_a_decision_comes_out_as_it_went_in(store: Store) -> None:
    file_story(store)
    row = LedgerRow(
        id="q",
        story_id="s",
        words="Oui",
        span=Span(2, 5),
        kind=QuoteKind.DIRECT,
        state=LedgerState.CONFIRMED,
        speaker="Hélène Carvin",
        decided_by="Ana",
        decided_at=MOMENT,
        ahead="",
        behind=", a dit la maire.",
        record=Record.BACKGROUND,
        anonymity=Anonymity(reason="craint pour son poste", approved_by="Léo", approved_at=MOMENT),
        evidence=(EVIDENCE,),
    )
    with acting(store, "confirm", "desk", story_id="s") as act:
        act.insert("quotes", sources.ledger_columns(row))
        act.insert("evidence", sources.evidence_columns("s", EVIDENCE))

    with store.reading() as connection:
        assert sources.ledger(connection, "s") == (row,)


def test_a_waiver_is_found_by_what_it_waives(store: Store) -> None:
    file_story(store)
    values = {"code": "TYP001", "fingerprint": "f", "reason": "titre", "by": "Ana"}
    with acting(store, "waive", "desk", story_id="s") as act:
        act.insert("waivers", {"id": "w", "story_id": "s", "at": MOMENT.isoformat(), **values})

    with store.reading() as connection:
        assert sources.waiver_id(connection, "s", "f") == "w"
        assert sources.waiver_id(connection, "s", "g") is None
        assert sources.waivers(connection, "s")[0].reason == "titre"


def test_an_entry_is_found_by_its_id(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", sources.person_columns(CARVIN))

    with store.reading() as connection:
        assert sources.person(connection, "p1") == CARVIN
        with pytest.raises(DeskError) as caught:
            sources.person(connection, "p2")

    assert caught.value.code == "person.unknown"


def test_a_muted_rule_comes_out_as_it_went_in(store: Store) -> None:
    file_story(store)
    values = {"code": "TYP001", "reason": "titre", "by": "Ana", "at": MOMENT.isoformat()}
    with acting(store, "mute", "desk", story_id="s") as act:
        act.insert("mutes", {"id": "m", "story_id": "s", **values})

    with store.reading() as connection:
        muted = sources.mutes(connection, "s")
    assert [(one.code, one.reason, one.by) for one in muted.values()] == [
        ("TYP001", "titre", "Ana")
    ]
