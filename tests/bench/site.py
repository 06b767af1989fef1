"""How long a site takes, full and after one change, beside a static generator where one is found.

python tests/bench/site.py 1000 [--pelican PATH-OF-PELICAN] [--photos 2 40]
"""

import argparse
import hashlib
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image

from app.desk.desk import Desk
from app.desk.pages import publishing, site
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing, writing
from app.domain.story import Status

SECTIONS = ("Territoires", "Pêche", "Culture", "Sports", "Économie", "Météo")
FIRST = datetime(2025, 1, 1, 8, tzinfo=UTC)


def headline(number: int) -> str:
    return f"Le quai numéro {number} de Port-Sablé rouvre aux bateaux"


def body(number: int) -> str:
    said = (
        f"Le quai numéro {number} rouvre mercredi, a annoncé la mairie lors d’une visite du port."
    )
    more = f"Les travaux ont duré {number % 40 + 2} mois, selon la capitainerie de Port-Sablé."
    quoted = "« Les bateaux reviendront avant l’été », a déclaré la maire Hélène Carvin."
    rest = [
        f"La zone {part} du quai {number} sera livrée en {part + 3} semaines, selon le chantier."
        for part in range(1, 5)
    ]
    return "\n\n".join([said, more, "## La suite", quoted, *rest])


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def fill(desk: Desk, count: int) -> str:
    """File `count` ready stories, the first by hand and the others as copies; return its id."""
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.revise(desk, story_id, body=body(0), status=Status.READY, **fields(0))
    for row in sourcing.ledger(desk, story_id):
        sourcing.set_speaker(desk, story_id, row.id, "Hélène Carvin")
    with closing(sqlite3.connect(desk.path)) as store, store:
        for number in range(1, count):
            _copy(store, story_id, number)
    return story_id


def fields(number: int) -> dict[str, str]:
    return {
        "headline": headline(number),
        "section": SECTIONS[number % len(SECTIONS)],
        "slug": f"quai-{number}",
        "standfirst": f"Quarante bateaux attendaient la fin du chantier numéro {number}.",
    }


def _copy(store: sqlite3.Connection, source: str, number: int) -> None:
    """Copy the rows of a story under another id, with words of its own."""
    own, text = f"{number:032x}", body(number)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    changes: dict[str, dict[str, object]] = {
        "stories": {"id": own, "number": None, **fields(number)},
        "bodies": {"story_id": own, "text": text, "checksum": checksum},
        "quotes": {"story_id": own, "start": text.index("Les bateaux reviendront")},
    }
    for table, fresh in changes.items():
        key = "id" if table == "stories" else "story_id"
        rows = store.execute(f"SELECT * FROM {table} WHERE {key} = ?", [source])  # noqa: S608  names above
        names = [column[0] for column in rows.description]
        for row in rows.fetchall():
            values = dict(zip(names, row, strict=True)) | fresh
            if table == "quotes":
                values["id"] = f"{values['id'][:8]}{number:024x}"
            marks = ", ".join("?" * len(names))
            store.execute(f"INSERT INTO {table} VALUES ({marks})", [values[n] for n in names])  # noqa: S608  names above


def ours(count: int, place: Path) -> dict[str, float]:
    with Desk.open(place / "store" / "marbre.sqlite", by="banc") as desk:
        story_id = fill(desk, count)
        told = {"full": timed(lambda: site.publish_site(desk, place / "site"))}
        told["unchanged"] = timed(lambda: site.publish_site(desk, place / "site"))
        writing.revise(desk, story_id, kicker="Littoral")
        told["one story changed"] = timed(lambda: site.publish_site(desk, place / "site"))
        writing.revise(desk, story_id, kicker="Au large")
        told["and again"] = timed(lambda: site.publish_site(desk, place / "site"))
        return told


def pictured(photos: int, place: Path) -> dict[str, float]:
    """Return the times of publishing one story with its photos: first, again, and after a change."""
    with Desk.open(place / "store" / "marbre.sqlite", by="banc") as desk:
        story_id, _changes = filing.new_story(desk, "fr-FR")
        writing.revise(desk, story_id, body=body(0), status=Status.READY, **fields(0))
        for row in sourcing.ledger(desk, story_id):
            sourcing.set_speaker(desk, story_id, row.id, "Hélène Carvin")
        for number in range(photos):
            file = place / f"{number}.jpg"
            noise = Image.effect_noise((300, 200), 60 + number).resize((2400, 1600))
            noise.convert("RGB").save(file, quality=88)
            taken = captioning.take_photo_in(desk, file)
            slot, _more = captioning.add_slot(desk, story_id, taken.photo.id)
            words = {"caption": f"Le quai, vue {number}.", "alt": f"Un quai sous la pluie {number}"}
            captioning.caption(desk, story_id, slot, credit="Anne Lescot", **words)
        out = place / "page"
        told = {"cold": timed(lambda: publishing.publish(desk, story_id, out))}
        told["identical"] = timed(lambda: publishing.publish(desk, story_id, out))
        writing.revise(desk, story_id, kicker="Littoral")
        told["warm"] = timed(lambda: publishing.publish(desk, story_id, out))
        return told


def pelican(count: int, place: Path, program: Path) -> dict[str, float]:
    content = place / "content"
    content.mkdir(parents=True)
    for number in range(count):
        at = FIRST + timedelta(hours=number)
        head = f"Title: {headline(number)}\nDate: {at:%Y-%m-%d %H:%M}\n"
        category = f"Category: {SECTIONS[number % len(SECTIONS)]}\nSlug: quai-{number}\n\n"
        (content / f"{number}.md").write_text(head + category + body(number), encoding="utf-8")
    settings = place / "settings.py"
    settings.write_text("SITENAME = 'Banc'\nLOAD_CONTENT_CACHE = True\nCACHE_CONTENT = True\n")
    words = [str(program), str(content), "-o", str(place / "out"), "-s", str(settings), "-q"]

    def run() -> None:
        subprocess.run(words, check=True, cwd=place)

    told = {"full": timed(run)}
    with (content / "0.md").open("a", encoding="utf-8") as file:
        file.write("\n\nUne ligne de plus.\n")
    told["one story changed"] = timed(run)
    with (content / "0.md").open("a", encoding="utf-8") as file:
        file.write("\n\nUne autre.\n")
    told["and again"] = timed(run)
    return told


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int)
    asked.add_argument("--pelican", type=Path)
    asked.add_argument("--photos", type=int, nargs="*", default=[])
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for photos in arguments.photos:
            for what, seconds in pictured(photos, Path(folder) / f"photos-{photos}").items():
                sys.stdout.write(f"marbre   one story, {photos} photos, {what}: {seconds:.2f} s\n")
        found = {"marbre": ours(arguments.count, Path(folder) / "marbre")}
        if arguments.pelican:
            found["pelican"] = pelican(arguments.count, Path(folder) / "pelican", arguments.pelican)
    for name, told in found.items():
        for what, seconds in told.items():
            other = found.get("pelican", {}).get(what)
            ratio = f"  ({seconds / other:.2f} of pelican)" if other and name == "marbre" else ""
            said = f"{name:8} {arguments.count:6} stories, {what}: {seconds:.2f} s{ratio}"
            sys.stdout.write(said + "\n")


if __name__ == "__main__":
    main()
