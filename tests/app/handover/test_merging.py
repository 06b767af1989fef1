"""Two desks' versions laid together: nothing anybody wrote is lost, only real clashes are asked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.handover import Choice, Handed
from app.domain.history import Facet
from app.domain.photo import PhotoUse
from app.domain.quote import LedgerRow, LedgerState, QuoteKind
from app.domain.story import Story, slot_line
from app.handover.merging import merge
from app.handover.paragraphs import stretches

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)
BODIES = st.lists(st.sampled_from(["Un.", "Deux.", "Trois.", "Quatre.", ""]), max_size=7).map(
    "\n\n".join
)


def handed(body: str = "", uses: tuple[PhotoUse, ...] = (), headline: str = "") -> Handed:
    story = Story(
        id="s",
        slug="quai",
        language="fr-FR",
        headline=headline,
        body=body,
        created_at=MOMENT,
        updated_at=MOMENT,
    )
    return Handed(story=story, uses=uses)


def decided(state: LedgerState) -> Handed:
    row = LedgerRow(
        id="q1",
        story_id="s",
        words="Oui",
        span=None,
        kind=QuoteKind.DIRECT,
        state=state,
        decided_at=MOMENT,
    )
    return replace(handed(), ledger=(row,))


@given(base=BODIES, changed=BODIES)
def test_what_one_side_changed_alone_is_taken(base: str, changed: str) -> None:
    theirs = merge(handed(base), handed(base), handed(changed))
    mine = merge(handed(base), handed(changed), handed(base))

    assert theirs.settled(()).story.body == changed
    assert mine.settled(()).story.body == changed
    assert mine.taken == 0


@given(base=BODIES, mine=BODIES, theirs=BODIES)
def test_choosing_one_side_never_loses_a_new_paragraph_of_it(
    base: str, mine: str, theirs: str
) -> None:
    laid = merge(handed(base), handed(mine), handed(theirs))
    body = laid.settled([Choice.MINE] * len(laid.clashes)).story.body

    new = set(mine.split("\n\n")) - set(base.split("\n\n"))
    assert new <= set(body.split("\n\n"))


@given(base=BODIES, mine=BODIES, theirs=BODIES)
def test_the_paragraphs_of_each_side_make_its_whole_text(base: str, mine: str, theirs: str) -> None:
    found = list(stretches(base, mine, theirs))

    for side, text in (("base", base), ("mine", mine), ("theirs", theirs)):
        assert "\n\n".join(part for one in found for part in getattr(one, side)) == text


def test_paragraphs_changed_side_by_side_are_no_clash() -> None:
    laid = merge(handed("Un.\n\nDeux."), handed("Un !\n\nDeux."), handed("Un.\n\nDeux !"))

    assert laid.clashes == []
    assert laid.settled(()).story.body == "Un !\n\nDeux !"


@pytest.mark.parametrize(
    ("choice", "body"),
    [
        (Choice.MINE, "Un, dit-elle."),
        (Choice.THEIRS, "Un, dit-il."),
        (Choice.BASE, "Un."),
        (Choice.BOTH, "Un, dit-elle.\n\nUn, dit-il."),
    ],
)
def test_a_paragraph_changed_by_both_is_chosen(choice: Choice, body: str) -> None:
    laid = merge(handed("Un."), handed("Un, dit-elle."), handed("Un, dit-il."))

    (clash,) = laid.clashes
    assert (clash.facet, clash.joins) == (Facet("body"), True)
    assert laid.settled([choice]).story.body == body


def test_fields_and_captions_are_laid_one_by_one() -> None:
    use = PhotoUse(id="u1", slot=1, caption="Le quai", alt="Un quai")
    base = handed(uses=(use,), headline="Le quai")
    mine = handed(uses=(replace(use, caption="Le quai nord"),), headline="Le quai rouvre")
    theirs = handed(
        uses=(replace(use, caption="Le quai sud", alt="Deux quais"),), headline="Le quai"
    )

    laid = merge(base, mine, theirs)

    assert [clash.facet for clash in laid.clashes] == [Facet("caption", "1")]
    settled = laid.settled([Choice.THEIRS])
    assert (settled.uses[0].caption, settled.uses[0].alt) == ("Le quai sud", "Deux quais")
    assert settled.story.headline == "Le quai rouvre"


def test_new_slots_of_both_desks_get_numbers_of_their_own() -> None:
    mine = handed(slot_line(1), (PhotoUse(id="a", slot=1, caption="Mienne"),))
    theirs = handed(slot_line(1), (PhotoUse(id="b", slot=1, caption="Sienne"),))

    laid = merge(handed(), mine, theirs)
    settled = laid.settled([Choice.BOTH] * len(laid.clashes))

    assert {use.slot: use.caption for use in settled.uses} == {1: "Mienne", 2: "Sienne"}
    assert settled.story.body == f"{slot_line(1)}\n\n{slot_line(2)}"


def test_a_slot_taken_away_over_there_goes_unless_it_was_changed_here() -> None:
    use = PhotoUse(id="a", slot=1, caption="Le quai")
    base, theirs = handed(uses=(use,)), handed()

    assert merge(base, base, theirs).settled(()).uses == ()
    changed = handed(uses=(replace(use, caption="Le quai nord"),))
    assert merge(base, changed, theirs).settled(()).uses == changed.uses


def test_a_decision_of_both_desks_is_chosen_whole() -> None:
    base, theirs = decided(LedgerState.OPEN), decided(LedgerState.NOT_A_QUOTE)

    laid = merge(base, decided(LedgerState.CONFIRMED), theirs)

    assert [clash.facet for clash in laid.clashes] == [Facet("attribution", "Oui")]
    assert laid.settled([Choice.THEIRS]).ledger == theirs.ledger
    assert merge(base, base, theirs).settled(()).ledger == theirs.ledger


def test_without_a_version_both_knew_nothing_is_overwritten_unasked() -> None:
    laid = merge(None, handed("Un.\n\nMien."), handed("Un.\n\nSien."))

    assert laid.clashes
    body = laid.settled([Choice.BOTH] * len(laid.clashes)).story.body
    assert body == "Un.\n\nMien.\n\nSien."


def test_a_choice_is_owed_for_every_clash() -> None:
    laid = merge(handed("Un."), handed("Deux."), handed("Trois."))

    with pytest.raises(ValueError, match="0 choices for 1"):
        laid.settled(())
