"""How the photo desk bears ten thousand photos, and how fast it takes pictures in beside libvips.

python tests/bench/photos.py 10000 [--files 60] [--hostile FOLDER]
"""

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import Process
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image

from app.desk.desk import Desk
from app.desk.photos import batching, ingesting, selecting
from app.desk.photos.batching import Stamp
from app.domain.errors import DeskError
from app.domain.photo import Flag, Photo, PhotoMetadata
from app.domain.picking import Order, PhotoWish
from app.photo.worker import Workshop
from app.store import photos
from app.store.journal import acting

CITIES = ("Port-Sablé", "Anse-Grise", "Le Havre", "Brume", "Île-aux-Moines", "Saint-Élan")
PEOPLE = ("Hélène Carvin", "Tomasz Orlik", "Inès Valdor", "Zoé Lemaître", "Maïa Ordel")
THINGS = ("digue", "quai", "grue", "phare", "écluse", "moulin", "chantier", "marché", "tempête")
FIRST = datetime(2026, 1, 1, 8, tzinfo=UTC)
PAGE = 100
SIZE = (4000, 3000)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def generated(number: int) -> Photo:
    chance = random.Random(number)
    city, who, what = (chance.choice(words) for words in (CITIES, PEOPLE, THINGS))
    made = FIRST + timedelta(minutes=number)
    words = PhotoMetadata(
        headline=f"{what.capitalize()} de {city}, vue {number}",
        description=f"{who} devant {what} de {city}, le {made:%d/%m/%Y}, pendant la visite {number}.",
        alt=f"Une personne devant {what}." if number % 3 else "",
        creator=(chance.choice(PEOPLE),),
        credit="Agence Rivage",
        city=city,
        country="France",
        persons=(who,),
        keywords=(what, city),
        created=made.isoformat(),
        rating=chance.choice((None, 0, 1, 2, 3, 4, 5)),
    )
    return Photo(
        id=f"{number:032x}",
        digest=f"{number:064x}",
        file_name=f"DSC_{number:05}.jpg",
        media_type="image/jpeg",
        width=6000,
        height=4000,
        metadata=words,
        taken_in_at=made,
        flag=chance.choice(list(Flag)),
        likeness=f"{chance.getrandbits(64):016x}",
    )


def fill(path: Path, count: int) -> None:
    with closing(Desk.open(path)) as desk:
        for start in range(0, count, 500):
            with acting(desk.store, "ingest", "bench") as act:
                for number in range(start, min(count, start + 500)):
                    act.insert("photos", photos.photo_columns(generated(number)))


