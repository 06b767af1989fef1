"""Colour labels are known in whatever language a program wrote them."""

import pytest

from app.domain.picking import label_code


@pytest.mark.parametrize("words", ["Red", "rouge", "ROUGE", "red", " Rouge "])
def test_a_label_has_one_code(words: str) -> None:
    assert label_code(words) == "red"


def test_a_label_nobody_knows_stays_as_it_is() -> None:
    assert label_code("À l’étalonnage") == "À l’étalonnage"
