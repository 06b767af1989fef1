"""What a picture lacks is told by question."""

from dataclasses import replace

from app.domain.completeness import ASKED, lacking
from app.domain.photo import PhotoMetadata

WHOLE = PhotoMetadata(
    description="La mairesse Hélène Carvin ouvre l’écluse.",
    alt="Une femme en manteau rouge tourne un volant d’acier.",
    creator=("Zoé Lemaître",),
    created="2026-05-06",
    city="Port-Sablé",
    persons=("Hélène Carvin",),
)


def test_an_empty_picture_lacks_everything_and_a_full_one_nothing() -> None:
    assert lacking(PhotoMetadata()) == ASKED
    assert lacking(WHOLE) == ()


def test_each_question_has_its_answer() -> None:
    assert lacking(replace(WHOLE, persons=(), organisations=())) == ("who",)
    assert lacking(replace(WHOLE, alt="", created="")) == ("when", "alt")
    assert lacking(replace(WHOLE, creator=(), credit="", source="")) == ("credit",)
