import pytest

from app.export.bounds import bounded, restored, shallow
from app.export.markdown import render
from app.export.setting import Style

FRENCH = Style(language="fr-FR")


@pytest.mark.parametrize("bracket", ["[", "![", "[a](", "[^a]", "[a][b] "])
def test_brackets_without_reason_stay_signs(bracket: str) -> None:
    made = render(f"{bracket * 3000}\n\nUn port.", FRENCH)

    assert made.paragraphs[0].count("[") == 3000 * bracket.count("[")
    assert made.paragraphs[1] == "Un port."


def test_an_ordinary_number_of_links_is_read() -> None:
    paragraph = "Un [port](https://example.org/) et [un autre](https://example.org/b). "

    assert render(f"{paragraph * 20}\n\n" * 20, FRENCH).html.count("<a href=") == 800


@pytest.mark.parametrize(
    "deep",
    [
        "> " * 3000 + "mot",
        "\n".join("    " * level + "- mot" for level in range(400)),
        "<b>" * 3000 + "mot",
        "<div>\n" * 2000 + "mot",
        "<blockquote>" * 3000 + "mot",
    ],
)
def test_nesting_without_reason_loses_no_word(deep: str) -> None:
    assert "mot" in render(deep, FRENCH).html


def test_ordinary_copy_passes_as_it_is() -> None:
    body = "> Un [port](https://example.org/)\n\n- a\n    - b"

    assert restored(bounded(body)) == body
    assert shallow("<p>Un <b>port</b><br></p>") == "<p>Un <b>port</b><br></p>"
