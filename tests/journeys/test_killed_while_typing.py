"""What was said to be saved is there after kill -9, and the store opens."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.stories import filing

TYPIST = """
import sys
from pathlib import Path
from app.desk.stories import filing, writing
from app.desk.desk import Desk

desk = Desk.open(Path(sys.argv[1]))
story_id = filing.stories(desk)[0].id
for number in range(100000):
    writing.autosave(desk, story_id, body="Frappe. " * (number % 50) + str(number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 7, 40])
def test_every_save_that_was_told_survives_being_killed(tmp_path: Path, saves: int) -> None:
    path = tmp_path / "marbre.sqlite"
    with Desk.open(path) as desk:
        story_id = filing.take_in_text(desk, "Le quai\n\nIl rouvre.").story_id

    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path)], stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout is not None
        told = -1
        for line in typist.stdout:
            told = int(line)
            if told >= saves:
                typist.send_signal(signal.SIGKILL)
                break
        told = max([told, *(int(line) for line in typist.stdout if line.endswith("\n"))])

    with Desk.open(path) as desk:
        body = filing.package(desk, story_id).story.body
    assert int(body.rsplit(" ", maxsplit=1)[-1]) >= told


@pytest.mark.slow
def test_a_window_killed_while_typing_shows_all_but_the_last_second_again() -> None:
    """The short form of tests/bench/kills.py, which does it two hundred times."""
    bench = Path(__file__).parents[1] / "bench" / "kills.py"
    ran = subprocess.run(
        [sys.executable, str(bench), "--runs", "2"], capture_output=True, text=True, check=False
    )
    found = json.loads(ran.stdout.splitlines()[-1])

    assert found["wrong"] == []
    assert found["keys"] > 0
