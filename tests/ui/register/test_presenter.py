"""What the register window decides, without a window."""

from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.sources import registering
from app.desk.sources.register_imports import Plan
from app.domain.person import Person, PersonKind
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.register.presenter import Known, RegisterPresenter


class Screen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.people: tuple[Person, ...] = ()
        self.known: Known | None = None
        self.plan: Plan | None = None
        self.notices: list[Notice] = []

    def show_entries(self, people: tuple[Person, ...], everyone: tuple[Person, ...]) -> None:
        self.people = people

    def show_entry(self, known: Known | None) -> None:
        self.known = known

    def show_plan(self, plan: Plan) -> None:
        self.plan = plan

    def notify(self, notice: Notice) -> None:
        self.notices.append(notice)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(desk: Desk, straight: Errands, screen: Screen) -> RegisterPresenter:
    made = RegisterPresenter(desk, straight, screen)
    made.look()
    return made


def names(desk: Desk) -> list[str]:
    return [one.name for one in registering.entries(desk)]


def test_entries_are_searched_and_the_first_is_shown(
    presenter: RegisterPresenter, screen: Screen
) -> None:
    assert screen.known is not None
    assert screen.known.person.name == "Hélène Carvin"
    assert len(screen.known.quoted) == 1

    presenter.search("orlik")
    assert [one.name for one in screen.people] == ["Tomasz Orlik"]
    presenter.search("", PersonKind.AGENCY)
    assert screen.people == ()


def test_what_was_typed_is_kept_only_when_it_differs(
    presenter: RegisterPresenter, desk: Desk
) -> None:
    before = registering.entry(desk, "hc")
    presenter.keep(before.id, {"name": before.name, "code": "hc"})
    presenter.take_back()
    assert registering.entries(desk, words="hc") == (before,)

    presenter.keep(before.id, {"name": "Hélène Carvin-Roy"})
    assert "Hélène Carvin-Roy" in names(desk)


def test_a_code_that_is_taken_is_told(
    presenter: RegisterPresenter, desk: Desk, screen: Screen
) -> None:
    presenter.keep(registering.entry(desk, "Tomasz Orlik").id, {"code": "hc"})

    assert screen.notices[-1].weight == "error"


def test_two_entries_are_merged_and_parted_again(
    presenter: RegisterPresenter, desk: Desk, screen: Screen
) -> None:
    presenter.choose(registering.entry(desk, "hc").id)
    presenter.merge("T. Orlik")
    assert names(desk) == ["Hélène Carvin"]
    assert screen.notices[-1].weight == "ok"

    presenter.take_back()
    assert names(desk) == ["Hélène Carvin", "Tomasz Orlik"]
    presenter.take_back(again=True)
    assert names(desk) == ["Hélène Carvin"]


def test_an_entry_is_added_and_removed(presenter: RegisterPresenter, desk: Desk) -> None:
    presenter.enter("Aya Besse")
    assert presenter.chosen == registering.entry(desk, "Aya Besse").id
    presenter.remove()

    assert names(desk) == ["Hélène Carvin", "Tomasz Orlik"]


def test_a_file_is_shown_first_then_taken_in_as_one_step(
    presenter: RegisterPresenter, desk: Desk, screen: Screen, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name,code\nHélène Carvin-Roy,hc\nAya Besse,ab\n", encoding="utf-8")
    presenter.plan(table)
    assert screen.plan is not None
    assert names(desk) == ["Hélène Carvin", "Tomasz Orlik"]

    presenter.take_in(screen.plan)
    assert names(desk) == ["Aya Besse", "Hélène Carvin-Roy", "Tomasz Orlik"]
    presenter.take_back()
    assert names(desk) == ["Hélène Carvin", "Tomasz Orlik"]


def test_a_file_that_does_not_fit_is_told(
    presenter: RegisterPresenter, screen: Screen, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("code,kind\nhc,person\n", encoding="utf-8")
    presenter.plan(table)

    assert screen.plan is None
    assert "people.csv" in screen.notices[-1].text


def test_the_register_goes_out_as_a_table_and_as_codes(
    presenter: RegisterPresenter, screen: Screen, tmp_path: Path
) -> None:
    presenter.export(tmp_path / "people.csv", codes=False)
    assert "2 entries" in screen.notices[-1].text
    presenter.export(tmp_path / "codes.txt", codes=True)

    assert (tmp_path / "codes.txt").read_text("utf-8").startswith("hc\t")
