"""Taking: a file met again is not filed twice, and a rejected one stays rejected."""

from collections.abc import Callable
from pathlib import Path

import pyexiv2

from app.desk.desk import Desk
from app.desk.photos import captioning, taking
from app.domain.photo import Flag
from app.store.journal import acting

Draw = Callable[[str], Path]


def test_the_same_file_seen_twice_at_once_is_filed_once(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    first, second = taking.look(desk, source), taking.look(desk, source)

    with acting(desk.store, "ingest", desk.by) as act:
        filed = [taking.file(act, seen, source) for seen in (first, second)]

    assert [one.already for one in filed] == [False, True]
    assert len(captioning.photos(desk)) == 1


def test_a_picture_rejected_elsewhere_comes_in_rejected(desk: Desk, picture: Draw) -> None:
    source = picture("floue.jpg")
    image = pyexiv2.Image(str(source))
    image.modify_xmp({"Xmp.xmp.Rating": "-1"})
    image.close()

    assert captioning.take_photo_in(desk, source).photo.flag is Flag.REJECT
