"""Acts in any order, taken back, done again, across restarts: exact, and nothing typed is lost."""

import contextlib
import json
import sqlite3
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import muting, registering, sourcing, vouching
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.person import Person
from app.domain.quote import EvidenceKind, Record

COPY = """La digue de Port-Sablé tiendra l'hiver

La maire Hélène Carvin devant la digue de Port-Sablé, le 3 mars 2026.
La maire Hélène Carvin devant la digue de Port-Sablé, le 3 mars 2026.

"La digue tiendra tout l'hiver", a déclaré Mme Carvin devant les riverains.

Les travaux dureront quatre mois, selon la mairie. "Nous verrons bien", a répondu un riverain.
"""

COUNTED = (
    "stories",
    "bodies",
    "photo_uses",
    "people",
    "quotes",
    "evidence",
    "waivers",
    "mutes",
)
"""The tables whose every row undo must put back as it was."""

PASSING = frozenset({"updated_at", "number"})
"""Columns that tell of the store's own life, not of the package."""

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
bodies = st.lists(
    st.sampled_from(
        (
            "« La digue tiendra tout l’hiver », a déclaré Mme Carvin.",
            "“We will see”, said the mayor.",
            "![](photo:1)",
            "Les travaux dureront quatre mois, selon la mairie.",
            "é\u0301 \u202f\u00a0 😀",
        )
    ),
    max_size=4,
).map("\n\n".join)


class AnyOrder(RuleBasedStateMachine):
    """A desk at which anything may happen next."""

    @initialize()
    def sit_down(self) -> None:
        self.room = tempfile.TemporaryDirectory()
        self.path = Path(self.room.name) / "marbre.sqlite"
        self.desk = Desk.open(self.path, by="Ana")
        self.story = filing.take_in_text(self.desk, COPY).story_id
        self.past = [self._state()]
        self.future: list[object] = []
        self.typed: list[str] = []
        """Bodies that were on the page when an act may have replaced them."""

    @override
    def teardown(self) -> None:
        self.desk.close()
        self.room.cleanup()

    @rule(headline=words, tags=st.lists(words, max_size=2))
    def revise(self, headline: str, tags: list[str]) -> None:
        self._act(
            lambda: writing.revise(self.desk, self.story, headline=headline, tags=tuple(tags))
        )

    @rule(body=bodies)
    def revise_body(self, body: str) -> None:
        self._act(lambda: writing.revise(self.desk, self.story, body=body))

    @rule(caption=words, alt=words)
    def caption(self, caption: str, alt: str) -> None:
        self._act(lambda: captioning.caption(self.desk, self.story, 1, caption=caption, alt=alt))

    @rule()
    def add_slot(self) -> None:
        self._act(lambda: captioning.add_slot(self.desk, self.story))

    @rule(number=st.integers(0, 5))
    def restore(self, number: int) -> None:
        self._act(lambda: writing.restore(self.desk, self.story, number))

    @rule()
    def spike_and_fetch_back(self) -> None:
        self._act(lambda: filing.spike(self.desk, self.story))
        self._act(lambda: filing.unspike(self.desk, self.story))

    @rule(name=words, variants=st.lists(words, max_size=2))
    def enter(self, name: str, variants: list[str]) -> None:
        person = Person(id="", name=name, variants=tuple(variants))
        self._act(lambda: registering.enter(self.desk, person))

    @rule()
    def merge(self) -> None:
        people = registering.entries(self.desk)
        if len(people) > 1:
            self._act(lambda: registering.merge(self.desk, people[0].id, people[1].id))

    @rule()
    def remove(self) -> None:
        for person in registering.entries(self.desk)[:1]:
            self._act(partial(registering.remove, self.desk, person.id))

    @rule(place=st.integers(0, 3), what=st.integers(0, 6), name=words)
    def decide(self, place: int, what: int, name: str) -> None:
        rows = [row for row in sourcing.ledger(self.desk, self.story) if row.span is not None]
        if not rows:
            return
        at = (self.desk, self.story, rows[place % len(rows)].id)
        self._act(
            (
                lambda: sourcing.set_speaker(*at, name),
                lambda: sourcing.confirm(*at),
                lambda: sourcing.not_a_quote(*at),
                lambda: sourcing.reopen(*at),
                lambda: vouching.add_evidence(*at, EvidenceKind.NOTES, name),
                lambda: vouching.set_record(*at, Record.OFF),
                lambda: vouching.ask_anonymity(*at, name),
            )[what]
        )

    @rule(reason=words)
    def set_aside(self, reason: str) -> None:
        for finding in sourcing.check(self.desk, self.story)[:1]:
            self._act(partial(sourcing.waive, self.desk, self.story, finding, reason))

    @rule(code=st.sampled_from(("TYP001", "ATT001")), reason=words)
    def mute(self, code: str, reason: str) -> None:
        self._act(lambda: muting.mute(self.desk, self.story, code, reason))

    @rule(body=bodies)
    def type(self, body: str) -> None:
        """Typing is no act: what it replaces is not promised, what it leaves is."""
        writing.autosave(self.desk, self.story, body=body)
        self.past = [self._state()]
        self.future = []
        self.typed.append(body)

    @rule()
    def keep(self) -> None:
        writing.keep(self.desk, self.story, name="kept")

    @rule()
    def undo(self) -> None:
        undone = undoing.undo(self.desk)
        if len(self.past) > 1:
            assert undone is not None
            self.future.append(self.past.pop())
            assert self._state() == self.past[-1]
        else:
            self._forget()

    @rule()
    def redo(self) -> None:
        done = undoing.redo(self.desk)
        if self.future:
            assert done is not None
            self.past.append(self.future.pop())
            assert self._state() == self.past[-1]
        else:
            self._forget()

    @rule()
    def restart(self) -> None:
        self.desk.close()
        self.desk = Desk.open(self.path, by="Ana")

    @invariant()
    def nothing_typed_is_lost(self) -> None:
        """The last words typed stand on the page, in a kept moment, or in the journal's images."""
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            found = [text for (text,) in connection.execute("SELECT text FROM bodies")]
            for (snapshot,) in connection.execute("SELECT snapshot FROM revisions"):
                found += [row["text"] for row in json.loads(snapshot)["bodies"]]
            for (images,) in connection.execute("SELECT images FROM journal"):
                found += [
                    row.get("text", "")
                    for table, _, *both in json.loads(images)
                    for row in both
                    if table == "bodies" and row
                ]
        assert all(
            any(text.startswith(typed.rstrip()) for text in found) for typed in self.typed[-1:]
        )

    @invariant()
    def the_store_is_sound(self) -> None:
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for line in filing.stories(self.desk):
            filing.package(self.desk, line.id)

    def _act(self, do: Callable[[], Any]) -> None:
        before = self._state()
        try:
            do()
        except DeskError:
            assert self._state() == before
            return
        after = self._state()
        if after != before:
            self.past.append(after)
            self.future = []

    def _forget(self) -> None:
        self.past = [self._state()]
        self.future = []

    def _state(self) -> object:
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            connection.row_factory = sqlite3.Row
            return {
                table: sorted(
                    tuple((name, value) for name, value in dict(row).items() if name not in PASSING)
                    for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608  a constant
                )
                for table in COUNTED
            }


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
