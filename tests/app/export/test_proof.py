"""The proof: a PDF with the title and language of the story, fonts inside, the same bytes each time."""

import io
import re

import pytest
from PIL import Image

from app.domain.package import Package
from app.export.article import Article, Times, article
from app.export.edition import JPEG, Edition, Picture, PictureFile
from app.export.proof import proof


@pytest.fixture
def told(package: Package, edition: Edition, times: Times) -> Article:
    made = io.BytesIO()
    Image.new("RGB", (60, 90), "navy").save(made, "JPEG")
    file = PictureFile(
        name="media/a.jpg", data=made.getvalue(), media_type=JPEG, width=60, height=90
    )
    pictures = dict.fromkeys((1, 2), Picture(files=(file,)))
    return article(package, pictures, edition, times)


def test_a_proof_is_a_pdf_with_its_fonts_and_pictures(told: Article) -> None:
    made = proof(told)

    assert made.startswith(b"%PDF-1.")
    assert made.rstrip().endswith(b"%%EOF")
    assert b"/Lang (fr-FR)" in made
    assert len(re.findall(rb"/Subtype /Image", made)) == 1  # one file twice is kept once
    assert b"/FontFile2" in made
    assert b"D:20261120143000" in made


def test_the_same_story_gives_the_same_bytes(told: Article) -> None:
    assert proof(told) == proof(told)
