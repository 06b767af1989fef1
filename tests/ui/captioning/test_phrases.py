"""Phrases of captions in the language of the story."""

import pytest

from ui.captioning.phrases import SIDES, lined_up, side


def test_a_side_is_set_off_from_the_name_before_it() -> None:
    assert side("left", "fr-FR", "Hélène Carvin") == " (à gauche)"
    assert side("right", "en-GB", "Hélène Carvin ") == "(right)"
    assert side("centre", "fr", "") == "(au centre)"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_side_is_said(language: str) -> None:
    assert set(SIDES[language]) == {"left", "centre", "right"}


def test_names_stand_from_left_to_right() -> None:
    assert lined_up(("A", "B", "C"), "fr-CA") == "de gauche à droite\u00a0: A, B et C"
    assert lined_up(("A",), "en-US") == "from left: A"
    assert lined_up((), "fr") == ""
