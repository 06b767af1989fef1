"""Pictures that look alike have near hashes, others far ones."""

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.photo.likeness import alike, dhash, distance

HASHES = st.integers(0, 2**64 - 1).map(lambda bits: f"{bits:016x}")


def test_a_resized_copy_is_near_and_another_picture_far() -> None:
    gradient = Image.linear_gradient("L").rotate(30, expand=True)
    other = Image.radial_gradient("L")
    again = gradient.resize((300, 300)).convert("RGB")
    assert distance(dhash(gradient), dhash(again)) <= 4
    assert distance(dhash(gradient), dhash(other)) >= 16


def test_a_hash_is_sixteen_hex_digits() -> None:
    flat, rising = Image.new("L", (40, 30)), Image.linear_gradient("L").rotate(90)
    assert (dhash(flat), dhash(rising)) == ("0" * 16, "f" * 16)


@given(HASHES, st.sets(st.integers(0, 63), max_size=6), HASHES)
def test_pictures_within_six_bits_are_always_found(one: str, flipped: set[int], other: str) -> None:
    near = int(one, 16)
    for bit in flipped:
        near ^= 1 << bit
    hashes = {"a": one, "b": other, "c": f"{near:016x}"}
    if distance(one, other) > 6 and distance(hashes["c"], other) > 6:
        assert alike(hashes) == (("a", "c"),)
    else:
        assert alike(hashes) == (("a", "b", "c"),)


def test_a_chain_is_one_group_and_strangers_are_in_none() -> None:
    hashes = {"a": "0" * 16, "x": "f" * 16, "b": "0" * 14 + "3f", "c": "0" * 13 + "fff"}
    assert alike(hashes) == (("a", "b", "c"),)
    assert alike({}) == ()
