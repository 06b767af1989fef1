"""A muted rule says nothing of its story; a blocking one is always heard."""

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import muting, sourcing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError


def codes(desk: Desk, story_id: str) -> set[str]:
    return {finding.code for finding in sourcing.check(desk, story_id)}


def quiet_code(desk: Desk, story_id: str) -> str:
    return next(one.code for one in sourcing.check(desk, story_id) if one.severity.value != "block")


def test_a_muted_rule_is_silent_in_its_story_only(desk: Desk, story_id: str) -> None:
    code = quiet_code(desk, story_id)
    other = filing.take_in_text(desk, filing.package(desk, story_id).story.body).story_id
    before = codes(desk, other)

    muting.mute(desk, story_id, code, "titre de rubrique")

    assert code not in codes(desk, story_id)
    assert codes(desk, other) == before
    assert [(one.code, one.by) for one in muting.muted(desk, story_id)] == [(code, "Ana")]


def test_a_rule_is_heard_again_after_undo_and_after_unmuting(desk: Desk, story_id: str) -> None:
    code = quiet_code(desk, story_id)
    muting.mute(desk, story_id, code, "titre de rubrique")
    muting.mute(desk, story_id, code, "deux fois")
    undoing.undo(desk)
    assert code in codes(desk, story_id)

    undoing.redo(desk)
    muting.unmute(desk, story_id, code)
    assert code in codes(desk, story_id)


@pytest.mark.parametrize(
    ("code", "reason", "trouble"),
    [
        ("XXX001", "voilà", r"rule\.unknown"),
        ("ATT001", "voilà", r"mute\.blocking"),
        ("TYP001", " ", r"mute\.no-reason"),
    ],
)
def test_what_cannot_be_muted_is_told(
    desk: Desk, story_id: str, code: str, reason: str, trouble: str
) -> None:
    with pytest.raises(DeskError, match=trouble):
        muting.mute(desk, story_id, code, reason)


def test_a_waived_finding_stays_waived_while_its_words_stand(desk: Desk, story_id: str) -> None:
    finding = next(one for one in sourcing.check(desk, story_id) if one.excerpt and one.place.span)
    sourcing.waive(desk, story_id, finding, "vu")
    body = filing.package(desk, story_id).story.body

    writing.autosave(desk, story_id, body=f"Un paragraphe de plus.\n\n{body}")

    prints = {one.fingerprint() for one in sourcing.check(desk, story_id)}
    assert finding.fingerprint() not in prints
