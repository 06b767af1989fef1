"""What a picture lacks is told by question."""

from dataclasses import replace

from app.domain.photo import PhotoMetadata
from app.photo.completeness import ASKED, lacking


def test_an_empty_picture_lacks_everything_and_a_full_one_nothing(full: PhotoMetadata) -> None:
    assert lacking(PhotoMetadata()) == ASKED
    assert lacking(full) == ()


def test_each_question_has_its_answer(full: PhotoMetadata) -> None:
    assert lacking(replace(full, persons=(), organisations=())) == ("who",)
    assert lacking(replace(full, alt="", created="")) == ("when", "alt")
    assert lacking(replace(full, creator=(), credit="", source="")) == ("credit",)
