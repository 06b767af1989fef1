"""Renditions are made once and taken from beside the store after that."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.photos.renditions import made_renditions, missing
from app.desk.progress import Progress
from app.domain.errors import DeskError
from app.domain.rendition import ImageFormat, RenditionSpec
from app.export.pictures import WantedRendition


def wish(width: int = 90) -> WantedRendition:
    spec = RenditionSpec(width=width, format=ImageFormat.WEBP)
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


def test_what_was_stopped_goes_on_where_it_was(desk: Desk, picture: Callable[[str], Path]) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    wishes = tuple(wish(width) for width in (60, 70, 80, 90))
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, of: told.append((done, of)))
    progress.begin(missing(desk, photo, wishes))
    progress.stop()

    with pytest.raises(DeskError) as stopped:
        made_renditions(desk, photo, wishes, progress)

    assert stopped.value.code == "publish.stopped"
    assert told == [(0, 4)]
    assert missing(desk, photo, wishes) < len(wishes)
    assert len(made_renditions(desk, photo, wishes)) == len(wishes)
    assert missing(desk, photo, wishes) == 0
