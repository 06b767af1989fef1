"""Stories shared out among processes are those made by one, and one that dies loses none."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.desk import packages
from app.desk.desk import Desk
from app.desk.pages import site, site_stories
from app.desk.stories import filing, writing
from app.domain.story import Status

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def file(desk: Desk, number: int) -> str:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    fields = {"headline": f"Le quai {number} rouvre en mai", "slug": f"quai-{number}"}
    body = f"Le quai {number} rouvre mercredi, a annoncé la mairie de Port-Sablé."
    writing.revise(desk, story_id, body=body, status=Status.READY, **fields)
    return story_id


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


def test_several_processes_make_the_same_site_as_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        file(desk, number)
    one = site.publish_site(desk, tmp_path / "one", now=NOON)
    monkeypatch.setattr(site_stories, "WORTH_SHARING", 1)
    monkeypatch.setattr(site_stories, "BATCH", 2)

    other = site.publish_site(desk, tmp_path / "other", now=NOON)

    assert (one.stories, other.stories) == (3, 3)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_what_a_dying_process_leaves_undone_is_made_all_the_same(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        file(desk, number)
    monkeypatch.setattr(site_stories, "WORTH_SHARING", 1)
    monkeypatch.setattr(site_stories, "_begin", die)

    done = site.publish_site(desk, tmp_path / "site", now=NOON)

    assert done.stories == 2


def die(*_given: object) -> None:
    raise SystemExit(9)


PUBLISHING = """
import sys, threading
from multiprocessing import active_children
from pathlib import Path

from app.desk.desk import Desk
from app.desk.pages import site, site_stories
from app.desk.progress import Progress

def held(done, of):
    if done:
        print(*(one.pid for one in active_children()), flush=True)
        threading.Event().wait()

site_stories.WORTH_SHARING = 1
with Desk.open(Path(sys.argv[1]), by="Ana") as desk:
    site.publish_site(desk, Path(sys.argv[2]), progress=Progress(held))
"""


def test_no_process_outlives_a_program_that_was_killed(desk: Desk, tmp_path: Path) -> None:
    file(desk, 1)
    desk.close()
    given = (PUBLISHING, str(desk.path), str(tmp_path / "site"))
    root = Path(site.__file__).parents[3]
    with subprocess.Popen([sys.executable, "-c", *given], cwd=root, stdout=subprocess.PIPE) as one:
        assert one.stdout
        shared_out = [int(pid) for pid in one.stdout.readline().split()]
        one.kill()
        try:
            # The pipe ends when the last process that holds it is gone.
            one.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            for pid in shared_out:
                os.kill(pid, signal.SIGTERM)
            raise

    assert shared_out


def test_many_stories_are_read_from_the_store_a_batch_at_a_time(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        file(desk, number)
    read: list[int] = []
    real: Callable[..., object] = packages.load_all

    def counting(store: object, ids: list[str], by: str) -> object:
        read.append(len(ids))
        return real(store, ids, by)

    monkeypatch.setattr(site_stories, "BATCH", 2)
    monkeypatch.setattr(packages, "load_all", counting)

    site.publish_site(desk, tmp_path / "site", now=NOON)

    assert read == [2, 1]
