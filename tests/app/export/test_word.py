"""A story as a Word file: its words in order, pictures described, the same bytes each time."""

import io
import zipfile

import pytest
from docx import Document
from PIL import Image

from app.domain.package import Package
from app.export.article import Article, Times, article
from app.export.edition import JPEG, Edition, Picture, PictureFile
from app.export.word import word


@pytest.fixture
def told(package: Package, edition: Edition, times: Times) -> Article:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(made, "JPEG")
    file = PictureFile(
        name="media/a.jpg", data=made.getvalue(), media_type=JPEG, width=60, height=40
    )
    pictures = dict.fromkeys((1, 2), Picture(files=(file,)))
    return article(package, pictures, edition, times)


def test_the_words_stand_in_order_with_styles_by_name(told: Article) -> None:
    document = Document(io.BytesIO(word(told)))

    styles = [(one.style.name, one.text) for one in document.paragraphs if one.style and one.text]
    assert styles[0] == ("Title", told.headline)
    assert ("Heading 2", "Des quais « d’un autre siècle »") in [
        (style, text.replace("\u00a0", " ")) for style, text in styles
    ]
    assert document.core_properties.title == told.headline
    assert document.core_properties.language == "fr-FR"


def test_each_picture_is_described_and_captioned(told: Article) -> None:
    document = Document(io.BytesIO(word(told)))

    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == [figure.alt for figure in told.figures]
    captions = [
        one.text for one in document.paragraphs if one.style and one.style.name == "Caption"
    ]
    assert all(figure.caption in text for figure, text in zip(told.figures, captions, strict=True))


def test_nothing_private_and_nothing_of_the_moment_is_in_it(told: Article) -> None:
    made = word(told)

    assert made == word(told)
    with zipfile.ZipFile(io.BytesIO(made)) as members:
        everything = b"".join(members.read(name) for name in members.namelist())
    assert b"Gaspard" not in everything
    assert b"python-docx" not in everything
