from dataclasses import replace

import pytest

from app.domain.package import Package
from app.domain.photo import PhotoUse
from app.export.edition import Edition, Picture
from app.export.figures import Figure, figures
from app.export.wording import wording

Pictures = dict[int, Picture]


def first(package: Package, pictures: Pictures, edition: Edition) -> Figure:
    return figures(package, pictures, edition, wording("fr-FR"))[0]


def with_use(package: Package, use: PhotoUse) -> Package:
    return replace(package, uses=(use, *package.uses[1:]))


def test_the_browser_chooses_avif_first_then_webp_then_jpeg(
    package: Package, pictures: Pictures, edition: Edition
) -> None:
    figure = first(package, pictures, edition)

    assert [source.media_type for source in figure.sources] == ["image/avif", "image/webp"]
    assert figure.fallback.srcset.endswith("1920w")


def test_a_credit_that_the_caption_already_gives_is_not_printed_again(
    package: Package, pictures: Pictures, edition: Edition
) -> None:
    caption = "Le port. (Aurore Vidalenc / Agence Sémaphore)"
    changed = with_use(package, replace(package.uses[0], caption=caption))

    figure = first(changed, pictures, edition)

    assert figure.credit == ""
    assert figure.full_credit == "Aurore Vidalenc / Agence Sémaphore"


def test_a_slot_that_waits_for_its_picture_has_no_figure(
    package: Package, pictures: Pictures, edition: Edition
) -> None:
    waiting = with_use(package, replace(package.uses[0], photo_id=None))

    assert [f.slot for f in figures(waiting, pictures, edition, wording("fr-FR"))] == [2]
    assert figures(package, {}, edition, wording("fr-FR")) == ()


@pytest.mark.parametrize(
    ("source_type", "label"),
    [
        ("trainedAlgorithmicMedia", "Image générée par intelligence artificielle"),
        ("digitalCapture", ""),
    ],
)
def test_readers_are_told_of_a_picture_no_camera_made(
    package: Package, pictures: Pictures, edition: Edition, source_type: str, label: str
) -> None:
    photo = package.photos["p1"]
    made = replace(photo, metadata=replace(photo.metadata, digital_source_type=source_type))
    changed = replace(package, photos={**package.photos, "p1": made})

    assert first(changed, pictures, edition).label == label


def test_a_decorative_picture_has_no_alternative(
    package: Package, pictures: Pictures, edition: Edition
) -> None:
    changed = with_use(package, replace(package.uses[0], decorative=True))

    assert first(changed, pictures, edition).alt == ""


@pytest.mark.parametrize(
    ("size", "shape"),
    [((400, 300), "small"), ((800, 600), "column"), ((900, 1400), "upright")],
)
def test_the_shape_follows_the_pixels(
    package: Package,
    pictures: Pictures,
    edition: Edition,
    size: tuple[int, int],
    shape: str,
) -> None:
    file = replace(pictures[1].files[2], width=size[0], height=size[1])

    assert first(package, {1: Picture(files=(file,))}, edition).shape == shape
