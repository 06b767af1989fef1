"""Quotation marks of both languages, as people type them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.marks import paragraph_marks, quoted

PROSE = st.text(alphabet="ab sS5.,!? \n«»“”\"'’‘„‹›`[](){}é\u0301\u00a0\u202f\U0001f600")


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        ("Elle a dit « oui ».", ["oui"]),
        ("Elle a dit «\u00a0oui\u00a0».", ["oui"]),
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('Il a dit "oui" puis "non".', ["oui", "non"]),
        ("Elle a dit ''oui'' hier.", ["oui"]),
        ("The minister called it ‘absurd’.", ["absurd"]),
        ("The minister called it 'absurd'.", ["absurd"]),
        ('Il lança : " bonjour " et partit.', ["bonjour"]),
        ('Mixed “curly" marks', ["curly"]),
    ],
)
def test_words_between_marks_are_found(copy: str, words: list[str]) -> None:
    found = quoted(copy)

    assert [mark.inner.of(copy) for mark in found] == words


@pytest.mark.parametrize(
    "copy",
    [
        "L'homme qu'il a vu n'est pas d'ici.",
        "The workers' rights and the owners’ duties.",
        'He stood 5\'10" tall, on a 12" plank.',
        "Rock 'n' roll of the '60s, and the '70s too.",
        "Rock ’n’ roll of the ‘60s, she said.",
        'See [the report](https://example.org/a\'b "title") for more.',
        "",
        "Rien du tout.",
    ],
)
def test_apostrophes_and_measures_are_no_quotation(copy: str) -> None:
    assert quoted(copy) == ()


def test_a_quotation_inside_another_is_one_level_down() -> None:
    copy = "« Il m’a dit “non” puis « jamais » », raconte-t-elle."

    found = [(mark.inner.of(copy), mark.level) for mark in quoted(copy)]

    assert found == [("Il m’a dit “non” puis « jamais »", 1), ("non", 2), ("jamais", 2)]


def test_straight_marks_nest_by_the_way_they_face() -> None:
    copy = '"Un "mot" de trop", dit-il.'

    found = [(mark.inner.of(copy), mark.level) for mark in quoted(copy)]

    assert found == [('Un "mot" de trop', 1), ("mot", 2)]


def test_outer_span_takes_the_marks_in() -> None:
    copy = "Elle dit « oui »."

    (mark,) = quoted(copy)

    assert mark.outer.of(copy) == "« oui »"


def test_a_quotation_over_paragraphs_gives_one_stretch_each() -> None:
    copy = "“One thing.\n\n“Another thing,” she said."

    found = [(m.inner.of(copy), m.closed, m.continues) for m in quoted(copy)]

    assert found == [("One thing.", False, False), ("Another thing,", True, True)]


def test_a_quotation_goes_on_in_the_next_line_without_a_new_mark() -> None:
    copy = "« Une chose.\nUne autre », dit-elle."

    found = [(m.inner.of(copy), m.closed, m.continues) for m in quoted(copy)]

    assert found == [("Une chose.", False, False), ("Une autre", True, True)]


def test_marks_repeated_at_each_sentence_make_one_quotation() -> None:
    copy = '"Une chose. "Une autre. "Une dernière", dit-elle.'

    (mark,) = quoted(copy)

    assert mark.inner.of(copy) == 'Une chose. "Une autre. "Une dernière'


def test_an_odd_mark_spoils_nothing_before_it() -> None:
    copy = 'He said "yes" and "no" but "perhaps'

    found = [(mark.inner.of(copy), mark.closed) for mark in quoted(copy)]

    assert found == [("yes", True), ("no", True), ("perhaps", False)]


def test_an_odd_mark_stays_in_its_paragraph() -> None:
    copy = 'A "stray mark here.\n\nThen she said "yes".'

    assert quoted(copy)[-1].inner.of(copy) == "yes"


def test_a_plural_possessive_does_not_end_a_quotation() -> None:
    copy = "He said ‘the workers’ own choice’ counts."

    (mark,) = quoted(copy)

    assert mark.inner.of(copy) == "the workers’ own choice"


def test_a_paragraph_read_alone_tells_what_it_leaves_open() -> None:
    _, left = paragraph_marks("« Une chose.")
    marks, after = paragraph_marks("Une autre », dit-elle.", left)

    assert (left, after, len(marks)) == ("«", "", 1)


@given(PROSE)
def test_every_stretch_lies_in_the_text_and_nests(copy: str) -> None:
    for mark in quoted(copy):
        assert mark.outer.end <= len(copy)
        assert mark.outer.holds(mark.inner)
        assert mark.inner.of(copy).strip()
        assert mark.level >= 1


@given(st.text())
def test_any_unicode_is_read(copy: str) -> None:
    assert all(mark.outer.end <= len(copy) for mark in quoted(copy))


@given(st.text(alphabet="aé ç.,«»“”\n", max_size=60))
def test_composed_and_decomposed_letters_read_alike(copy: str) -> None:
    apart = unicodedata.normalize("NFD", copy)

    composed = [unicodedata.normalize("NFD", m.inner.of(copy)) for m in quoted(copy)]
    decomposed = [m.inner.of(apart) for m in quoted(apart)]

    assert composed == decomposed
