"""How fast the attribution engine reads: run `python tests/bench/attribution.py`.

Prints words per second with resolution, the same as a ratio to one bare regex pass, the growth of
the time with the length, and the time to read a long story again after one keystroke. The copy is
made here, from sentences with invented names, so the figures need nothing beside the checkout.
"""

import re
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.attribution.engine import Reader, attribute, paragraph_of

FRENCH = (
    (
        "La ministre de la Mer Odile Marchand a présenté hier à Brisol le plan de la digue, long de "
        "douze kilomètres et attendu depuis dix ans par les riverains. « Nous tiendrons les délais », "
        "a-t-elle assuré devant la presse."
    ),
    (
        "Selon la préfecture, les travaux commenceront en mars et coûteront quarante millions d'euros. "
        "Le maire, Jean Brel, affirme que la commune n'a pas été consultée. « On nous a mis devant le "
        "fait accompli », dénonce-t-il."
    ),
    (
        "Les ouvriers ont posé les premières pierres au petit matin, sous la pluie, pendant que les "
        "pêcheurs sortaient du port. La marée montait vite et les grues tournaient déjà au-dessus du "
        "quai, entre les hangars et la criée."
    ),
    (
        "L'Office des marchés de Brisol (OMB) a indiqué vendredi dans un communiqué que trois offres "
        "avaient été reçues. « Aucune n'est complète », a regretté son directeur, Anselme Vidal, "
        "ajoutant que « le calendrier reste tenable »."
    ),
)
ENGLISH = (
    (
        "Harbour minister Ann Harrow set out the plan for the sea wall in Brisol on Tuesday, twelve "
        "kilometres of stone that residents have waited ten years for. “We will keep to the schedule,” "
        "she told reporters."
    ),
    (
        "According to the county, work begins in March and will cost forty million pounds. Mayor John "
        "Brell said the town had not been consulted. “They handed us a done deal,” he said."
    ),
    (
        "Crews laid the first stones at dawn, in the rain, while the boats left the harbour. The tide "
        "came in fast and the cranes were already turning above the quay, between the sheds and the "
        "fish market."
    ),
    (
        "The Brisol Markets Office (BMO) said in a statement on Friday that it had received three bids. "
        "“None of them is complete,” its director, Ansel Vidal, complained, adding that the schedule "
        "“remains realistic.”"
    ),
)
LENGTHS = (5_000, 10_000, 20_000, 40_000)
KEYSTROKES = 20
ROUNDS = 3


def story(paragraphs: tuple[str, ...], words: int) -> str:
    """A story of about so many words; numbers keep its paragraphs apart."""
    per_round = sum(len(paragraph.split()) + 2 for paragraph in paragraphs)
    count = max(1, words * len(paragraphs) // per_round)
    numbered = enumerate(islice(cycle(paragraphs), count), start=1)
    return "\n\n".join(f"{paragraph} Page {number}." for number, paragraph in numbered)


def anew(copy: str, language: str) -> None:
    """Read a story of which no paragraph has been read before."""
    paragraph_of.cache_clear()
    attribute(copy, language)


def fastest(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several runs, in seconds of processor time."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        spent.append(time.process_time() - start)
    return min(spent)


def keystroke(language: str, copy: str) -> tuple[float, float]:
    """The mean time to read a story again after one more letter, here and there in it.

    First the reading alone, then with every place of its answer looked at.
    """
    reader = Reader(language)
    reader.read(copy)
    read = looked = 0.0
    for step in range(KEYSTROKES):
        place = copy.index(" ", len(copy) * step // KEYSTROKES)
        typed = copy[:place] + "s" + copy[place:]
        start = time.process_time()
        found = reader.read(typed)
        read += time.process_time() - start
        _ = (len(found.quotes), len(found.mentions))
        looked += time.process_time() - start
        again = reader.read(copy)
        _ = (len(again.quotes), len(again.mentions))
    return read / KEYSTROKES, looked / KEYSTROKES


def measure(language: str, paragraphs: tuple[str, ...]) -> list[str]:
    """The lines to print for one language."""
    attribute(paragraphs[0], language)
    lines = []
    for length in LENGTHS:
        copy = story(paragraphs, length)
        words = len(copy.split())
        spent = fastest(lambda copy=copy: anew(copy, language))  # type: ignore[misc]
        bare = fastest(lambda copy=copy: re.findall(r"\w+", copy))  # type: ignore[misc]
        lines.append(
            f"{language} {words:6d} words  {words / spent:8.0f} words/s  "
            f"{spent / bare:5.1f} bare regex passes  {1e6 * spent / words:5.1f} µs/word"
        )
        read, looked = keystroke(language, copy)
        lines.append(
            f"{language} {words:6d} words  read again after one keystroke: {1e3 * read:.1f} ms, "
            f"{read / bare:.1f} bare regex passes; with all places {1e3 * looked:.1f} ms"
        )
    return lines


if __name__ == "__main__":
    for row in (*measure("fr", FRENCH), *measure("en", ENGLISH)):
        sys.stdout.write(row + "\n")
