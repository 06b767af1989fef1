"""What the sources place decides, without a window."""

import pytest

from app.desk.desk import Desk
from app.desk.sources import sourcing
from app.desk.stories import writing
from app.domain.finding import Finding, Part, Place, Severity
from app.domain.quote import LedgerState
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.sourcing.lines import QuoteLine, Sight, Standing
from ui.sourcing.presenter import SourcingPresenter


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.sight = Sight()
        self.line: QuoteLine | None = None
        self.asked = 0
        self.shown = True
        self.notices: list[Notice] = []

    def show_sight(self, sight: Sight) -> None:
        self.sight = sight

    def looked_at(self) -> bool:
        return self.shown

    def show_choice(self, line: QuoteLine | None) -> None:
        self.line = line

    def ask_speaker(self) -> None:
        self.asked += 1

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(desk: Desk, straight: Errands, screen: Screen, story_id: str) -> SourcingPresenter:
    made = SourcingPresenter(desk, straight, screen)
    made.show_story(story_id)
    return made


def test_quotes_are_read_once_somebody_looks(
    presenter: SourcingPresenter, screen: Screen, story_id: str
) -> None:
    screen.shown = False
    presenter.show_story(story_id)
    assert not screen.sight.lines

    screen.shown = True
    presenter.arrive()
    assert screen.sight.lines


def states(desk: Desk, story_id: str) -> list[LedgerState]:
    return [row.state for row in sourcing.ledger(desk, story_id)]


def decide_all(presenter: SourcingPresenter) -> int:
    """Confirm or name every open quote as an editor would; return how many decisions it took."""
    for count in range(100):
        line = presenter.line()
        if line is None or not line.is_open:
            return count
        if line.standing is Standing.NO_SOURCE:
            presenter.set_speaker("Hélène Carvin")
        else:
            presenter.confirm()
        presenter.look()
    return 100


def test_the_first_open_quote_is_chosen(presenter: SourcingPresenter, screen: Screen) -> None:
    assert screen.line is not None
    assert screen.line.is_open


def test_a_story_is_decided_with_one_act_a_quote(
    presenter: SourcingPresenter, screen: Screen, desk: Desk, story_id: str
) -> None:
    before = screen.sight.open_count()

    assert decide_all(presenter) == before > 5

    assert set(states(desk, story_id)) == {LedgerState.CONFIRMED}
    assert screen.sight.open_count() == 0
    assert screen.notices[-1].text == "Every quote has been decided."


def test_a_quote_without_source_asks_for_one_instead(
    presenter: SourcingPresenter, screen: Screen
) -> None:
    orphan = next(one for one in screen.sight.lines if one.standing is Standing.NO_SOURCE)
    presenter.choose(orphan.row.id)

    presenter.confirm()

    assert screen.asked == 1
    assert screen.line is orphan


def test_what_is_no_quote_can_be_reopened(
    presenter: SourcingPresenter, desk: Desk, story_id: str
) -> None:
    chosen = presenter.chosen
    presenter.not_a_quote()
    presenter.look()
    assert LedgerState.NOT_A_QUOTE in states(desk, story_id)

    presenter.choose(chosen)
    assert "reopen" in presenter.can()
    presenter.reopen()

    assert LedgerState.NOT_A_QUOTE not in states(desk, story_id)


def test_steps_go_round_and_pass_over_what_is_decided(
    presenter: SourcingPresenter, screen: Screen
) -> None:
    first = presenter.chosen
    presenter.confirm()
    presenter.look()
    seen = set()
    for _ in range(screen.sight.open_count() + 2):
        presenter.step_open(1)
        seen.add(presenter.chosen)

    assert first not in seen
    assert len(seen) == screen.sight.open_count()
    there = presenter.chosen
    presenter.step_open(1)
    presenter.step_open(-1)
    assert presenter.chosen == there


def test_a_finding_chooses_its_quote(presenter: SourcingPresenter, screen: Screen) -> None:
    last = screen.sight.lines[-1]
    presenter.point(
        Finding(code="ATT001", severity=Severity.ERROR, place=Place(Part.BODY, last.row.span))
    )

    assert presenter.chosen == last.row.id


def test_a_finding_newer_than_the_quotes_shown_chooses_its_quote_once_they_are_read(
    presenter: SourcingPresenter, screen: Screen
) -> None:
    span = screen.sight.lines[-1].row.span
    finding = Finding(code="ATT003", severity=Severity.WARNING, place=Place(Part.BODY, span))
    screen.shown = False
    presenter.show_story(presenter.story_id)
    presenter.point(finding)
    before = screen.line

    screen.shown = True
    presenter.arrive()

    assert before is None
    assert screen.line is not None
    assert screen.line.row.span == span


def test_a_quote_that_vanished_meanwhile_is_said(
    presenter: SourcingPresenter, screen: Screen, desk: Desk, story_id: str
) -> None:
    writing.autosave(desk, story_id, body="Plus rien.")
    presenter.confirm()

    assert screen.notices[-1].weight == "error"
    assert screen.line is None


def test_without_a_story_nothing_is_asked(presenter: SourcingPresenter, screen: Screen) -> None:
    presenter.show_story("")

    assert screen.sight == Sight()
    assert presenter.can() == frozenset()
