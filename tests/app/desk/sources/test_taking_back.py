"""Every act on sources, quotes and the register is taken back and done again, after a restart too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import muting, register_imports, registering, sourcing, transcribing, vouching
from app.desk.stories import filing
from app.domain.person import Person
from app.domain.quote import EvidenceKind, LedgerRow, Record

COPY = """Le moulin rouvre

« Le moulin ouvrira lundi matin sans faute », a dit Anna Vidal. « Nous avons attendu trois ans »,
a ajouté Léo Marchand. Des experts ont dit que la roue tiendrait.
"""
TABLE = "name,code\nAnna Vidal-Roy,av\nNadia Brunel,nb\n"

Act = Callable[[Desk, str], object]


def first(desk: Desk, story_id: str) -> LedgerRow:
    return sourcing.ledger(desk, story_id)[0]


def evidence(desk: Desk, story_id: str) -> str:
    return next(row.evidence[0].id for row in sourcing.ledger(desk, story_id) if row.evidence)


def _import(desk: Desk, _story_id: str) -> object:
    return register_imports.import_csv(desk, desk.path.parent / "people.csv")


def _waive(desk: Desk, story_id: str) -> object:
    return sourcing.waive(desk, story_id, sourcing.check(desk, story_id)[-1], "looked at")


def _unwaive(desk: Desk, story_id: str) -> object:
    (waiver,) = filing.package(desk, story_id).waivers
    return sourcing.unwaive(desk, story_id, waiver.fingerprint)


ACTS: dict[str, tuple[tuple[Act, ...], Act]] = {
    "confirm": ((), lambda d, s: sourcing.confirm(d, s, first(d, s).id)),
    "set-speaker": ((), lambda d, s: sourcing.set_speaker(d, s, first(d, s).id, "Léo Marchand")),
    "introduce": (
        (),
        lambda d, s: sourcing.introduce(d, s, first(d, s).id, Person(id="", name="Ana Solis")),
    ),
    "not-a-quote": ((), lambda d, s: sourcing.not_a_quote(d, s, first(d, s).id)),
    "reopen": (
        (lambda d, s: sourcing.confirm(d, s, first(d, s).id),),
        lambda d, s: sourcing.reopen(d, s, first(d, s).id),
    ),
    "waive": ((), _waive),
    "unwaive": ((_waive,), _unwaive),
    "mute": ((), lambda d, s: muting.mute(d, s, "ATT007", "wire copy")),
    "unmute": (
        (lambda d, s: muting.mute(d, s, "ATT007", "wire copy"),),
        lambda d, s: muting.unmute(d, s, "ATT007"),
    ),
    "add-evidence": (
        (),
        lambda d, s: vouching.add_evidence(
            d, s, first(d, s).id, EvidenceKind.NOTES, "page 4", verified=vouching.Verified("Ana")
        ),
    ),
    "verify-evidence": (
        (lambda d, s: vouching.add_evidence(d, s, first(d, s).id, EvidenceKind.NOTES, "p. 4"),),
        lambda d, s: vouching.verify_evidence(d, s, evidence(d, s)),
    ),
    "remove-evidence": (
        (lambda d, s: vouching.add_evidence(d, s, first(d, s).id, EvidenceKind.NOTES, "p. 4"),),
        lambda d, s: vouching.remove_evidence(d, s, evidence(d, s)),
    ),
    "set-record": ((), lambda d, s: vouching.set_record(d, s, first(d, s).id, Record.OFF)),
    "ask-anonymity": ((), lambda d, s: vouching.ask_anonymity(d, s, first(d, s).id, "fear")),
    "approve-anonymity": (
        (),
        lambda d, s: vouching.approve_anonymity(d, s, first(d, s).id, "Noé Lambel", "fear"),
    ),
    "name-again": (
        (lambda d, s: vouching.ask_anonymity(d, s, first(d, s).id, "fear"),),
        lambda d, s: vouching.name_again(d, s, first(d, s).id),
    ),
    "attach": ((), lambda d, s: transcribing.attach(d, s, d.path.parent / "said.txt")),
    "detach": (
        (lambda d, s: transcribing.attach(d, s, d.path.parent / "said.txt"),),
        lambda d, s: transcribing.detach(d, s, transcribing.attached(d, s)[0].id),
    ),
    "enter": ((), lambda d, _s: registering.enter(d, Person(id="", name="Nadia Brunel"))),
    "amend": ((), lambda d, _s: registering.amend(d, registering.entry(d, "av").id, name="A. V.")),
    "merge": (
        (lambda d, s: sourcing.set_speaker(d, s, first(d, s).id, "Léo Marchand"),),
        lambda d, _s: registering.merge(
            d, registering.entry(d, "av").id, registering.entry(d, "Léo Marchand").id
        ),
    ),
    "remove": ((), lambda d, _s: registering.remove(d, registering.entry(d, "av").id)),
    "import": ((), _import),
}
"""Each act with what must have been done before it."""


def seen(desk: Desk, story_id: str) -> Any:
    package = filing.package(desk, story_id)
    return (
        package.ledger,
        set(package.waivers),
        set(package.mutes),
        registering.entries(desk),
        transcribing.attached(desk, story_id),
    )


@pytest.fixture
def store(tmp_path: Path) -> tuple[Path, str]:
    """A store with a story, two entries, a table and a transcript beside."""
    (tmp_path / "moulin.txt").write_text(COPY, encoding="utf-8")
    (tmp_path / "people.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "said.txt").write_text("Le moulin ouvrira mardi.", encoding="utf-8")
    place = tmp_path / "store.sqlite"
    with Desk.open(place, by="Test Desk") as desk:
        story_id = filing.take_in(desk, tmp_path / "moulin.txt").story_id
        registering.enter(desk, Person(id="", name="Anna Vidal", code="av"))
        registering.enter(desk, Person(id="", name="Léo Marchand"))
    return place, story_id


@pytest.mark.parametrize("name", list(ACTS))
def test_an_act_is_taken_back_and_done_again_after_a_restart(
    store: tuple[Path, str], name: str
) -> None:
    place, story_id = store
    preparations, act = ACTS[name]
    with Desk.open(place, by="Test Desk") as desk:
        for one in preparations:
            one(desk, story_id)
        before = seen(desk, story_id)
        act(desk, story_id)
        after = seen(desk, story_id)
    assert before != after

    with Desk.open(place, by="Test Desk") as desk:
        undoing.undo(desk)
        assert seen(desk, story_id) == before
    with Desk.open(place, by="Test Desk") as desk:
        undoing.redo(desk)
        assert seen(desk, story_id) == after
