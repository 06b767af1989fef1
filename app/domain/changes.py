"""What one act touched: the only news the windows get."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Ids touched by one act. `act` is its code; `step` its number in the journal, 0 when none.

    `left` are the names of files that could not be brought back because they changed since.
    """

    act: str
    step: int = 0
    stories: frozenset[str] = frozenset()
    photos: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    left: tuple[str, ...] = ()
