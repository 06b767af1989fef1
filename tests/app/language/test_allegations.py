"""Allegations: what is held against somebody, unless the sentence says by whom."""

import pytest

from app.language.allegations import allegations, sentences


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "M. Vidal est venu. « Bien. » Il a souri…\nFin"

    assert [span.of(text) for span in sentences(text)] == [
        "M. Vidal est venu.",
        "« Bien. »",
        "Il a souri…",
        "Fin",
    ]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Le trésorier, soupçonné d'avoir vidé la caisse.", "fr-FR", "soupçonné d'"),
        ("Elle est accusée de fraude.", "fr-FR", "accusée de"),
        ("Il aurait vendu le moulin.", "fr-FR", "aurait vendu"),
        ("Le voleur présumé a fui.", "fr-FR", "présumé"),
        ("He allegedly sold the mill.", "en-GB", "allegedly"),
        ("She is suspected of fraud.", "en-US", "is suspected of"),
    ],
)
def test_a_bare_allegation_is_found(text: str, language: str, words: str) -> None:
    assert [span.of(text) for span in allegations(text, language)] == [words]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Selon le parquet, il est soupçonné de fraude.", "fr"),
        ("Il est accusé de fraude par la justice.", "fr"),
        ("Il aurait pu venir.", "fr"),
        ("S'il pleuvait, il aurait vendu.", "fr"),
        ("La présomption d'innocence demeure.", "fr"),
        ("He is suspected of fraud, according to police.", "en"),
        ("Prosecutors say he is suspected of fraud.", "en"),
        ("The mill was sold.", "en"),
    ],
)
def test_a_sourced_or_harmless_sentence_is_not(text: str, language: str) -> None:
    assert allegations(text, language) == ()
