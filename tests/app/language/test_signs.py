"""Signs of Markdown are told from signs of the copy."""

import re

import pytest

from app.language.signs import BLOCK_QUOTE, EMPHASIS, HEADING, LINK, STRONG


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        (HEADING, "## Suite", "## "),
        (HEADING, "#1 des ventes", None),
        (BLOCK_QUOTE, "> Cité", "> "),
        (STRONG, "un **mot fort** là", "**mot fort**"),
        (STRONG, "2 ** 3 ** 4", None),
        (EMPHASIS, "un *accent* là", "*accent*"),
        (EMPHASIS, "nom_de_fichier_", None),
        (LINK, "voir [ici](https://a.example)", "[ici](https://a.example)"),
        (LINK, "une coupe […] (sic)", None),
    ],
)
def test_only_signs_are_found(pattern: re.Pattern[str], line: str, found: str | None) -> None:
    match = pattern.search(line)
    assert (match[0] if match else None) == found
