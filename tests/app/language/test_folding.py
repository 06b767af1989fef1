"""Words are found whatever their case and accents."""

from app.language.folding import folded


def test_case_and_accents_are_gone() -> None:
    assert folded("ÉTÉ à Œuvres") == "ete a œuvres"
