"""What is done about a quote is done at the desk, and what goes wrong is told."""

from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.sources import muting, sourcing, transcribing
from app.domain.quote import EvidenceKind, LedgerRow, Record
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.sourcing.deeds import Deeds


class Chosen:
    """The first quote of a story."""

    def __init__(self, desk: Desk, story_id: str) -> None:
        self.desk = desk
        self.story_id = story_id

    def row(self) -> LedgerRow | None:
        return sourcing.ledger(self.desk, self.story_id)[0]


@pytest.fixture
def told() -> list[Notice]:
    return []


@pytest.fixture
def chosen(desk: Desk, story_id: str) -> Chosen:
    return Chosen(desk, story_id)


@pytest.fixture
def deeds(desk: Desk, straight: Errands, chosen: Chosen, told: list[Notice]) -> Deeds:
    return Deeds(desk, straight, chosen, told.append)


def row(chosen: Chosen) -> LedgerRow:
    found = chosen.row()
    assert found is not None
    return found


def test_evidence_is_noted_verified_and_removed(deeds: Deeds, chosen: Chosen) -> None:
    deeds.note(EvidenceKind.RECORDING, "tape 3", None)
    (one,) = row(chosen).evidence
    assert (one.reference, one.verified_by) == ("tape 3", "")

    deeds.verify(one.id)
    assert row(chosen).evidence[0].verified_by == "Test Desk"
    deeds.remove_evidence(one.id)
    assert row(chosen).evidence == ()


def test_terms_go_round(deeds: Deeds, chosen: Chosen) -> None:
    seen = []
    for _ in range(3):
        deeds.next_terms()
        seen.append(row(chosen).record)

    assert seen == [Record.BACKGROUND, Record.OFF, Record.ON]


def test_a_name_is_hidden_agreed_and_shown_again(deeds: Deeds, chosen: Chosen) -> None:
    deeds.hide_name("fears for her job", "")
    asked = row(chosen).anonymity
    deeds.hide_name("fears for her job", "Noé Lambel")
    agreed = row(chosen).anonymity
    deeds.name_again()

    assert asked is not None
    assert not asked.approved
    assert agreed is not None
    assert agreed.approved_by == "Noé Lambel"
    assert row(chosen).anonymity is None


def test_a_finding_is_set_aside_and_a_rule_muted(deeds: Deeds, desk: Desk, story_id: str) -> None:
    first = sourcing.check(desk, story_id)[0]
    deeds.waive(first, "looked at")
    assert first.fingerprint() not in {one.fingerprint() for one in sourcing.check(desk, story_id)}
    deeds.unwaive(first.fingerprint())
    assert first.fingerprint() in {one.fingerprint() for one in sourcing.check(desk, story_id)}

    deeds.mute("ATT007", "a wire story")
    assert [one.code for one in muting.muted(desk, story_id)] == ["ATT007"]
    deeds.unmute("ATT007")
    assert muting.muted(desk, story_id) == ()


def test_a_transcript_in_another_language_is_told(
    deeds: Deeds, desk: Desk, story_id: str, tmp_path: Path, told: list[Notice]
) -> None:
    source = tmp_path / "said.txt"
    source.write_text("The mill will open on Monday, and the road as well. " * 5, "utf-8")

    deeds.attach(source)

    assert told[-1].weight == "warning"
    (kept,) = transcribing.attached(desk, story_id)
    deeds.detach(kept.id)
    assert transcribing.attached(desk, story_id) == ()


def test_a_file_that_is_no_transcript_is_told(
    deeds: Deeds, tmp_path: Path, told: list[Notice]
) -> None:
    source = tmp_path / "said.srt"
    source.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")

    deeds.attach(source)

    assert told[-1].weight == "error"
    assert "said.srt" in told[-1].text


def test_the_report_is_written_and_handed_over(
    deeds: Deeds, tmp_path: Path, told: list[Notice]
) -> None:
    pages: list[str] = []
    deeds.write_report(tmp_path / "sources.html")
    deeds.with_report(pages.append)

    assert pages == [(tmp_path / "sources.html").read_text("utf-8")]
    assert "<svg" in pages[0]
    assert "<script" not in pages[0]
    deeds.write_report(tmp_path / "nowhere" / "sources.html")
    assert told[-1].weight == "error"
