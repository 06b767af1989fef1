"""Stamping: words into files, pixels untouched, taken back bit by bit even after a restart."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, ingesting, selecting, stamping
from app.desk.photos.ingesting import How
from app.desk.photos.stamping import Into, StampResult
from app.domain.errors import DeskError
from app.domain.photo import Flag, Photo
from app.domain.picking import PhotoWish

Draw = Callable[[str], Path]
WORDS = {"headline": "La digue « tient » l’hiver", "city": "Port-Sablé", "creator": ("Zoé Lem",)}


def taken(desk: Desk, path: Path, how: How = How.COPY) -> Photo:
    """Take a file in and describe it."""
    *_, last = ingesting.ingest(desk, [path], how=how)
    assert last.result is not None
    (photo_id,) = last.result.taken
    captioning.describe(desk, photo_id, **WORDS)
    return captioning.photo(desk, photo_id)


def stamped(desk: Desk, photos: list[Photo], into: Into, folder: Path | None = None) -> StampResult:
    *_, last = stamping.stamp(desk, [photo.id for photo in photos], into, folder=folder)
    assert last.result is not None
    return last.result


def pixels(path: Path) -> bytes:
    with Image.open(path) as image:
        return image.tobytes()


def read_back(desk: Desk, path: Path) -> str:
    return desk.workshop.read_metadata(path)[0].headline


def test_the_original_is_written_only_when_asked(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    source.chmod(0o640)
    before, shown = source.read_bytes(), pixels(source)
    photo = taken(desk, source)
    assert source.read_bytes() == before

    result = stamped(desk, [photo], Into.ORIGINAL)

    assert result.written == (photo.id,)
    assert read_back(desk, source) == WORDS["headline"]
    assert pixels(source) == shown
    assert source.stat().st_mode & 0o777 == 0o640
    assert captioning.original_of(desk, photo).read_bytes() == before


@pytest.mark.parametrize("how", list(How))
def test_writing_is_taken_back_after_a_restart_and_done_again(
    desk: Desk, picture: Draw, how: How
) -> None:
    source = picture("digue.jpg")
    before = source.read_bytes()
    photo = taken(desk, source, how)
    stamped(desk, [photo], Into.ORIGINAL)
    after = source.read_bytes()
    path = desk.path
    desk.close()

    with Desk.open(path, by="Ben") as again:
        changes = undoing.undo(again)
        assert changes is not None
        assert changes.photos == {photo.id}
        assert changes.left == ()
        assert source.read_bytes() == before
        assert captioning.photo(again, photo.id).digest == photo.digest
        undoing.redo(again)
        assert source.read_bytes() == after


def test_a_file_used_in_place_is_still_known_after_writing(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    photo = taken(desk, source, How.IN_PLACE)
    small = captioning.thumbnail(desk, photo.id)

    stamped(desk, [photo], Into.ORIGINAL)

    now = captioning.photo(desk, photo.id)
    assert now.digest != photo.digest
    assert captioning.thumbnail(desk, photo.id) == small
    assert captioning.take_photo_in(desk, source).photo.id == photo.id


def test_a_written_card_taken_in_again_brings_nothing_new(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    photo = taken(desk, source)
    stamped(desk, [photo], Into.ORIGINAL)

    assert captioning.take_photo_in(desk, source).already
    assert selecting.find(desk, PhotoWish()) == (photo.id,)


def test_a_sidecar_is_made_and_removed_again(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    before = source.read_bytes()
    photo = taken(desk, source)

    stamped(desk, [photo], Into.SIDECAR)

    sidecar = source.with_suffix(".xmp")
    assert "Port-Sablé" in sidecar.read_text("utf-8")
    assert source.read_bytes() == before
    undoing.undo(desk)
    assert not sidecar.exists()
    undoing.redo(desk)
    assert "Port-Sablé" in sidecar.read_text("utf-8")


def test_an_older_sidecar_keeps_what_the_desk_does_not_know(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    sidecar = source.with_suffix(".xmp")
    sidecar.write_text(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" crs:Exposure2012="+0.35"/>'
        "</rdf:RDF></x:xmpmeta>",
        "utf-8",
    )
    before = sidecar.read_bytes()
    photo = taken(desk, source)

    stamped(desk, [photo], Into.SIDECAR)
    written = sidecar.read_text("utf-8")
    undoing.undo(desk)

    assert "+0.35" in written
    assert "Port-Sablé" in written
    assert sidecar.read_bytes() == before


def test_copies_go_into_a_folder_and_never_over_a_file(
    desk: Desk, picture: Draw, tmp_path: Path
) -> None:
    photo = taken(desk, picture("digue.jpg"))
    folder = tmp_path / "remise"
    folder.mkdir()
    (folder / "digue.jpg").write_bytes(b"another")

    stamped(desk, [photo], Into.COPY, folder)

    copy = folder / "digue (2).jpg"
    assert (folder / "digue.jpg").read_bytes() == b"another"
    assert read_back(desk, copy) == WORDS["headline"]
    made = copy.read_bytes()
    undoing.undo(desk)
    assert not copy.exists()
    undoing.redo(desk)
    assert copy.read_bytes() == made


def test_many_are_one_step_and_bad_ones_are_told(desk: Desk, picture: Draw, tmp_path: Path) -> None:
    photos = [taken(desk, picture(f"{'x' * n}.jpg")) for n in range(1, 5)]
    gone = Path(photos[1].source)
    gone.unlink()
    Image.new("RGB", (900, 600), "green").save(photos[2].source)

    result = stamped(desk, photos, Into.ORIGINAL)

    assert result.written == (photos[0].id, photos[3].id)
    assert result.failed == (photos[1].id, photos[2].id)
    news = list(stamping.stamp(desk, [one.id for one in photos], Into.ORIGINAL))
    assert [one.error and one.error.code for one in news[:-1]] == [
        None,
        "photo.reference-missing",
        "photo.changed-since",
        None,
    ]
    assert news[-1].result is not None
    assert news[-1].result.unchanged == (photos[0].id, photos[3].id)
    undoing.undo(desk)
    assert read_back(desk, Path(photos[0].source)) == ""
    assert read_back(desk, Path(photos[3].source)) == ""


def test_a_file_changed_since_is_left_and_named(desk: Desk, picture: Draw) -> None:
    source = picture("digue.jpg")
    photo = taken(desk, source)
    stamped(desk, [photo], Into.ORIGINAL)
    Image.new("RGB", (90, 60), "green").save(source)
    other = source.read_bytes()

    changes = undoing.undo(desk)

    assert changes is not None
    assert changes.left == ("digue.jpg",)
    assert source.read_bytes() == other


def test_a_format_without_words_asks_for_a_sidecar(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "plan.gif"
    Image.new("P", (90, 60)).save(path)
    photo = taken(desk, path)

    news = list(stamping.stamp(desk, [photo.id], Into.ORIGINAL))

    assert news[0].error is not None
    assert news[0].error.code in {"photo.read-only-format", "photo.no-metadata"}
    assert stamped(desk, [photo], Into.SIDECAR).written == (photo.id,)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_closed_folder_is_told_and_nothing_is_noted(desk: Desk, picture: Draw) -> None:
    photo = taken(desk, picture("digue.jpg"))
    Path(photo.source).parent.chmod(0o500)

    result = stamped(desk, [photo], Into.ORIGINAL)
    Path(photo.source).parent.chmod(0o700)

    assert result.failed == (photo.id,)
    assert undoing.undo_name(desk) == "describe"


def test_a_file_that_cannot_take_its_place_leaves_no_trace(
    desk: Desk, picture: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = picture("digue.jpg")
    before = source.read_bytes()
    photo = taken(desk, source)

    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.desk.photos.impressions.originals.write_whole", refuse)
    news = next(stamping.stamp(desk, [photo.id], Into.ORIGINAL))
    monkeypatch.undo()

    assert news.error is not None
    assert source.read_bytes() == before
    assert undoing.undo_name(desk) == "describe"


def test_a_rejected_picture_says_so_to_other_programs(desk: Desk, picture: Draw) -> None:
    photo = taken(desk, picture("floue.jpg"))
    selecting.flag(desk, [photo.id], Flag.REJECT)

    stamped(desk, [photo], Into.ORIGINAL)

    assert desk.workshop.read_metadata(Path(photo.source))[0].rating == -1


def test_copies_need_a_folder(desk: Desk, picture: Draw) -> None:
    photo = taken(desk, picture("digue.jpg"))

    with pytest.raises(DeskError, match=r"stamp\.no-folder"):
        next(stamping.stamp(desk, [photo.id], Into.COPY))
