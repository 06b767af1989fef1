"""Answers that are brought to their place when somebody looks at them."""

from hypothesis import given
from hypothesis import strategies as st

from app.attribution.places import Chunk, Laid

BASES = st.lists(st.integers(0, 500), max_size=8)


def chunk(*values: int) -> Chunk[int]:
    """A chunk of plain places, written down for a paragraph that began at 0."""
    return Chunk(0, values, lambda value, by: value + by)


@given(st.lists(st.integers(0, 50), max_size=4).map(tuple), BASES)
def test_a_chunk_stands_wherever_its_paragraph_begins(
    values: tuple[int, ...], bases: list[int]
) -> None:
    moved = chunk(*values)

    assert [moved.at(base) for base in bases] == [tuple(v + base for v in values) for base in bases]


def test_laid_chunks_are_a_sequence_in_reading_order() -> None:
    one, other = chunk(1, 2), chunk(7)

    laid = Laid([(one, 10), (other, 100), (one, 1000)])

    assert laid == (11, 12, 107, 1001, 1002)
    assert laid == Laid([(chunk(11, 12, 107, 1001, 1002), 0)])
    assert (len(laid), laid[0], laid[1:3]) == (5, 11, (12, 107))
    assert hash(laid) == hash(tuple(laid))
    assert laid != [11]


def test_what_was_laid_stays_when_the_chunks_move_on() -> None:
    one = chunk(1)
    before = Laid([(one, 10)])

    after = Laid([(one, 20)])

    assert (tuple(after), tuple(before)) == ((21,), (11,))
