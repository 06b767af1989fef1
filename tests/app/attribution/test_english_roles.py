"""Who holds a role: the name set off beside it, never the place or the team named before it."""

import pytest

from app.attribution.engine import attribute
from app.domain.quote import QuoteKind


def speakers(text: str) -> list[str]:
    """The people the quotations of a text were given to, in order."""
    found = (quote.speaker for quote in attribute(text, "en").quotes)
    return [speaker.name if speaker else "" for speaker in found]


@pytest.mark.parametrize(
    "copy",
    [
        "The Brisol mayor, Ann Harrow, said the dam held.",
        "“It holds,” said the Brisol mayor, Ann Harrow.",
        "“It holds,” the Rovers manager, Ann Harrow, said afterwards.",
        "“It holds,” said the club's captain, Ann Harrow.",
        "“It holds,” said Brisol’s mayor, Ann Harrow.",
        "“It holds,” said the Brisol head gardener, Dr Ann Harrow, who planted it.",
        "Jean Brel left. The county council’s leader, Ann Harrow, said the dam held.",
    ],
)
def test_a_name_set_off_after_a_role_is_who_speaks(copy: str) -> None:
    assert speakers(copy) == ["Ann Harrow"]


def test_a_role_alone_is_not_the_place_it_is_held_in() -> None:
    assert speakers("The Brisol goalkeeper said it held.") == [""]


def test_a_role_met_before_goes_back_to_its_bearer() -> None:
    copy = "Ann Harrow, the Brisol mayor, opened it. “It is new,” the Brisol mayor said."

    assert speakers(copy) == ["Ann Harrow"]


def test_a_body_keeps_its_own_name() -> None:
    assert speakers("The Brisol council said the dam held.") == ["Brisol council"]


def test_a_relative_clause_beside_a_name_takes_nothing_from_it() -> None:
    copy = "Ann Harrow, the engineer who led the work, said the wheels would grind."

    assert speakers(copy) == ["Ann Harrow"]


def test_marks_that_close_a_clause_are_reported_with_it() -> None:
    copy = "Harrow said the wheels would drive a turbine, “enough to light the quay”."

    [quote] = attribute(copy, "en").quotes

    assert quote.kind is QuoteKind.MIXED
    assert quote.span.of(copy).startswith("the wheels would drive")
