"""What a rendition keeps of a picture, and how large it comes out."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.domain.photo import Crop, Focus
from app.domain.rendition import ImageFormat, RenditionSpec

SIDES = st.integers(min_value=1, max_value=8000)
FOCI = st.builds(Focus, x=st.floats(0, 1), y=st.floats(0, 1))
RATIOS = st.sampled_from([None, (3, 2), (16, 9), (1, 1), (4, 5)])
SHARES = st.floats(0, 1)
CROPS = st.none() | st.builds(Crop, SHARES, SHARES, SHARES, SHARES)
SPECS = st.builds(RenditionSpec, width=st.integers(1, 4000), ratio=RATIOS, focus=FOCI, crop=CROPS)


@given(spec=SPECS, width=SIDES, height=SIDES)
def test_the_crop_lies_in_the_picture(spec: RenditionSpec, width: int, height: int) -> None:
    left, top, right, bottom = spec.crop_of(width, height)

    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


@given(spec=SPECS, width=SIDES, height=SIDES)
def test_a_rendition_is_never_larger_than_what_was_kept(
    spec: RenditionSpec, width: int, height: int
) -> None:
    left, top, right, bottom = spec.crop_of(width, height)
    wide, high = spec.size_of(width, height)

    assert 1 <= wide <= min(spec.width, right - left)
    assert 1 <= high <= max(1, bottom - top)


def test_the_crop_has_the_ratio_asked_for_and_keeps_the_focus_in() -> None:
    spec = RenditionSpec(width=600, ratio=(3, 2), focus=Focus(x=0.5, y=0.9))

    left, top, right, bottom = spec.crop_of(1200, 1600)

    assert Fraction(right - left, bottom - top) == Fraction(3, 2)
    assert top <= 0.9 * 1600 <= bottom


def test_enlarging_gives_the_size_asked_for_whatever_the_picture() -> None:
    card = RenditionSpec(width=1200, ratio=(3, 2), enlarge=True)

    assert card.size_of(300, 200) == (1200, 800)


def test_a_jpeg_is_called_by_its_registered_name() -> None:
    assert ImageFormat.JPEG.media_type == "image/jpeg"
    assert ImageFormat.AVIF.media_type == "image/avif"


def test_nothing_outside_a_crop_by_hand_is_shown() -> None:
    crop = Crop(0.5, 0.25, 0.5, 0.5)

    assert RenditionSpec(width=600, crop=crop).crop_of(1200, 800) == (600, 200, 1200, 600)
    square = RenditionSpec(width=600, ratio=(1, 1), crop=crop, focus=Focus(0.1, 0.5))
    assert square.crop_of(1200, 800) == (600, 200, 1000, 600)
    assert square.size_of(1200, 800) == (400, 400)
