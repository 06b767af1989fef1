"""Decisions through random edits: none is lost, none goes to other words, each change is told."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.attribution.engine import Reader
from app.desk.ledger import anchored, laid_on
from app.domain.quote import LedgerRow, LedgerState
from app.domain.story import Story
from app.domain.text import Span
from app.language.rewording import settled

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)
PARAGRAPHS = (
    ("La digue de Port-Sablé sera consolidée avant l’automne, a annoncé la mairie mercredi.",),
    (
        "« ",
        "La digue tiendra tout l’hiver si les crues restent faibles",
        " », a déclaré la maire Hélène Carvin devant les riverains.",
    ),
    (
        "Tomasz Orlik, l’ingénieur du chantier, est moins sûr : « ",
        "Nous avons trouvé douze fissures sur le flanc nord de l’ouvrage",
        " », prévient-il.",
    ),
    (
        "« ",
        "Personne ne nous a demandé notre avis avant de commencer",
        " », regrette Nadia Ferrault. « ",
        "Les camions passent devant l’école toutes les dix minutes",
        " », ajoute-t-elle.",
    ),
    ("Les travaux dureront quatre mois et coûteront deux millions d’euros.",),
    (
        "Le préfet Armand Delcourt assure que « ",
        "chaque euro dépensé ici en épargnera cinq demain",
        " ».",
    ),
)
"""Copy in pieces: every second one of a paragraph is a quote."""

NEW_WORDS = ("jamais", "trente", "ouest", "presque", "refusons", "barrage")


@dataclass
class Copy:
    """The story as an editor changes it, and what became of each of its quotes."""

    paragraphs: list[list[str]]
    names: list[list[int]]
    touched: Counter[int] = field(default_factory=Counter)

    @classmethod
    def fresh(cls) -> "Copy":
        copy = cls([list(pieces) for pieces in PARAGRAPHS], [])
        number = 0
        for pieces in copy.paragraphs:
            count = len(pieces) // 2
            copy.names.append(list(range(number, number + count)))
            number += count
        return copy

    @property
    def body(self) -> str:
        return "\n\n".join("".join(pieces) for pieces in self.paragraphs)

    def quotes(self) -> dict[int, Span]:
        """Where each quote that still stands is now."""
        found, at = {}, 0
        for pieces, names in zip(self.paragraphs, self.names, strict=True):
            for number, piece in enumerate(pieces):
                if number % 2:
                    found[names[number // 2]] = Span(at, at + len(piece))
                at += len(piece)
            at += 2
        return found

    def edit(self, kind: str, one: int, two: int, word: str) -> None:
        """Make one edit; numbers are taken round what there is."""
        if kind == "move":
            self._move(one % len(self.paragraphs), two % len(self.paragraphs))
        elif kind == "add":
            self.paragraphs.insert(one % (len(self.paragraphs) + 1), [f"Le {word} reste là."])
            self.names.insert(one % len(self.paragraphs), [])
        elif kind == "cut" and len(self.paragraphs) > 1:
            del self.paragraphs[one % len(self.paragraphs)]
            del self.names[one % (len(self.paragraphs) + 1)]
        elif kind in {"quote", "around"}:
            self._words(kind, one, two, word)

    def _move(self, one: int, two: int) -> None:
        self.paragraphs.insert(two, self.paragraphs.pop(one))
        self.names.insert(two, self.names.pop(one))

    def _words(self, kind: str, one: int, two: int, word: str) -> None:
        places = [
            (at, number)
            for at, pieces in enumerate(self.paragraphs)
            for number, piece in enumerate(pieces)
            if number % 2 == (kind == "quote") and len(piece.split()) > 5
        ]
        if not places:
            return
        at, number = places[one % len(places)]
        words = self.paragraphs[at][number].split(" ")
        # What touches a mark decides where the quote begins and ends: that is another edit.
        free = [spot for spot, each in enumerate(words[1:-1], start=1) if each.isalpha()]
        if not free:
            return
        spot = free[two % len(free)]
        change: tuple[list[str], int] = (([word], 0), ([word], 1), ([], 1))[two % 3]
        words[spot : spot + change[1]] = change[0]
        self.paragraphs[at][number] = " ".join(words)
        if kind == "quote":
            self.touched[self.names[at][number // 2]] += 1


def story(body: str) -> Story:
    return Story(
        id="s", slug="s", language="fr-FR", body=body, created_at=MOMENT, updated_at=MOMENT
    )


READER = Reader("fr-FR")


def rows_of(body: str, decided: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
    return laid_on(story(body), READER.read(body), decided)


def confirmed(copy: Copy) -> dict[int, LedgerRow]:
    """The ledger of the story as it came, every quote confirmed, by the number of the quote."""
    rows = {row.span: row for row in rows_of(copy.body, ())}
    return {
        number: replace(
            anchored(rows[span], copy.body), state=LedgerState.CONFIRMED, decided_at=MOMENT
        )
        for number, span in copy.quotes().items()
    }


DECIDED = confirmed(Copy.fresh())
EDITS = st.tuples(
    st.sampled_from(("move", "add", "cut", "quote", "quote", "quote", "around", "around")),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(NEW_WORDS),
)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=5))
def test_random_edits_lose_nothing_and_hide_nothing(edits: list[tuple[str, int, int, str]]) -> None:
    copy = Copy.fresh()
    before = {number: span.of(copy.body) for number, span in copy.quotes().items()}
    for edit in edits:
        copy.edit(*edit)
    body, quotes = copy.body, copy.quotes()

    rows = rows_of(body, tuple(DECIDED.values()))

    by_id = {row.id: row for row in rows}
    assert len(by_id) == len(rows)
    for row in rows:
        if row.span and row.state is LedgerState.CONFIRMED:
            assert settled(row.span.of(body)) == settled(row.words)
    for number, decided in DECIDED.items():
        row = by_id[decided.id]
        span = quotes.get(number)
        if span is None:
            assert row.span is None
            continue
        changed = span.of(body) != before[number]
        assert row.span is not None
        assert row.span.overlaps(span)
        assert row.state is (LedgerState.ALTERED if changed else LedgerState.CONFIRMED)
        assert row.words == before[number]
