"""Ingesting: a folder in one act, told file by file; stopped, taken up, undone as a whole."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, ingesting, selecting
from app.desk.photos.ingesting import How, Ingested, Progress
from app.domain.errors import DeskError
from app.domain.photo import Photo
from app.photo import worker

Card = Callable[[int], Path]


def drawn(path: Path, seed: int) -> Path:
    """Draw a picture that looks like no other one of a different seed."""
    image = Image.new("RGB", (320, 240), "white")
    pen = ImageDraw.Draw(image)
    for cell in range(64):
        shade = (seed * 2654435761 >> (cell % 29)) * (cell + 7) % 256
        x, y = cell % 8 * 40, cell // 8 * 30
        pen.rectangle((x, y, x + 39, y + 29), fill=(shade, shade, (shade * 3) % 256))
    image.save(path, quality=90)
    return path


@pytest.fixture
def card(tmp_path: Path) -> Card:
    def fill(count: int) -> Path:
        folder = tmp_path / "DCIM"
        (folder / "101").mkdir(parents=True, exist_ok=True)
        for number in range(count):
            drawn(folder / "101" / f"DSC_{number:04}.jpg", number + 1)
        return folder

    return fill


def ended(news: list[Progress]) -> Ingested:
    assert news[-1].result is not None
    return news[-1].result


def test_a_folder_is_taken_in_with_news_of_each_file(desk: Desk, card: Card) -> None:
    folder = card(5)
    (folder / "101" / "notes.txt").write_text("pas une image")
    (folder / ".cache").mkdir()
    drawn(folder / ".cache" / "hidden.jpg", 99)

    news = list(ingesting.ingest(desk, [folder]))

    result = ended(news)
    assert [one.done for one in news] == [1, 2, 3, 4, 5, 5]
    assert {one.name for one in news[:-1]} == {f"DSC_{n:04}.jpg" for n in range(5)}
    assert len(result.taken) == 5
    assert not result.stopped
    (batch,) = selecting.batches(desk)
    assert (batch.name, batch.photos, batch.by) == ("DCIM", 5, "Ana")
    for photo in captioning.photos(desk):
        assert captioning.original_of(desk, photo).is_relative_to(desk.originals)


def test_news_come_when_the_photo_can_be_shown(desk: Desk, card: Card) -> None:
    for one in ingesting.ingest(desk, [card(3)]):
        if one.photo_id:
            assert captioning.thumbnail(desk, one.photo_id).startswith(b"\xff\xd8")


def test_taking_the_same_folder_in_again_takes_only_what_is_new(desk: Desk, card: Card) -> None:
    list(ingesting.ingest(desk, [card(3)]))

    result = ended(list(ingesting.ingest(desk, [card(5)])))

    assert (len(result.taken), len(result.already)) == (2, 3)
    assert len(captioning.photos(desk)) == 5


def test_a_run_that_was_stopped_is_taken_up(desk: Desk, card: Card) -> None:
    folder, seen = card(40), 0

    def stop() -> bool:
        return seen >= 3

    news = []
    for one in ingesting.ingest(desk, [folder], stop=stop):
        seen += 1
        news.append(one)
    first = ended(news)
    second = ended(list(ingesting.ingest(desk, [folder])))

    assert first.stopped
    assert 0 < len(first.taken) < 40
    assert len(second.already) == len(first.taken)
    assert len(captioning.photos(desk)) == 40


def test_an_iterator_that_is_dropped_keeps_what_it_filed(desk: Desk, card: Card) -> None:
    run = ingesting.ingest(desk, [card(40)])
    first = next(run)
    run.close()

    assert first.photo_id in {photo.id for photo in captioning.photos(desk)}


def test_the_whole_is_one_step_to_undo(desk: Desk, card: Card) -> None:
    result = ended(list(ingesting.ingest(desk, [card(40)])))
    selecting.rate(desk, result.taken[:2], 3)

    assert undoing.undo_name(desk) == "rate"
    undoing.undo(desk)
    assert undoing.undo_name(desk) == "ingest"
    undoing.undo(desk)

    assert captioning.photos(desk) == ()
    assert undoing.undo_name(desk) == ""
    redone = undoing.redo(desk)
    assert redone is not None
    assert redone.photos == set(result.taken)


def test_bad_files_are_told_of_and_the_others_go_on(desk: Desk, card: Card) -> None:
    folder = card(3)
    (folder / "lie.jpg").write_text("not a picture")
    (folder / "none.png").write_bytes(b"")

    news = list(ingesting.ingest(desk, [folder, folder / "gone.jpg"]))

    result = ended(news)
    assert {(one.name, one.error.code) for one in result.failed} == {
        ("lie.jpg", "photo.lying"),
        ("none.png", "photo.empty"),
        ("gone.jpg", "photo.missing"),
    }
    assert len(result.taken) == 3
    assert [one.done for one in news[:-1]] == list(range(1, 7))


def test_a_pipe_is_no_picture(desk: Desk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.jpg")

    result = ended(list(ingesting.ingest(desk, [tmp_path / "tube.jpg"])))

    assert result.failed[0].error.code == "photo.unreadable"


def test_an_empty_folder_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()

    with pytest.raises(DeskError) as caught:
        list(ingesting.ingest(desk, [tmp_path / "vide"]))

    assert caught.value.code == "photo.no-files"


def test_files_used_in_place_are_not_copied(desk: Desk, card: Card) -> None:
    folder = card(2)

    result = ended(list(ingesting.ingest(desk, [folder], how=How.IN_PLACE)))

    assert not desk.originals.exists()
    photo = captioning.photo(desk, result.taken[0])
    assert captioning.original_of(desk, photo).is_relative_to(folder)


def test_a_file_used_in_place_that_vanished_is_a_state(desk: Desk, card: Card) -> None:
    folder = card(2)
    result = ended(list(ingesting.ingest(desk, [folder], how=How.IN_PLACE)))
    photo = captioning.photo(desk, result.taken[0])
    captioning.original_of(desk, photo).unlink()

    there = [line.there for line in selecting.lines(desk, result.taken)]

    assert there == [False, True]
    assert [line.id for line in selecting.missing(desk)] == [photo.id]
    with pytest.raises(DeskError) as caught:
        captioning.original_of(desk, photo)
    assert caught.value.code == "photo.reference-missing"


def test_pictures_that_look_alike_are_told(desk: Desk, card: Card, tmp_path: Path) -> None:
    folder = card(4)
    with Image.open(folder / "101" / "DSC_0002.jpg") as image:
        image.resize((160, 120)).save(folder / "small.jpg", quality=60)

    result = ended(list(ingesting.ingest(desk, [folder])))

    (group,) = result.alike
    assert named(desk, group) == {"DSC_0002.jpg", "small.jpg"}
    assert selecting.alike(desk) == result.alike


def named(desk: Desk, ids: tuple[str, ...]) -> set[str]:
    photos: list[Photo] = [captioning.photo(desk, one) for one in ids]
    return {photo.file_name for photo in photos}


def test_a_full_disk_ends_the_run_and_keeps_what_is_in(
    desk: Desk, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DeskError("store.disk-full", path="/media")

    monkeypatch.setattr("app.desk.photos.taking.originals.keep_bytes", full)
    result = ended(list(ingesting.ingest(desk, [card(40)])))

    assert result.stopped
    assert {one.error.code for one in result.failed} == {"store.disk-full"}
    assert len(result.failed) < 40


def test_the_worker_killed_in_mid_batch_names_its_file(
    desk: Desk, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = card(30)
    slow = folder / "101" / "DSC_0012b.png"
    Image.frombytes("L", (3600, 3600), os.urandom(3600 * 3600)).save(slow, compress_level=1)
    plain = worker._Hand.do

    def do(hand: worker._Hand, ask: dict[str, Any], seconds: float) -> worker.Reply:
        if ask["path"] == str(slow):
            threading.Timer(0.01, hand._running(slow.name).kill).start()
        return plain(hand, ask, seconds)

    monkeypatch.setattr(worker._Hand, "do", do)
    result = ended(list(ingesting.ingest(desk, [folder])))
    monkeypatch.undo()

    assert len(result.taken) + len(result.failed) == 31
    assert [(one.name, one.error.code) for one in result.failed] == [
        (slow.name, "photo.worker-died")
    ]
    again = ended(list(ingesting.ingest(desk, [slow])))
    assert len(again.taken) == 1
