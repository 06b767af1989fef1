"""Code points and UTF-16 units meet in one place."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ui.spans import SEAM, Blocks, to_points, to_units, units_in

COPY = st.text(st.sampled_from("a é\u00a0😀𝄞e\u0301\n«»"), max_size=60)


@given(COPY, st.integers(0, 60))
def test_points_come_back_from_units(text: str, points: int) -> None:
    inside = min(points, len(text))

    assert to_points(text, to_units(text, inside)) == inside


@given(COPY)
def test_units_are_what_utf_16_takes(text: str) -> None:
    assert units_in(text) == len(text.encode("utf-16-le")) // 2


@given(COPY, st.integers(0, 60))
def test_a_place_in_a_body_comes_back_from_its_block(body: str, point: int) -> None:
    inside = min(point, len(body))
    blocks = Blocks(body)
    number, units = blocks.block_of(inside)
    found = blocks.point_of(number, units)

    # A point between two blocks belongs to the end of the first.
    assert found == inside or body[found : inside + 1].startswith("\n")


def test_a_place_inside_a_surrogate_pair_is_before_the_character() -> None:
    assert to_points("a😀b", 2) == 1
    assert to_points("a😀b", 3) == 2


def test_a_paragraph_in_several_blocks_is_counted_as_one() -> None:
    blocks = Blocks("unDEUX\n\ntrois", (f"un{SEAM}", "DEUX", "trois"))

    assert [blocks.block_of(point) for point in (1, 2, 6, 8)] == [(0, 1), (1, 0), (1, 4), (2, 0)]
    assert [blocks.point_of(*place) for place in ((0, 1), (0, 3), (1, 0), (2, 0))] == [1, 2, 2, 8]


def test_the_seam_is_no_character_that_a_text_can_lose() -> None:
    assert unicodedata.category(SEAM) == "Cn"
