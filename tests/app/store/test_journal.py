"""The journal: every act keeps how rows were, writes nothing for nothing, and can be put back."""

import pytest
from sqlalchemy import func, select

from app.store import journal
from app.store.journal import acting
from app.store.opening import Store
from app.store.tables import JournalRow, PersonRow

NADIA = {"id": "p1", "name": "Nadia Ferrault"}


def names(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.execute(select(PersonRow.name)).scalars())


def steps(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(JournalRow)).scalar_one()


def put_back(store: Store) -> None:
    with store.writing() as connection:
        step = journal.last_done(connection)
        assert step is not None
        for image in reversed(step.images):
            journal.put(connection, image.reversed())
        journal.mark(connection, step, undone=True)


def test_an_act_tells_what_it_touched(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", NADIA)

    changes = act.changes()

    assert changes.people == {"p1"}
    assert changes.step == 1


def test_inserting_can_be_put_back(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", NADIA)

    put_back(store)

    assert names(store) == []


def test_changing_can_be_put_back(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", NADIA)
    with acting(store, "rename", "desk") as act:
        act.update("people", "p1", {"name": "Nadia Ferrault-Lys"})

    put_back(store)

    assert names(store) == ["Nadia Ferrault"]


def test_deleting_can_be_put_back_whole(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", {**NADIA, "note": "prefers the telephone"})
    with acting(store, "forget", "desk") as act:
        act.delete("people", "p1")

    put_back(store)

    with store.reading() as connection:
        assert connection.execute(select(PersonRow.note)).scalar() == "prefers the telephone"


def test_an_act_that_changes_nothing_leaves_no_step(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", NADIA)
    with acting(store, "rename", "desk") as act:
        act.update("people", "p1", {"name": "Nadia Ferrault"})

    assert act.changes().step == 0
    assert steps(store) == 1


def test_a_failed_act_leaves_neither_row_nor_step(store: Store) -> None:
    def fail() -> None:
        with acting(store, "enter", "desk") as act:
            act.insert("people", NADIA)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert names(store) == []
    assert steps(store) == 0


def test_a_new_act_ends_what_could_be_done_again(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", NADIA)
    put_back(store)
    with acting(store, "enter", "desk") as act:
        act.insert("people", {"id": "p2", "name": "Ivo Brandt"})

    with store.reading() as connection:
        assert journal.next_undone(connection) is None


def test_several_steps_become_one_in_the_place_of_the_first(store: Store) -> None:
    numbers = []
    for number in range(3):
        with acting(store, "enter", "desk") as act:
            act.insert("people", {"id": f"p{number}", "name": f"Ana {number}"})
        numbers.append(act.step)
        if number == 1:
            with acting(store, "rename", "desk") as between:
                between.update("people", "p0", {"name": "Ana Zéro"})

    with store.writing() as connection:
        merged = journal.merge(connection, numbers)

    assert (merged, steps(store)) == (numbers[0], 2)
    put_back(store)
    assert names(store) == ["Ana 0", "Ana 1", "Ana 2"]
    put_back(store)
    assert names(store) == []


def test_steps_taken_back_meanwhile_are_not_merged(store: Store) -> None:
    with acting(store, "enter", "desk") as act:
        act.insert("people", NADIA)
    put_back(store)

    with store.writing() as connection:
        assert journal.merge(connection, [act.step]) == 0
