"""Look-alikes are sought once, and again when photos came or went."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.captioning.twins import Twins


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> list[str]:
    """Two pictures that differ by a little noise, taken in."""
    ids = []
    for number in range(2):
        path = tmp_path / f"{number}.png"
        image = Image.linear_gradient("L").rotate(30).convert("RGB").resize((240, 160))
        image.putpixel((5 + number, 5), (255, 0, 0))
        image.save(path)
        ids.append(captioning.take_photo_in(desk, path).photo.id)
    return ids


def test_photos_that_look_alike_know_each_other(desk: Desk, straight: Any, pair: list[str]) -> None:
    told: list[int] = []
    twins = Twins(desk, straight, lambda: told.append(1))
    others = {one.id for one in captioning.photos(desk)} - set(pair)

    twins.look(4)

    assert set(twins.of(pair[0])) == set(twins.of(pair[1])) == set(pair)
    assert all(twins.of(one) == () for one in others)
    twins.look(4)
    assert told == [1]
    twins.look(5)
    assert told == [1, 1]
