"""A paragraph as tokens: quotations folded, elisions apart, sentences cut where they end."""

import pytest

from app.attribution.french_tokens import PATTERN
from app.attribution.tokens import ASIDE, QUOTE, Stream, folded, unfolded
from app.language.marks import paragraph_marks


def stream_of(copy: str) -> Stream:
    """The stream of one French paragraph."""
    return folded(copy, paragraph_marks(copy)[0], PATTERN)


def test_a_quoted_stretch_is_one_token() -> None:
    copy = "Elle dit « oui, oui » hier."

    stream = stream_of(copy)

    assert stream.forms == ["elle", "dit", QUOTE, "hier", "."]
    assert stream.words(2, 3) == "« oui, oui »"
    assert stream.marks[2].inner.of(copy) == "oui, oui"


@pytest.mark.parametrize(
    ("copy", "forms"),
    [
        ("l’homme d'ici", ["l'", "homme", "d'", "ici"]),
        ("dit-il", ["dit", "-il"]),
        ("a-t-elle dit", ["a", "-elle", "dit"]),
        ("D'après-midi", ["d'", "après-midi"]),
        ("d'après lui", ["d'après", "lui"]),
        ("M. Brel", ["m.", "brel"]),
        ("Jean-Marc Eto'o", ["jean-marc", "eto'o"]),
        ("le port (OMB) ferme", ["le", "port", ASIDE, "ferme"]),
        ("voir [le port](https://example.org) là", ["voir", "le", "port", "là"]),
    ],
)
def test_words_are_cut_as_french_cuts_them(copy: str, forms: list[str]) -> None:
    assert stream_of(copy).forms == forms


@pytest.mark.parametrize(
    ("copy", "sentences"),
    [
        ("Un. Deux.", ["Un.", "Deux."]),
        ("M. Brel est là. Il part.", ["M. Brel est là.", "Il part."]),
        ("« Un. » Deux.", ["« Un. »", "Deux."]),
        ("« Un ! », dit-il. Deux.", ["« Un ! », dit-il.", "Deux."]),
        ("Le 1er mai. Fin", ["Le 1er mai.", "Fin"]),
    ],
)
def test_sentences_end_where_they_end(copy: str, sentences: list[str]) -> None:
    stream = stream_of(copy)

    assert [stream.words(first, last) for first, last in stream.sentences] == sentences


def test_words_inside_marks_keep_their_places() -> None:
    copy = "« La route, dit-il, rouvre. »"

    stream = unfolded(copy, 2, len(copy) - 2, PATTERN)

    assert stream.words(0, 2) == "La route"
    assert stream.text is copy


def test_beyond_either_end_there_is_no_form() -> None:
    assert stream_of("Un").form(7) == stream_of("Un").form(-1) == ""
