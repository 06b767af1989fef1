"""What typography must not read is put out of sight, and nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.verbatim import CLEAR, masked


@pytest.mark.parametrize(
    "hidden",
    [
        "https://exemple.org/a?b=c!d",
        "anna@exemple.org",
        '`a "b"`',
        "10:30",
        "![vue](photo.jpg)",
    ],
)
def test_code_addresses_and_times_read_as_a_word(hidden: str) -> None:
    assert masked(f"Voir {hidden} ici") == f"Voir {'x' * len(hidden)} ici"


@pytest.mark.parametrize("hidden", ['](https://a.org "b")', "<em>", "&nbsp;", '\\"'])
def test_signs_a_reader_never_sees_are_clear(hidden: str) -> None:
    assert masked(f"mot{hidden} ici") == f"mot{CLEAR * len(hidden)} ici"


@pytest.mark.parametrize("line", ["- un", "1. un", "## un", "> un", "> - un", "    un"])
def test_signs_at_the_head_of_a_line_read_as_its_start(line: str) -> None:
    assert masked(line).strip("\n") == "un"


def test_a_fenced_block_stays_hidden_over_its_lines() -> None:
    text = 'a\n```\n"b" ; c\n```\n"d"'

    assert masked(text).split("\n") == ["a", "xxx", "xxxxxxx", "xxx", '"d"']


@given(st.text(alphabet="ab `[]()!<>&;\\/:@.-#*_|\n\"'1", max_size=120))
def test_nothing_ever_moves(text: str) -> None:
    hidden = masked(text)

    assert len(hidden) == len(text)
    assert all(hidden[at] == "\n" for at, letter in enumerate(text) if letter == "\n")
