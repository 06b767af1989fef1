"""Lines, and what becomes of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.intake.sheet import (
    LINE_LIMIT,
    blocks,
    check_count,
    cleaned,
    folded,
    lines_of,
    sheet_of,
    tidy,
)


def test_every_break_parts_lines() -> None:
    assert lines_of("a\r\nb\rc\nd\u2028e\u2029f\x85g\n") == ["a", "b", "c", "d", "e", "f", "g"]


def test_no_break_spaces_stay_and_controls_go() -> None:
    assert cleaned(" \t\u00a0«\u00a0oui\u202f!\u00a0»\x07 ") == "\u00a0«\u00a0oui\u202f!\u00a0»"
    assert tidy("    code\x07  ") == "    code"


def test_a_line_of_no_break_spaces_is_blank() -> None:
    assert [entry.role for entry in sheet_of("a\n\u00a0\nb").entries] == ["", "blank", ""]


def test_blank_lines_part_blocks() -> None:
    groups = blocks(sheet_of("a\nb\n\n\nc").entries)
    assert [[entry.words for entry in group] for group in groups] == [["a", "b"], ["c"]]


def test_words_are_compared_without_case_accents_and_curls() -> None:
    assert folded("L’ÉTÉ  à\u00a0Port-Sablé") == "l'ete a port-sable"


def test_more_lines_than_a_story_has_are_refused() -> None:
    check_count(LINE_LIMIT)
    with pytest.raises(DeskError) as caught:
        sheet_of("a\n" * (LINE_LIMIT + 1))
    assert caught.value.code == "intake.too-many-lines"


@given(st.text())
def test_every_line_stands_once_in_order(text: str) -> None:
    sheet = sheet_of(text)
    assert [line.text for line in sheet.lines()] == lines_of(text)
    assert [line.number for line in sheet.lines()] == list(range(1, len(sheet.entries) + 1))
