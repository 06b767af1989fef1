"""Kill the window while somebody types, again and again, and see what is left.

python tests/bench/kills.py --runs 200 [--seed N] [--store FILE]

Each run starts the window on the same store, which must open and show the words that were safe,
types at the end of the story at a writer's pace, and is killed at a moment chosen by chance.
Prints one line a run and a summary as JSON; ends with 1 when the store did not open, when other
words than those typed were found, or when more than a second of typing was lost.

A machine that is shared may stand still for a second, typist, window and all. So a watch sleeps a
hundredth of a second again and again beside each run; where it overslept, the machine stood still.
What it stood still between the first key lost and the kill is printed, and taken from the loss
before that is judged.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.desk.desk import Desk
from app.desk.stories import filing

LONGEST_LOSS = 1.0
"""Seconds of typing that may be lost."""

NAP = 0.01
"""Seconds the watch sleeps at a time."""

STILL = 0.05
"""Seconds it must oversleep before the machine is said to have stood still."""

TYPIST = Path(__file__).with_name("typist.py")


class Watch(threading.Thread):
    """Sleeps again and again and notes when it overslept."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._late: list[tuple[float, float]] = []
        self._done = threading.Event()

    @override
    def run(self) -> None:
        while not self._done.is_set():
            begun = time.monotonic()
            time.sleep(NAP)
            now = time.monotonic()
            if now - begun - NAP > STILL:
                self._late.append((begun + NAP, now))

    def end(self) -> None:
        """Stop watching."""
        self._done.set()
        self.join()

    def still(self, begin: float, end: float) -> float:
        """Return the seconds the machine stood still between two moments."""
        return sum(max(0.0, min(end, till) - max(begin, since)) for since, till in self._late)


@dataclass
class Run:
    """What one run told: the words shown at the start, the keys with their moments."""

    shown: str | None = None
    keys: list[tuple[float, str]] = field(default_factory=list)
    killed_at: float = 0.0
    watch: Watch = field(default_factory=Watch)

    def lost(self, kept: str) -> float:
        """Return the seconds of typing that are not in the words kept.

        Raises:
            ValueError: the words kept are not a beginning of those typed.
        """
        typed = (self.shown or "") + "".join(letter for _at, letter in self.keys)
        if not typed.startswith(kept) and not kept.startswith(typed):
            raise ValueError(kept[-40:])
        missing = len(typed) - len(kept)
        return self.killed_at - self.keys[-missing][0] if missing > 0 else 0.0


def one_run(store: Path, story_id: str, after: float) -> Run:
    """Start the window and kill it `after` seconds of typing."""
    command = [sys.executable, str(TYPIST), str(store), story_id]
    run = Run()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        for line in typist.stdout:
            kind, at, words = json.loads(line)
            if kind == "shown":
                run.shown = words
                run.watch.start()
                continue
            run.keys.append((at, words))
            if at - run.keys[0][0] >= after:
                typist.send_signal(signal.SIGKILL)
                run.killed_at = time.monotonic()
                run.watch.end()
                break
        rest = [line for line in typist.stdout if line.endswith("\n")]
    run.keys += [(at, words) for _kind, at, words in map(json.loads, rest)]
    return run


def words_in(store: Path, story_id: str) -> str:
    """Open the store as it was left and return the words of the story."""
    with Desk.open(store) as desk:
        return filing.package(desk, story_id).story.body


def prepared(store: Path) -> str:
    """Make a store with one story in it; return its id."""
    with Desk.open(store) as desk:
        return filing.take_in_text(desk, "Le quai\n\nLe quai rouvre.").story_id


def kill_again_and_again(store: Path, runs: int, seed: int) -> dict[str, object]:
    """Do the runs; return how many keys were typed, what was lost at most, and what went wrong."""
    chance = random.Random(seed)
    story_id = prepared(store)
    kept, keys, wrong = words_in(store, story_id), 0, []
    losses, judged = [0.0], [0.0]
    for number in range(runs):
        run = one_run(store, story_id, chance.uniform(0.05, 3.0))
        shown_right = run.shown == kept
        kept = words_in(store, story_id)
        try:
            losses.append(run.lost(kept))
            still = run.watch.still(run.killed_at - losses[-1], run.killed_at)
            judged.append(losses[-1] - still)
        except ValueError as error:
            wrong.append(f"run {number}: other words: {error}")
        if not shown_right:
            wrong.append(f"run {number}: the words kept were not shown")
        keys += len(run.keys)
        told = f"{number:4d} {len(run.keys):4d} keys, lost {losses[-1]:.3f} s"
        print(f"{told}, the machine apart {judged[-1]:.3f} s", flush=True)  # noqa: T201
    over, ours = (sum(loss > LONGEST_LOSS for loss in some) for some in (losses, judged))
    ordered = sorted(losses)
    middle, most = ordered[len(losses) // 2], ordered[int(0.95 * len(losses))]
    return {
        "runs": runs, "keys": keys, "wrong": wrong, "over_a_second": over,
        "over_without_standstill": ours, "longest_loss": round(max(losses), 3),
        "longest_without_standstill": round(max(judged), 3), "p95_loss": round(most, 3),
        "median_loss": round(middle, 3),
    }  # fmt: skip


def main() -> int:
    """Run from the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--store", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = kill_again_and_again(
            given.store or Path(folder) / "marbre.sqlite", given.runs, given.seed
        )
    print(json.dumps(found))  # noqa: T201  the answer
    return int(bool(found["wrong"] or found["over_without_standstill"]))


if __name__ == "__main__":
    sys.exit(main())