def run(process: Process) -> None:
    process.start()
    process.join()


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def told(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    say(f"{name:34} median {statistics.median(ordered):8.1f} ms   p95 {p95:8.1f} ms")


def memory() -> float:
    """Return the megabytes of this process now, where the system tells."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    found = [line.split()[1] for line in lines if line.startswith("VmRSS")]
    return int(found[0]) / 1024 if found else 0.0


def many(path: Path, count: int) -> None:
    start = memory()
    begun = time.perf_counter()
    desk = Desk.open(path, read_only=True)
    everything = selecting.find(desk, PhotoWish())
    first = selecting.lines(desk, everything[:PAGE])
    say(f"open to first page                 {1000 * (time.perf_counter() - begun):8.1f} ms")
    assert len(everything) == count
    assert len(first) == PAGE
    chance = random.Random(1)
    pages = [chance.randrange(0, count - PAGE) for _ in range(200)]
    told(
        f"a page of {PAGE}",
        [timed(partial(selecting.lines, desk, everything[p : p + PAGE])) for p in pages],
    )
    for name, wishes in wished().items():
        told(
            name, [timed(partial(selecting.find, desk, wish)) for wish in wishes for _ in range(10)]
        )
    told(
        "all ids, sorted by each order",
        [
            timed(partial(selecting.find, desk, PhotoWish(order=order)))
            for order in Order
            for _ in range(5)
        ],
    )
    told(
        "values of a field",
        [
            timed(partial(selecting.known_values, desk, name))
            for name in ("city", "creator", "keywords")
            for _ in range(5)
        ],
    )
    told("counts of all sieves", [timed(lambda: selecting.counts(desk)) for _ in range(10)])
    told("groups that look alike", [timed(lambda: selecting.alike(desk)) for _ in range(3)])
    say(f"memory over the start              {memory() - start:8.1f} MB")
    desk.close()
    with closing(Desk.open(path)) as writing:
        stamp = Stamp(fields={"headline": "{city}, vue {seq}", "event": "Visite"}, language="fr-FR")
        told(
            "forty photos stamped",
            [
                timed(partial(batching.apply, writing, everything[n : n + 40], stamp))
                for n in range(0, 400, 40)
            ],
        )


def wished() -> dict[str, list[PhotoWish]]:
    words = ("sable", "helene carvin", "ecluse vue", "DSC_0412", "temp", "rien du tout")
    return {
        "search by words": [PhotoWish(words=one) for one in words],
        "sieves": [
            PhotoWish(rating=4),
            PhotoWish(lacks="alt"),
            PhotoWish(flags=frozenset({Flag.PICK}), rating=3, words="quai"),
            PhotoWish(used=False, order=Order.CREATED),
        ],
    }


def pictures(folder: Path, count: int) -> Iterator[Path]:
    """Draw photographs of twelve million points, each another."""
    noise = Image.effect_noise((1000, 750), 40).resize(SIZE, Image.Resampling.BICUBIC)
    for number in range(count):
        light = Image.radial_gradient("L").rotate(number * 7).resize(SIZE)
        path = folder / f"DSC_{number:04}.jpg"
        Image.merge("RGB", (light, noise, noise.rotate(180))).save(path, quality=92)
        yield path


def beside_libvips(folder: Path, count: int) -> None:
    source = folder / "card"
    source.mkdir()
    files = list(pictures(source, count))
    size = sum(path.stat().st_size for path in files) / count / 1e6
    say(f"{count} JPEG files of 12 million points, {size:.1f} MB each")
    ours = min(paced(partial(taken_in, folder / f"store-{turn}", source)) for turn in range(3))
    say(f"ours, with hash, copy, words, likeness and store: {as_pace(ours, count)}")
    tool = shutil.which("vipsthumbnail")
    if tool is None:
        say("vipsthumbnail is not installed")
        return
    for jobs in (1, 2):
        theirs = min(paced(partial(vips, tool, files, folder / "small", jobs)) for _ in range(3))
        ratios = (
            f"{theirs[0] / ours[0]:.2f} by the clock, {theirs[1] / ours[1]:.2f} by the processor"
        )
        say(f"vipsthumbnail, {jobs} at once: {as_pace(theirs, count)}; ours at {ratios}")


def paced(act: Callable[[], object]) -> tuple[float, float]:
    """Return seconds by the clock and of all processors, those of ended children with them."""
    before, begun = sum(os.times()[:4]), time.perf_counter()
    act()
    return time.perf_counter() - begun, sum(os.times()[:4]) - before


def as_pace(taken: tuple[float, float], count: int) -> str:
    return f"{count / taken[0]:.1f} photos/s, {1000 * taken[1] / count:.0f} ms of processor each"


def taken_in(folder: Path, source: Path) -> None:
    with closing(Desk.open(folder / "marbre.sqlite")) as desk:
        for _news in ingesting.ingest(desk, [source]):
            pass


def vips(tool: str, files: list[Path], to: Path, jobs: int) -> None:
    """Make thumbnails alone, in so many processes."""
    to.mkdir(exist_ok=True)
    shares = [files[start::jobs] for start in range(jobs)]
    asked = [[tool, "--size", "256", "-o", f"{to}/%s.jpg", *map(str, share)] for share in shares]
    running = [subprocess.Popen(one) for one in asked]
    for process in running:
        process.wait()


def hostile(folder: Path) -> None:
    """Take every file of a folder in and tell the slowest, the outcomes and the memory."""
    outcomes: dict[str, int] = {}
    slowest = (0.0, "")
    with Workshop() as workshop:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            begun = time.perf_counter()
            try:
                workshop.survey(path, 256)
                code = "thumbnail"
            except DeskError as error:
                code = error.code
            outcomes[code] = outcomes.get(code, 0) + 1
            slowest = max(slowest, (time.perf_counter() - begun, path.name))
    say(f"{sum(outcomes.values())} files: {outcomes}")
    say(f"slowest {slowest[0]:.2f} s: {slowest[1]}")
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    say(f"largest worker {workers:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--hostile", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "big" / "marbre.sqlite"
        say(f"{asked.count} photos filed in {timed(lambda: fill(path, asked.count)) / 1000:.1f} s")
        many(path, asked.count)
        if asked.files:
            beside_libvips(Path(scratch), asked.files)
    if asked.hostile:
        hostile(asked.hostile)


if __name__ == "__main__":
    main()
