"""A writing cut short after the file changed is noted at the next opening, and can be taken back."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from app.desk import inking, undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, impressions, ingesting, stamping
from app.desk.photos.ingesting import How
from app.desk.photos.stamping import Into
from app.domain.errors import DeskError
from app.domain.photo import Photo


class PowerCutError(BaseException):
    """The program ends here and now."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "card" / "digue.jpg"
    path.parent.mkdir()
    Image.new("RGB", (300, 200), (40, 90, 140)).save(path)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store" / "marbre.sqlite"


@pytest.fixture
def desk(store: Path) -> Iterator[Desk]:
    with Desk.open(store, by="Ana") as opened:
        yield opened


@pytest.fixture
def photo(desk: Desk, source: Path) -> Photo:
    """A photo used where it lies, described and not yet written to."""
    *_, last = ingesting.ingest(desk, [source], how=How.IN_PLACE)
    assert last.result is not None
    (photo_id,) = last.result.taken
    captioning.describe(desk, photo_id, headline="La digue tient")
    return captioning.photo(desk, photo_id)


def write(desk: Desk, photo: Photo) -> None:
    list(stamping.stamp(desk, [photo.id], Into.ORIGINAL))


def notes(desk: Desk) -> list[Path]:
    return sorted((desk.path.parent / inking.FOLDER).glob("*.json"))


def kept(desk: Desk) -> list[Path]:
    return sorted((desk.path.parent / inking.IMPRESSIONS).glob("*.stamp"))


def cut_short(
    desk: Desk, photo: Photo, monkeypatch: pytest.MonkeyPatch, *, after_the_file: bool
) -> None:
    """Begin to write and lose the power just before or just after the file took its place."""
    place_file = impressions.place_file

    def cut(place: Path, data: bytes, like: Path | None) -> None:
        if after_the_file:
            place_file(place, data, like)
        raise PowerCutError

    monkeypatch.setattr(impressions, "place_file", cut)
    with suppress(PowerCutError):
        write(desk, photo)
    monkeypatch.undo()
    assert len(notes(desk)) == 1
    desk.close()


def test_a_file_changed_without_a_note_is_noted_and_taken_back(
    desk: Desk, store: Path, source: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = source.read_bytes()
    cut_short(desk, photo, monkeypatch, after_the_file=True)
    after = source.read_bytes()
    assert after != before

    with Desk.open(store, by="Ben") as again:
        assert notes(again) == []
        assert undoing.undo_name(again) == "stamp"
        assert captioning.photo(again, photo.id).digest == impressions.digest_of(after)
        undoing.undo(again)
        assert source.read_bytes() == before
        assert captioning.photo(again, photo.id).digest == photo.digest
        undoing.redo(again)
        assert source.read_bytes() == after


def test_a_file_that_did_not_change_leaves_no_trace(
    desk: Desk, store: Path, source: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = source.read_bytes()
    cut_short(desk, photo, monkeypatch, after_the_file=False)

    with Desk.open(store) as again:
        assert source.read_bytes() == before
        assert undoing.undo_name(again) == "describe"
        assert notes(again) == kept(again) == []


def test_what_became_of_a_file_on_a_drive_that_is_gone_is_seen_when_it_is_back(
    desk: Desk, store: Path, source: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(desk, photo, monkeypatch, after_the_file=True)
    away = source.parent.rename(source.parent.with_name("away"))

    with Desk.open(store) as again:
        assert undoing.undo_name(again) == "describe"
        assert len(notes(again)) == len(kept(again)) == 1
    away.rename(source.parent)
    with Desk.open(store) as again:
        assert undoing.undo_name(again) == "stamp"


def test_a_store_that_cannot_be_written_after_the_file_was_is_made_good(
    desk: Desk, store: Path, source: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = source.read_bytes()
    place_file = impressions.place_file

    def fill_the_disk(place: Path, data: bytes, like: Path | None) -> None:
        place_file(place, data, like)
        raise DeskError("store.disk-full", path=str(store))

    monkeypatch.setattr(impressions, "place_file", fill_the_disk)
    write(desk, photo)
    monkeypatch.undo()
    assert source.read_bytes() != before
    desk.close()

    with Desk.open(store) as again:
        undoing.undo(again)
        assert source.read_bytes() == before


def test_a_note_cut_short_itself_is_dropped(desk: Desk, store: Path, photo: Photo) -> None:
    torn = desk.path.parent / inking.FOLDER / "torn.json"
    torn.parent.mkdir()
    torn.write_text('{"by": "An', "utf-8")
    desk.close()

    with Desk.open(store) as again:
        assert notes(again) == []


def test_impressions_stay_while_undo_or_redo_may_ask_for_them(
    desk: Desk, store: Path, photo: Photo
) -> None:
    write(desk, photo)
    desk.close()
    with Desk.open(store) as again:
        assert len(kept(again)) == 1
        undoing.undo(again)
    with Desk.open(store) as again:
        assert len(kept(again)) == 1
        captioning.describe(again, photo.id, city="Brume")
        assert undoing.redo(again) is None
    with Desk.open(store) as again:
        assert kept(again) == []


def test_an_undo_that_was_cut_short_is_done_again(
    desk: Desk, source: Path, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = source.read_bytes()
    write(desk, photo)
    after = source.read_bytes()
    undoing.undo(desk)
    undoing.redo(desk)
    assert source.read_bytes() == after
    source.write_bytes(before)

    changes = undoing.undo(desk)

    assert changes is not None
    assert changes.left == ()
    assert source.read_bytes() == before
