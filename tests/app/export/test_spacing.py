import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from app.export.spacing import line, seemly, typeset_pieces, unbroken
from app.language.typography import typeset

COPY = st.text(alphabet="abé \"'«»:;!?.-1\u00a0", max_size=40)


def test_a_mark_at_the_edge_of_a_piece_is_set_by_what_follows_in_the_next() -> None:
    assert typeset_pieces(['Il dit "', "oui", '" !'], "fr-FR") == [
        "Il dit «\u00a0",
        "oui",
        "\u00a0»\u202f!",
    ]


def test_a_colon_after_an_emphasis_keeps_its_space_from_breaking() -> None:
    assert "".join(typeset_pieces(["Il juge ", "tout", " : non"], "fr-FR")) == (
        "Il juge tout\u00a0: non"
    )


@pytest.mark.parametrize(
    ("headline", "markup"),
    [
        ("<b>États-Unis & port", '&lt;b&gt;<span class="whole">États-Unis</span> &amp; port'),
        ("L’arrière-port", 'L’<span class="whole">arrière-port</span>'),
        ("Du 10 au 12 mai – un pont", "Du 10 au 12 mai – un pont"),
        ("Châteauneuf-du-Pape-les-Bains", "Châteauneuf-du-Pape-les-Bains"),
    ],
)
def test_a_short_compound_of_a_headline_stays_on_one_line(headline: str, markup: str) -> None:
    assert unbroken(headline) == markup


@given(COPY)
def test_keeping_compounds_whole_changes_no_letter(text: str) -> None:
    assert re.sub(r"<[^>]*>", "", unbroken(text)) == str(escape(text))


@given(st.lists(COPY.filter(bool), min_size=1, max_size=6), st.sampled_from(["fr-FR", "en-GB"]))
def test_pieces_together_are_the_whole_set_at_once(pieces: list[str], language: str) -> None:
    assert "".join(typeset_pieces(pieces, language)) == typeset("".join(pieces), language)


@given(st.lists(COPY.filter(bool), min_size=1, max_size=6), st.sampled_from(["fr-FR", "en-GB"]))
def test_every_letter_stays_in_its_piece(pieces: list[str], language: str) -> None:
    made = typeset_pieces(pieces, language)

    assert [re.findall(r"\w", piece) for piece in made] == [
        re.findall(r"\w", piece) for piece in pieces
    ]


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\u202e", "\u2066", "\x85", "\ufeff"])
def test_control_and_direction_characters_do_not_leave_the_house(bad: str) -> None:
    assert line(f"Le{bad} port", "fr-FR") == "Le port"


def test_copy_is_composed() -> None:
    assert seemly("e\u0301te\u0301") == "été"
