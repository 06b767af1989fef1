"""Plain words survive Markdown exactly."""

import lxml.html
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.escape import at_start, escaped, inline

AWKWARD = st.text(
    alphabet="ab1 *_`[]()<>&#+-.!\\{}|~=:^;/\"'é\u00a0",
    min_size=1,
    max_size=40,
).map(str.strip)


def rendered(paragraph: str, extensions: list[str]) -> str:
    """The words a reader sees, once the paragraph stands between two others."""
    page = markdown.markdown(f"Avant.\n\n{paragraph}\n\nAprès.", extensions=extensions)
    elements = list(lxml.html.fragment_fromstring(page, create_parent="div"))
    assert [element.tag for element in elements] == ["p", "p", "p"], page
    assert len(elements[1]) == 0, page
    return str(elements[1].text)


@given(words=AWKWARD.filter(bool))
def test_no_plain_words_become_markup(words: str) -> None:
    assert rendered(escaped(words), []) == words
    assert rendered(escaped(words), ["extra", "sane_lists"]) == words


@pytest.mark.parametrize(
    ("words", "markdown_text"),
    [
        ("# Le mot-dièse", "\\# Le mot-dièse"),
        ("#marée en tête", "\\#marée en tête"),
        ("1. Le premier point", "1\\. Le premier point"),
        ("2026. Une année", "2026\\. Une année"),
        ("- Non, dit-il", "\\- Non, dit-il"),
        ("Il a écrit « *** »", "Il a écrit « \\*\\*\\* »"),
        ("![](photo:7)", "![\\](photo:7)"),
        ("<script>", "&lt;script>"),
        ("R&D et AT&T", "R&D et AT&T"),
        ("&eacute; reste écrit", "&amp;eacute; reste écrit"),
    ],
)
def test_only_what_would_be_markup_is_escaped(words: str, markdown_text: str) -> None:
    assert escaped(words) == markdown_text


@pytest.mark.parametrize(
    "words",
    ["« [Il] est parti »", "nom_de_fichier", "3 < 5", "2+2 = 4", "– Non, dit-il", "10 % – 12 %"],
)
def test_ordinary_copy_stays_as_it_is(words: str) -> None:
    assert escaped(words) == words


def test_the_start_of_a_paragraph_matters_only_there() -> None:
    assert inline("# a") == "# a"
    assert at_start("# a") == "\\# a"
    assert at_start("a # b") == "a # b"
