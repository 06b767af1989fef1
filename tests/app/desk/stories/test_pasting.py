"""What is pasted comes clean, and what stayed behind is told."""

from app.desk.stories import pasting


def test_what_was_left_out_is_told() -> None:
    text, told = pasting.clean("<p>Le <b>quai</b></p><img src=a><img src=b>", "Le quai")

    assert (text, told) == ("Le **quai**", "Left out: 2 pictures.")


def test_looks_are_not_worth_a_word() -> None:
    assert pasting.clean('<p style="color:red">Le quai</p>', "") == ("Le quai", "")


def test_html_without_copy_gives_the_plain_words() -> None:
    assert pasting.clean("<img src=a>", "Le quai") == ("Le quai", "")


def test_a_clipboard_with_no_words_at_all_is_told_of() -> None:
    text, told = pasting.clean("<img src=a>", " ")

    assert not text.strip()
    assert told == "Nothing was pasted: no words can be read there."
