"""How fast quotes are found in a transcript: run `python tests/bench/transcripts.py`.

A transcript of 50,000 words made here, 40 quotes as they were said and 40 with a known change: a
dropped negation, another number, another word. Prints how many verdicts are right, the time to make
the transcript ready, and the time per quote; exits 1 when one verdict is wrong.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.domain.transcript import Likeness, Utterance
from app.transcripts.comparing import Said

WORDS = 50_000
QUOTES = 40
SAID = (
    "Nous ne paierons pas les {n} euros demandés par la commune pour la digue de Brisol",
    "The harbour will not open before the month of May and {n} boats are waiting outside",
    "La roue du moulin ne tournera pas cet hiver parce que {n} pièces manquent encore",
)
CHANGES = (
    ((" ne ", " "), (" pas ", " "), (" not ", " ")),
    (("{n}", "{m}"),),
    (("digue", "jetée"), ("boats", "ships"), ("hiver", "été")),
)


def main() -> int:
    """Compare, print the figures, and say whether every verdict was right."""
    lines = _lines()
    started = time.perf_counter()
    heard = Said(lines)
    ready = time.perf_counter() - started
    step = len(lines) // QUOTES
    kept = [lines[number * step].words for number in range(QUOTES)]
    changed = [_changed(number * step, number) for number in range(QUOTES)]
    started = time.perf_counter()
    right = [heard.compare(quote).likeness is Likeness.VERBATIM for quote in kept]
    told = [heard.compare(quote).likeness is Likeness.ALTERED for quote in changed]
    spent = time.perf_counter() - started
    words = sum(len(line.words.split()) for line in lines)
    sys.stdout.write(
        f"{words} words, {QUOTES} quotes\n"
        f"verbatim {sum(right)}/{QUOTES}, alterations told {sum(told)}/{QUOTES}\n"
        f"made ready in {ready:.3f} s; {spent / (2 * QUOTES) * 1000:.1f} ms a quote\n"
        f"{QUOTES} quotes against the transcript: {ready + spent / 2:.3f} s\n"
    )
    return int(not all((*right, *told)))


def _lines() -> Sequence[Utterance]:
    lines: list[Utterance] = []
    words = 0
    while words < WORDS:
        number = len(lines)
        said = SAID[number % len(SAID)].format(n=1000 + 7 * number)
        lines.append(Utterance(number=number + 1, words=said))
        words += len(said.split())
    return lines


def _changed(number: int, kind: int) -> str:
    template = SAID[number % len(SAID)]
    for was, now in CHANGES[kind % len(CHANGES)]:
        template = template.replace(was, now)
    return template.format(n=1000 + 7 * number, m=3 + 7 * number)


if __name__ == "__main__":
    sys.exit(main())
