"""A story of many pictures: all of them are there, and a reader pays for the first few only."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html

from app.domain.package import Package
from app.export.article import Article
from app.export.edition import AVIF, JPEG, Page, Picture, PictureFile
from app.export.figures import Figure
from app.export.gallery import PHONE_BYTES, STANDING, SURE, folded, phone_bytes, placed

Published = Callable[[Package], Page]


def picture(weight: int, width: int = 720) -> Picture:
    file = PictureFile(
        name=f"media/a-{width}.avif",
        data=b"x" * weight,
        media_type=AVIF,
        width=width,
        height=480,
    )
    return Picture(files=(file,))


@pytest.fixture
def many(package: Package) -> Package:
    """The story with forty pictures, two of them in its midst and the rest after its last word."""
    uses = [
        replace(package.uses[n % 2], id=f"u{n}", slot=n, caption=f"Le quai, vue {n}.")
        for n in range(1, 41)
    ]
    rest = "\n\n".join(f"![](photo:{n})" for n in range(3, 41))
    story = replace(package.story, body=f"{package.story.body}\n{rest}\n")
    return replace(package, story=story, uses=tuple(uses))


def test_forty_pictures_are_all_there_once_and_most_of_them_wait(
    many: Package, published: Published
) -> None:
    page = html.document_fromstring(published(many).html)

    galleries = list(page.iter("details"))
    assert len(list(page.iter("img"))) == 40
    assert [len(list(one.iter("figure"))) for one in galleries] == [40 - STANDING]
    assert [one.get("open") for one in galleries] == [None]
    assert [one.findtext("summary") for one in galleries] == ["34 autres photos"]


def test_pictures_that_no_slot_asks_for_wait_after_the_copy(
    many: Package, published: Published
) -> None:
    bare = replace(many, story=replace(many.story, body="Le port rouvre mercredi."))

    page = html.document_fromstring(published(bare).html)

    assert len(list(page.iter("img"))) == 40
    assert len(page.findall(".//details//img")) == 40 - STANDING


def test_a_story_of_two_pictures_has_no_gallery(package: Package, published: Published) -> None:
    assert "<details" not in published(package).html


@pytest.mark.parametrize(
    ("weights", "standing"),
    [
        ([10_000] * 9, STANDING),
        ([90_000] * 9, SURE),
        ([PHONE_BYTES, PHONE_BYTES, 1], SURE),
        ([60_000, 60_000, 60_000, 10], 2),
        ([50_000, 50_000, 50_000, 50_000], 3),
    ],
)
def test_pictures_stand_while_a_telephone_can_bear_them(
    weights: list[int], standing: int, told_figure: Figure
) -> None:
    figures = [replace(told_figure, picture=picture(weight)) for weight in weights]

    waits = [figure.folded for figure in folded(figures)]

    assert waits == [False] * standing + [True] * (len(weights) - standing)


def test_the_box_of_a_picture_that_waits_says_which_file_to_fetch(
    many: Package, published: Published
) -> None:
    page = html.document_fromstring(published(many).html)

    for image in page.findall(".//details//img"):
        assert image.get("loading") == "lazy"
        for file in (image, *image.itersiblings("source", preceding=True)):
            assert file.get("srcset") is None or str(file.get("sizes")).startswith("auto")
    assert "auto" not in str(page.findall(".//img")[0].get("sizes"))


@pytest.fixture
def told_figure(told: Article) -> Figure:
    return told.figures[0]


def test_a_telephone_takes_the_first_file_that_is_wide_enough_of_the_lightest_kind() -> None:
    jpeg = PictureFile(name="b.jpg", data=b"x" * 9, media_type=JPEG, width=720, height=480)
    files = (*picture(3, 480).files, *picture(5, 720).files, *picture(7, 960).files, jpeg)

    assert phone_bytes(Picture(files=files)) == 5
    assert phone_bytes(Picture(files=files[:1])) == 3
    assert phone_bytes(Picture(files=(jpeg,))) == 9
    assert phone_bytes(Picture(files=())) == 0


def test_slots_that_follow_each_other_share_a_gallery_and_a_slot_is_filled_once() -> None:
    slot = '<figure data-slot="{}"></figure>'.format
    body = f"{slot(1)}\n{slot(2)}\n{slot(3)}<p>a</p>\n{slot(9)}{slot(4)}<p>b</p>{slot(2)}"
    markup = {1: "[1]", 2: "[2]", 3: "[3]", 4: "[4]"}

    made = placed(body, markup, frozenset({2, 3, 4}), lambda parts: f"<{'+'.join(parts)}>")

    assert "".join(made.split()) == "[1]<[2]+[3]><p>a</p><[4]><p>b</p>"
