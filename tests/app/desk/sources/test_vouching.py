"""Evidence, terms and anonymity: signed, undoable, and never a new decision on the words."""

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import sourcing, vouching
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.quote import EvidenceKind, LedgerRow, LedgerState, Record


def row(desk: Desk, story_id: str) -> LedgerRow:
    return next(one for one in sourcing.ledger(desk, story_id) if "tiendra" in one.words)


def test_evidence_is_noted_verified_and_taken_back(desk: Desk, story_id: str) -> None:
    key = row(desk, story_id).id
    vouching.add_evidence(desk, story_id, key, EvidenceKind.ADDRESS, " https://exemple.fr/conseil ")
    (one,) = row(desk, story_id).evidence
    assert (one.reference, one.verified_by) == ("https://exemple.fr/conseil", "")

    vouching.verify_evidence(desk, story_id, one.id)
    assert row(desk, story_id).evidence[0].verified_by == "Ana"
    assert row(desk, story_id).state is LedgerState.OPEN

    vouching.remove_evidence(desk, story_id, one.id)
    assert row(desk, story_id).evidence == ()
    undoing.undo(desk)
    assert row(desk, story_id).evidence[0].verified_by == "Ana"


def test_evidence_stays_when_its_quote_is_confirmed_and_reopened(desk: Desk, story_id: str) -> None:
    key = row(desk, story_id).id
    vouching.add_evidence(desk, story_id, key, EvidenceKind.RECORDING, "12:40")
    sourcing.confirm(desk, story_id, key)
    sourcing.reopen(desk, story_id, key)

    assert row(desk, story_id).state is LedgerState.OPEN
    assert [one.reference for one in row(desk, story_id).evidence] == ["12:40"]


def test_terms_decide_nothing_of_altered_words(desk: Desk, story_id: str) -> None:
    sourcing.confirm(desk, story_id, row(desk, story_id).id)
    body = filing.package(desk, story_id).story.body
    writing.autosave(desk, story_id, body=body.replace("tiendra tout", "tiendra presque tout"))

    vouching.set_record(desk, story_id, row(desk, story_id).id, Record.OFF)

    found = row(desk, story_id)
    assert (found.record, found.state) == (Record.OFF, LedgerState.ALTERED)
    assert found.words == "La digue tiendra tout l'hiver"


def test_anonymity_is_asked_approved_and_taken_back(desk: Desk, story_id: str) -> None:
    key = row(desk, story_id).id
    vouching.ask_anonymity(desk, story_id, key, "craint pour son poste")
    asked = row(desk, story_id).anonymity
    assert asked is not None
    assert not asked.approved

    vouching.approve_anonymity(desk, story_id, key, "Léo Marchand")
    agreed = row(desk, story_id).anonymity
    assert agreed is not None
    assert (agreed.reason, agreed.approved_by) == ("craint pour son poste", "Léo Marchand")

    vouching.name_again(desk, story_id, key)
    assert row(desk, story_id).anonymity is None
    undoing.undo(desk)
    assert row(desk, story_id).anonymity == agreed


def test_what_is_not_said_is_asked_for(desk: Desk, story_id: str) -> None:
    key = row(desk, story_id).id

    with pytest.raises(DeskError, match=r"evidence\.no-reference"):
        vouching.add_evidence(desk, story_id, key, EvidenceKind.NOTES, " ")
    with pytest.raises(DeskError, match=r"evidence\.unknown"):
        vouching.verify_evidence(desk, story_id, "nowhere")
    with pytest.raises(DeskError, match=r"anonymity\.no-reason"):
        vouching.ask_anonymity(desk, story_id, key, "")
    with pytest.raises(DeskError, match=r"anonymity\.no-reason"):
        vouching.approve_anonymity(desk, story_id, key, "Léo")
    with pytest.raises(DeskError, match=r"anonymity\.no-name"):
        vouching.approve_anonymity(desk, story_id, key, " ", "craint pour son poste")
