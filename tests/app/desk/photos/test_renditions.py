"""Renditions are made once and taken from beside the store after that."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.photos.renditions import made_renditions
from app.domain.rendition import ImageFormat, RenditionSpec
from app.export.pictures import WantedRendition


def wish() -> WantedRendition:
    spec = RenditionSpec(width=90, format=ImageFormat.WEBP)
    return WantedRendition(stem="digue", role="display", spec=spec)


def test_a_rendition_made_before_is_not_made_again(
    desk: Desk, picture: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    first = made_renditions(desk, photo, (wish(),))

    def refuse(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(type(desk.workshop), "rendition", refuse)
    assert made_renditions(desk, photo, (wish(),)) == first
