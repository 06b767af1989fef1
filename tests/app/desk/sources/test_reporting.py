"""The report: who speaks and how much, what stands behind it, and a ledger that stays private."""

import json
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.sources import muting, reporting, sourcing, vouching
from app.domain.errors import DeskError
from app.domain.quote import EvidenceKind, LedgerRow, SourceKind


def row(desk: Desk, story_id: str) -> LedgerRow:
    return next(one for one in sourcing.ledger(desk, story_id) if "tiendra tout" in one.words)


def publish(desk: Desk, story_id: str, to: Path) -> None:
    codes = {one.code for one in publishing.preflight(desk, story_id).blocks}
    publishing.publish(desk, story_id, to, overrides=dict.fromkeys(codes, "bouclage"))


def test_each_source_has_its_words_and_its_share(desk: Desk, story_id: str) -> None:
    sourcing.confirm(desk, story_id, row(desk, story_id).id)

    told = reporting.report(desk, story_id)

    carvin = next(one for one in told.voices if one.name == "Hélène Carvin")
    assert carvin.confirmed == 1
    assert carvin.kind is SourceKind.NAMED
    assert sum(one.share for one in told.voices) == pytest.approx(1)
    assert sum(words for _kind, words in told.kinds) <= told.words


def test_one_source_alone_is_told(desk: Desk, story_id: str) -> None:
    for one in sourcing.ledger(desk, story_id):
        sourcing.set_speaker(desk, story_id, one.id, "Hélène Carvin")
    assert reporting.report(desk, story_id).single
    assert reporting.report(desk, story_id).open == 0

    sourcing.set_speaker(desk, story_id, row(desk, story_id).id, "Tomasz Orlik")
    assert not reporting.report(desk, story_id).single


def test_what_stands_behind_and_what_was_passed_over_is_told(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    key = row(desk, story_id).id
    vouching.add_evidence(desk, story_id, key, EvidenceKind.RECORDING, "12:40")
    vouching.approve_anonymity(desk, story_id, key, "Léo", "craint pour son poste")
    muting.mute(desk, story_id, "TYP001", "titre")
    publish(desk, story_id, tmp_path / "public")

    told = reporting.report(desk, story_id)

    assert [one.approved_by for one in told.anonymous] == ["Léo"]
    assert [each.reference for one in told.quotes for each in one.evidence] == ["12:40"]
    assert [one.code for one in told.mutes] == ["TYP001"]
    assert {one["reason"] for one in told.overrides} <= {"bouclage"}


def test_the_private_ledger_is_for_its_owner_alone(desk: Desk, story_id: str) -> None:
    vouching.approve_anonymity(desk, story_id, row(desk, story_id).id, "Léo", "menacé")

    place = reporting.keep_ledger(desk, story_id)

    assert place.parent == (desk.path.parent / "ledgers").resolve()
    assert place.stat().st_mode & 0o077 == 0
    assert json.loads(place.read_text("utf-8"))["anonymous"][0]["reason"] == "menacé"


def test_the_private_ledger_is_never_inside_a_published_folder(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    public = tmp_path / "public"
    publish(desk, story_id, public)
    elsewhere = tmp_path / "copied"
    elsewhere.mkdir()
    (elsewhere / "story.ninjs.json").write_text("{}", encoding="utf-8")

    for folder in (public, public / "deeper", elsewhere):
        with pytest.raises(DeskError, match=r"ledger\.public-folder"):
            reporting.keep_ledger(desk, story_id, folder / "ledger.json")
    assert not (public / "deeper").exists()


def test_a_place_that_cannot_be_written_is_told(desk: Desk, story_id: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(DeskError, match=r"ledger\.not-written"):
        reporting.keep_ledger(desk, story_id, tmp_path / "file" / "ledger.json")


def test_publishing_keeps_the_private_ledger_outside_the_page(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    blocks = {one.code for one in publishing.preflight(desk, story_id).blocks}
    reason = "bande entendue"

    publishing.publish(
        desk, story_id, tmp_path / "page", overrides=dict.fromkeys(blocks, reason), by="Ana"
    )

    (place,) = (desk.path.parent / "ledgers").glob("*.json")
    kept = json.loads(place.read_text("utf-8"))
    assert [(one["code"], one["reason"], one["by"]) for one in kept["overrides"]] == [
        (code, reason, "Ana") for code in sorted(blocks)
    ]
    assert not list((tmp_path / "page").rglob(place.name))


def test_a_page_that_would_show_the_ledger_is_not_written(desk: Desk, story_id: str) -> None:
    blocks = {one.code for one in publishing.preflight(desk, story_id).blocks}
    public = desk.path.parent / "ledgers"

    with pytest.raises(DeskError, match=r"ledger\.public-folder"):
        publishing.publish(desk, story_id, public, overrides=dict.fromkeys(blocks, "x"), by="Ana")

    assert not (public / "index.html").exists()
