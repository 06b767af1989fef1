"""The two columns: whole, safe, folded where nothing differs."""

from app.domain.history import Difference, Facet
from app.language.difference import passages
from ui.differing import FOLDED, NOW, WAS, changed, page, plain


def difference(was: str, now: str) -> Difference:
    return Difference(Facet("body"), was, now, passages(was, now))


def test_each_side_shows_its_own_words() -> None:
    found = (difference("all winter", "all summer"),)

    assert "winter" in page(found, WAS)
    assert "winter" not in page(found, NOW)
    assert "underline" in page(found, NOW)


def test_copy_is_never_markup() -> None:
    assert "<script" not in page((difference("", "<script>x</script>"),), NOW)


def test_long_stretches_both_share_are_folded() -> None:
    long = "word " * FOLDED
    assert len(page((difference(long + "one", long + "two"),), WAS)) < FOLDED * 2


def test_a_side_without_words_says_so() -> None:
    assert "nothing" in page((difference("", "here"),), WAS)


def test_in_one_column_what_went_and_what_came_are_both_marked() -> None:
    html = changed(difference("all winter", "all summer"))

    assert html.index("winter") < html.index("summer")
    assert "line-through" in html
    assert "underline" in html
    assert "<i>nothing</i>" in plain("")


def test_what_came_in_several_paragraphs_is_marked_in_each() -> None:
    html = page((difference("", "one\n\ntwo"),), NOW)

    assert html.count("underline") == 2
    assert html.count("<p ") == html.count("</p>") == 3


def test_words_both_share_keep_their_paragraphs() -> None:
    found = (difference("one\n\ntwo ten", "one\n\ntwo six"),)

    assert "one</p><p" in page(found, WAS)
    assert "one</p><p" in changed(found[0])
