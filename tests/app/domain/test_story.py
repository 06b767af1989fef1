"""Stories: photo slots in the body, and words counted as a reader would."""

import pytest

from app.domain.story import slot_line, slots_in, word_count


def test_slots_hold_their_pictures_even_where_words_were_typed_against_them() -> None:
    body = f"Un.\n\n{slot_line(2)}\n\nDeux ![](photo:9) ici.\n\n{slot_line(1)}"

    assert slots_in(body) == (2, 9, 1)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", 0),
        ("L’écluse est là-bas.", 3),
        ("Don’t stop, she said.", 4),
        (f"Un mot.\n\n{slot_line(1)}", 2),
        (f"Un mot {slot_line(1)} et deux.", 4),
        ("1 200 mètres", 3),
    ],
)
def test_words_are_counted_as_a_reader_would(body: str, words: int) -> None:
    assert word_count(body) == words
