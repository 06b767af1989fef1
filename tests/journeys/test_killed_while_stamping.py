"""Killed at any moment of writing into photos, each file is old or new and can be taken back.

A few moments by default; as a longer trial: MARBRE_KILLS=100 pytest -s on this file.
"""

import hashlib
import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import batching, ingesting, stamping
from app.desk.photos.ingesting import How
from app.desk.photos.stamping import Into

KILLS = int(os.environ.get("MARBRE_KILLS", "4"))
FEW, FORTY = 8, 40
PAUSE = 0.02
"""Seconds, at most, between the change of a file and the end: about what writing one takes."""

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no fork"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


class Card:
    """Photos used where they lie, described at a desk, whose files say nothing of it yet."""

    def __init__(self, folder: Path, count: int) -> None:
        self.store = folder / "store" / "marbre.sqlite"
        self.files = [folder / "card" / f"DSC_{number:03}.jpg" for number in range(count)]
        self.files[0].parent.mkdir(parents=True)
        for number, file in enumerate(self.files):
            image = Image.linear_gradient("L").rotate(9 * number).convert("RGB")
            image.resize((240, 160)).save(file)
        with self.desk() as desk:
            *_, last = ingesting.ingest(desk, self.files, how=How.IN_PLACE)
            assert last.result is not None
            self.ids = last.result.taken
        self.describe("Le moulin, vu de la digue")

    def desk(self) -> Desk:
        return Desk.open(self.store, by="Ana")

    def describe(self, words: str) -> None:
        with self.desk() as desk:
            batching.describe(desk, self.ids, description=words)

    def write(self) -> None:
        with self.desk() as desk:
            list(stamping.stamp(desk, self.ids, Into.ORIGINAL))

    def undo(self) -> None:
        """Take the writing back, whole, and leave what was done before it."""
        with self.desk() as desk:
            while undoing.undo_name(desk) == "stamp":
                changes = undoing.undo(desk)
                assert changes is not None
                assert changes.left == ()

    def digests(self) -> list[str]:
        return [hashlib.sha256(file.read_bytes()).hexdigest() for file in self.files]


def test_one_undo_brings_forty_written_originals_back_bit_for_bit(tmp_path: Path) -> None:
    card = Card(tmp_path, FORTY)
    old = card.digests()
    card.write()
    new = card.digests()
    assert not set(old) & set(new)

    with card.desk() as desk:
        undoing.undo(desk)
        assert card.digests() == old
        undoing.redo(desk)
        assert card.digests() == new
        undoing.undo(desk)
    assert card.digests() == old


@pytest.mark.slow
def test_killed_at_random_moments_each_file_is_old_or_new_and_can_be_taken_back(
    tmp_path: Path,
) -> None:
    card = Card(tmp_path, FEW)
    old = card.digests()
    card.write()
    new = card.digests()
    card.undo()
    moments = random.Random(11)
    seen = []
    for number in range(KILLS):
        act = card.write if number % 2 == 0 else card.undo
        if act == card.undo:
            card.write()
        killed(act, card.files[moments.randrange(FEW)], moments.uniform(0, PAUSE))
        found = card.digests()
        assert all(one in pair for one, *pair in zip(found, old, new, strict=True))
        seen.append(sum(one == other for one, other in zip(found, new, strict=True)))
        card.undo()
        assert card.digests() == old
        assert not list((card.store.parent / "stamping").glob("*.json"))
    sys.stdout.write(f"\nfiles written when killed: {seen} of {FEW}\n")


def killed(act: Callable[[], None], file: Path, pause: float) -> None:
    """Do something in a process that is killed a moment after a file changed, or when it is done."""
    before = file.stat().st_ino
    child = multiprocessing.get_context("fork").Process(target=act)
    child.start()
    while child.is_alive() and file.stat().st_ino == before:
        time.sleep(PAUSE / 100)
    time.sleep(pause)
    child.kill()
    child.join()
    child.close()
