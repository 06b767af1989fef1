"""Pictures that look alike have near hashes, others far ones."""

from PIL import Image

from app.photo.likeness import dhash, distance


def test_a_resized_copy_is_near_and_another_picture_far() -> None:
    gradient = Image.linear_gradient("L").rotate(30, expand=True)
    other = Image.radial_gradient("L")
    again = gradient.resize((300, 300)).convert("RGB")
    assert distance(dhash(gradient), dhash(again)) <= 4
    assert distance(dhash(gradient), dhash(other)) >= 16


def test_a_hash_is_sixteen_hex_digits() -> None:
    flat, rising = Image.new("L", (40, 30)), Image.linear_gradient("L").rotate(90)
    assert (dhash(flat), dhash(rising)) == ("0" * 16, "f" * 16)
