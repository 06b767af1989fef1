"""Review: remarks that follow their words, suggestions beside a clean copy, names under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk import undoing
from app.desk.colleagues import handing, reviewing
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.review import Review, SuggestionState
from app.domain.text import Span

BODY = "La digue tiendra.\n\nLes travaux dureront quatre mois, selon la mairie."
PROPOSED = "La digue tiendra tout l’hiver.\n\nLes travaux dureront six mois."


@pytest.fixture
def copy_id(desk: Desk, story_id: str) -> str:
    writing.autosave(desk, story_id, body=BODY)
    return story_id


def body(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.body


def said(desk: Desk, story_id: str) -> Review:
    return reviewing.review(desk, story_id)


def ids(desk: Desk, story_id: str) -> list[str]:
    open_ = [one for one in said(desk, story_id).suggestions if one.state is reviewing.OPEN]
    return [one.id for one in open_]


def on(words: str) -> Span:
    return Span(BODY.index(words), BODY.index(words) + len(words))


def test_a_remark_follows_its_words(desk: Desk, copy_id: str) -> None:
    reviewing.remark(desk, copy_id, "Depuis quand ?", span=on("quatre mois"))
    writing.autosave(desk, copy_id, body="Un chapeau.\n\n" + BODY)

    (one,) = said(desk, copy_id).remarks
    assert one.span is not None
    assert one.span.of(body(desk, copy_id)) == "quatre mois"
    assert (one.by, one.text) == ("Ana", "Depuis quand ?")


def test_a_remark_is_answered_resolved_and_opened_again(desk: Desk, copy_id: str) -> None:
    reviewing.remark(desk, copy_id, "À vérifier")
    (first,) = said(desk, copy_id).remarks
    reviewing.remark(desk, copy_id, "Vu.", answers=first.id)
    reviewing.resolve(desk, copy_id, first.id)

    one, other = said(desk, copy_id).remarks
    assert (one.resolved_by, one.anchor, other.answers) == ("Ana", None, first.id)
    reviewing.resolve(desk, copy_id, first.id, again=True)
    assert said(desk, copy_id).remarks[0].resolved_at is None
    with pytest.raises(DeskError):
        reviewing.resolve(desk, copy_id, "nobody")
    with pytest.raises(DeskError):
        reviewing.remark(desk, copy_id, " ")


def test_what_is_suggested_leaves_the_copy_clean(desk: Desk, copy_id: str, tmp_path: Path) -> None:
    reviewing.suggest(desk, copy_id, PROPOSED)

    assert body(desk, copy_id) == BODY
    assert reviewing.proposal(said(desk, copy_id), "Ana") == PROPOSED
    page = publishing.preview(desk, copy_id)
    assert "six" not in str(page)


def test_suggestions_are_accepted_one_by_one(desk: Desk, copy_id: str) -> None:
    reviewing.suggest(desk, copy_id, PROPOSED)
    first, *rest = ids(desk, copy_id)
    reviewing.accept(desk, copy_id, [first])

    assert body(desk, copy_id).startswith("La digue tiendra tout l’hiver.")
    assert ids(desk, copy_id) == rest
    reviewing.accept(desk, copy_id, rest)
    assert body(desk, copy_id) == PROPOSED


def test_accepting_is_one_step_that_is_taken_back(desk: Desk, copy_id: str) -> None:
    reviewing.suggest(desk, copy_id, PROPOSED)
    reviewing.accept(desk, copy_id, ids(desk, copy_id))
    undoing.undo(desk)

    assert body(desk, copy_id) == BODY
    assert reviewing.proposal(said(desk, copy_id), "Ana") == PROPOSED


def test_what_is_declined_goes_without_a_trace_in_the_copy(desk: Desk, copy_id: str) -> None:
    reviewing.suggest(desk, copy_id, PROPOSED)
    reviewing.decline(desk, copy_id, ids(desk, copy_id))

    assert body(desk, copy_id) == BODY
    assert {one.state for one in said(desk, copy_id).suggestions} == {SuggestionState.DECLINED}
    with pytest.raises(DeskError):
        reviewing.decline(desk, copy_id, ["nobody"])


def test_proposing_again_keeps_what_stays_and_drops_what_does_not(desk: Desk, copy_id: str) -> None:
    reviewing.suggest(desk, copy_id, PROPOSED)
    before = ids(desk, copy_id)
    reviewing.suggest(desk, copy_id, PROPOSED.replace(" tout l’hiver", ""))

    after = ids(desk, copy_id)
    assert 0 < len(after) < len(before)
    assert set(after) < set(before)
    reviewing.suggest(desk, copy_id, BODY)
    assert ids(desk, copy_id) == []


def test_words_changed_since_are_not_overwritten(desk: Desk, copy_id: str) -> None:
    reviewing.suggest(desk, copy_id, BODY.replace("quatre", "six"))
    writing.autosave(desk, copy_id, body=BODY.replace("quatre", "cinq"))

    with pytest.raises(DeskError) as caught:
        reviewing.accept(desk, copy_id, ids(desk, copy_id))
    assert caught.value.code == "suggestion.gone"
    assert "cinq" in body(desk, copy_id)


def test_a_proposal_follows_its_words_into_a_copy_changed_meanwhile(
    desk: Desk, copy_id: str
) -> None:
    writing.autosave(desk, copy_id, body="Un chapeau.\n\n" + BODY)
    reviewing.suggest(desk, copy_id, BODY.replace("quatre", "six"), over=BODY)
    assert reviewing.proposal(said(desk, copy_id), "Ana").endswith("six mois, selon la mairie.")

    writing.autosave(desk, copy_id, body=BODY.replace("quatre", "cinq"))
    with pytest.raises(DeskError, match="overtaken"):
        reviewing.suggest(desk, copy_id, BODY.replace("quatre", "six"), over=BODY)


def test_a_name_holds_while_the_words_do(desk: Desk, copy_id: str) -> None:
    reviewing.sign_off(desk, copy_id, note="lu par le service juridique")
    (one,) = said(desk, copy_id).sign_offs
    assert (one.by, one.holds, one.note) == ("Ana", True, "lu par le service juridique")

    writing.autosave(desk, copy_id, body=BODY + " Fin.")
    (one,) = said(desk, copy_id).sign_offs
    assert (one.holds, one.changed) == (False, ("body",))


def test_a_suggestion_is_decided_at_its_place(desk: Desk, copy_id: str) -> None:
    reviewing.suggest(desk, copy_id, BODY.replace("La digue", "La digue neuve"))

    with pytest.raises(DeskError, match="none-here"):
        reviewing.decide_at(desk, copy_id, len(BODY), "Ana", accept_it=True)
    with pytest.raises(DeskError, match="none-here"):
        reviewing.decide_at(desk, copy_id, 8, "Bo", accept_it=True)
    reviewing.decide_at(desk, copy_id, 8, "Ana", accept_it=True)

    assert body(desk, copy_id).startswith("La digue neuve tiendra")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(
    proposed=st.lists(
        st.sampled_from(
            ["La digue", "tiendra", "\n\n", "«\u00a0non\u00a0»", "quatre", "mois", "😀."]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_round_trip_of_a_proposal(desk: Desk, copy_id: str, proposed: str) -> None:
    writing.autosave(desk, copy_id, body=BODY)
    reviewing.suggest(desk, copy_id, proposed)
    assert body(desk, copy_id) == BODY
    assert reviewing.proposal(said(desk, copy_id), "Ana") == proposed
    if open_ := ids(desk, copy_id):
        reviewing.accept(desk, copy_id, open_)
    assert body(desk, copy_id) == proposed


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "other" / "marbre.sqlite", by="Bo") as opened:
        yield opened


def test_a_colleague_suggests_and_the_desk_accepts(
    desk: Desk, colleague: Desk, copy_id: str, tmp_path: Path
) -> None:
    parcel = tmp_path / "parcel.marbre"
    handing.hand_over(desk, copy_id, parcel)
    handing.take_over(colleague, parcel)
    reviewing.suggest(colleague, copy_id, PROPOSED)
    reviewing.remark(colleague, copy_id, "Vérifier", span=on("mairie"))
    handing.hand_over(colleague, copy_id, parcel)
    handing.take_over(desk, parcel)

    assert body(desk, copy_id) == BODY
    assert {one.by for one in said(desk, copy_id).suggestions} == {"Bo"}
    assert said(desk, copy_id).remarks[0].text == "Vérifier"
    reviewing.accept(desk, copy_id, ids(desk, copy_id))
    assert body(desk, copy_id) == PROPOSED
