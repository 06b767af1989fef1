from dataclasses import replace

import pytest

from app.domain.package import Package
from app.domain.rendition import ImageFormat
from app.export.edition import Edition, Picture
from app.export.pictures import (
    LEAD_WIDTHS,
    MadeRendition,
    assemble,
    display_widths,
    grid_files,
    in_reading_order,
    public_words,
    wanted,
)


def test_no_reader_gets_a_picture_wider_than_the_original(package: Package) -> None:
    small = replace(package.photos["p1"], width=400, height=300)

    assert display_widths(small, lead=True) == (400,)


@pytest.mark.parametrize(
    ("width", "height", "widths"),
    [
        (4000, 3000, LEAD_WIDTHS),
        (1000, 700, (480, 720, 960)),
        (1200, 800, (480, 720, 960, 1200)),
        (2000, 3000, (480, 720, 960)),
    ],
)
def test_the_widths_are_those_of_the_layout_and_the_whole_picture(
    package: Package, width: int, height: int, widths: tuple[int, ...]
) -> None:
    photo = replace(package.photos["p1"], width=width, height=height)

    assert display_widths(photo, lead=True) == widths


def test_every_width_comes_in_three_formats(package: Package, edition: Edition) -> None:
    wishes = wanted(package.uses[1], package.photos["p2"], edition, lead=False)

    assert {wish.role for wish in wishes} == {"display"}
    assert len(wishes) == 3 * len(display_widths(package.photos["p2"], lead=False))


def test_the_lead_is_also_cut_for_machines_at_sizes_that_do_not_depend_on_it(
    package: Package, edition: Edition
) -> None:
    small = replace(package.photos["p1"], width=400, height=300)

    wishes = wanted(package.uses[0], small, edition, lead=True)

    sizes = {wish.role: wish.spec.size_of(400, 300) for wish in wishes if wish.role != "display"}
    assert sizes == {
        "og": (1200, 630),
        "16x9": (1200, 675),
        "4x3": (1200, 900),
        "1x1": (1200, 1200),
    }


def test_the_words_of_the_use_are_embedded_and_those_of_the_desk_are_not(
    package: Package, edition: Edition
) -> None:
    words = public_words(package.uses[0], package.photos["p1"], edition)

    assert words.description == package.uses[0].caption
    assert words.alt == package.uses[0].alt
    assert words.copyright_notice == "© Aurore Vidalenc / Agence Sémaphore"
    assert words.digital_source_type == "digitalCapture"
    assert "Phare" not in repr(words)
    assert "CMD-7781" not in repr(words)


def test_a_picture_credited_only_in_the_copy_carries_that_credit(
    package: Package, edition: Edition
) -> None:
    photo = replace(
        package.photos["p1"], metadata=replace(package.photos["p1"].metadata, creator=(), credit="")
    )
    use = replace(package.uses[0], credit="Ilan Corvasce / Sémaphore")

    words = public_words(use, photo, edition)

    assert words.creator == ("Ilan Corvasce",)
    assert words.credit == "Ilan Corvasce / Sémaphore"


def test_a_file_name_changes_with_its_bytes_and_only_with_them(
    package: Package, edition: Edition
) -> None:
    wish = wanted(package.uses[0], package.photos["p1"], edition, lead=False)[0]

    def named(data: bytes) -> str:
        made = MadeRendition(wanted=wish, data=data, width=480, height=320)
        return assemble([made]).files[0].name

    assert named(b"a") == named(b"a") != named(b"b")
    assert named(b"a").startswith("media/le-port-de-valmorey-lundi-480-")
    assert "dsc" not in named(b"a")


def test_the_file_every_browser_shows_is_the_widest_jpeg(pictures: dict[int, Picture]) -> None:
    largest = pictures[1].largest()

    assert largest is not None
    assert (largest.width, largest.media_type) == (1920, ImageFormat.JPEG.media_type)


def test_a_picture_in_a_gallery_comes_in_fewer_files(package: Package, edition: Edition) -> None:
    wishes = wanted(package.uses[0], package.photos["p1"], edition, lead=False, folded=True)

    assert [(wish.spec.width, wish.spec.format) for wish in wishes] == [
        (720, ImageFormat.AVIF),
        (1280, ImageFormat.AVIF),
        (1280, ImageFormat.JPEG),
    ]


def test_a_wide_screen_gets_one_small_file_of_a_picture_in_a_gallery(
    package: Package, edition: Edition
) -> None:
    photo = package.photos["p2"]
    tiny = replace(photo, width=200, height=150)

    (small,) = grid_files(package.uses[1], photo, edition)

    assert (small.spec.width, small.spec.format, small.role) == (240, ImageFormat.AVIF, "display")
    assert small.stem == wanted(package.uses[1], photo, edition, lead=False)[0].stem
    assert grid_files(package.uses[1], tiny, edition) == ()


def test_pictures_come_in_the_order_of_the_copy(package: Package) -> None:
    first, second = package.uses
    body = "![](photo:2)\n\nLe port.\n\n![](photo:1)"
    told = replace(package, story=replace(package.story, body=body))
    loose = replace(package, story=replace(package.story, body="![](photo:2)"))

    assert in_reading_order(told) == (second, first)
    assert in_reading_order(loose) == (second, first)
