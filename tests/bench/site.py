"""How long a site takes, full and after one change, beside a static generator where one is found.

python tests/bench/site.py 1000 [--pelican PATH-OF-PELICAN]
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.desk import filing, site, sourcing, writing
from app.desk.desk import Desk
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
    return "\n\n".join([said, more, "## La suite", quoted] + [more] * 4)


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def fill(desk: Desk, count: int) -> str:
    """File `count` ready stories; return the id of one."""
    story_id = ""
    for number in range(count):
        story_id, _changes = filing.new_story(desk, "fr-FR")
        words = {"headline": headline(number), "section": SECTIONS[number % len(SECTIONS)]}
        writing.revise(
            desk,
            story_id,
            slug=f"quai-{number}",
            body=body(number),
            standfirst=f"Quarante bateaux attendaient la fin du chantier numéro {number}.",
            status=Status.READY,
            **words,
        )
        for row in sourcing.ledger(desk, story_id):
            sourcing.set_speaker(desk, story_id, row.id, "Hélène Carvin")
    return story_id


def ours(count: int, place: Path) -> dict[str, float]:
    with Desk.open(place / "store" / "marbre.sqlite", by="banc") as desk:
        story_id = fill(desk, count)
        told = {"full": timed(lambda: site.publish_site(desk, place / "site"))}
        told["unchanged"] = timed(lambda: site.publish_site(desk, place / "site"))
        writing.revise(desk, story_id, kicker="Littoral")
        told["one story changed"] = timed(lambda: site.publish_site(desk, place / "site"))
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
    return told


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int)
    asked.add_argument("--pelican", type=Path)
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
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
