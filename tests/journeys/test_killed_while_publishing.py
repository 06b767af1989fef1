"""Killed at any moment of publishing, a folder is the old one or the new one, and the log agrees.

A few moments by default; as a longer trial: MARBRE_KILLS=100 pytest -s on this file.
"""

import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from app.desk import intents
from app.desk.desk import Desk
from app.desk.pages import publishing, site
from app.desk.sources import sourcing
from app.desk.stories import filing, writing
from app.domain.story import Status
from app.export import sitefolder, swap
from app.export.mirror import Mirror

KILLS = int(os.environ.get("MARBRE_KILLS", "5"))
STORIES = 12
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 6, 12, tzinfo=UTC)

pytestmark = [
    pytest.mark.skipif(
        sys.platform not in {"linux", "darwin"}, reason="no fork, or no exchange of folders"
    ),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@dataclass(frozen=True)
class Scene:
    """A store that published something and has a change to publish, and how it publishes."""

    folder: Path
    story_id: str
    go: Callable[[Desk, Path, datetime], object]
    spared: bool = False

    def publish(self, root: Path, now: datetime) -> None:
        with Desk.open(root / "store" / "marbre.sqlite", by="Ana") as desk:
            self.go(desk, root / "out", now)


def file(desk: Desk, number: int) -> str:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    body = f"Le quai {number} rouvre mercredi, a annoncé la mairie de Port-Sablé. " * 9
    fields = {"headline": f"Le quai {number} rouvre en mai", "slug": f"quai-{number}"}
    writing.revise(desk, story_id, body=body, status=Status.READY, **fields)
    for row in sourcing.ledger(desk, story_id):
        sourcing.set_speaker(desk, story_id, row.id, "Hélène Carvin")
    return story_id


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def page(tmp_path: Path) -> Scene:
    def go(desk: Desk, out: Path, now: datetime) -> object:
        story_id = filing.find(desk, "quai-0")
        return publishing.publish(desk, story_id, out, now=now)

    return prepared(tmp_path / "page", 1, go)


@pytest.fixture
def whole_site(tmp_path: Path) -> Scene:
    def go(desk: Desk, out: Path, now: datetime) -> object:
        return site.publish_site(desk, out, now=now)

    return prepared(tmp_path / "site", STORIES, go)


@pytest.fixture
def spared_site(whole_site: Scene, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A site beside which a spare stands, as beside one of many stories."""
    monkeypatch.setattr(sitefolder, "SPARE_FILES", 1)
    return replace(whole_site, spared=True)


def prepared(folder: Path, stories: int, go: Callable[[Desk, Path, datetime], object]) -> Scene:
    base = folder / "base"
    with Desk.open(base / "store" / "marbre.sqlite", by="Ana") as desk:
        story_id, *_others = [file(desk, number) for number in range(stories)]
    scene = Scene(folder, story_id, go)
    # All trials stand at one address, since the store remembers where it published.
    base.rename(folder / "trial")
    scene.publish(folder / "trial", NOON)
    with Desk.open(folder / "trial" / "store" / "marbre.sqlite", by="Ana") as desk:
        writing.revise(desk, story_id, standfirst="Quarante bateaux attendent la fin du chantier.")
    shutil.copytree(folder / "trial", base)
    return scene


def reset(scene: Scene) -> Path:
    trial = scene.folder / "trial"
    shutil.rmtree(trial)
    shutil.copytree(scene.folder / "base", trial)
    if scene.spared:
        Mirror(set()).lay(trial / "out", trial / ".out.marbre-spare")
    return trial


def killed_after(seconds: float, act: Callable[[], None]) -> bool:
    """Do something in a process that is killed after some time; say whether it was."""
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, -signal.SIGKILL}
    return code != 0


def logged(scene: Scene, trial: Path) -> int:
    with Desk.open(trial / "store" / "marbre.sqlite", by="Ana") as desk:
        return len(publishing.publications_of(desk, scene.story_id))


@pytest.mark.parametrize("kind", ["page", "whole_site", "spared_site"])
def test_killed_at_random_moments_the_folder_is_old_or_new_and_the_log_agrees(
    kind: str, request: pytest.FixtureRequest
) -> None:
    scene: Scene = request.getfixturevalue(kind)
    old = contents(scene.folder / "base" / "out")
    trial = reset(scene)
    start = time.perf_counter()
    scene.publish(trial, LATER)
    lasts = time.perf_counter() - start
    new = contents(trial / "out")
    moments = random.Random(7)
    seen: Counter[str] = Counter()
    for _ in range(KILLS):
        trial = reset(scene)
        died = killed_after(moments.uniform(0, lasts * 1.5), partial(scene.publish, trial, LATER))
        found = contents(trial / "out")
        assert found in (old, new)
        seen[f"{'killed' if died else 'done'}, {'new' if found == new else 'old'}"] += 1
        assert logged(scene, trial) == (2 if found == new else 1)
        scene.publish(trial, LATER)
        assert contents(trial / "out") == new
        assert not list((trial / "store" / intents.FOLDER).glob("*.json"))
    assert old != new
    assert swap.manifest(scene.folder / "trial" / "out")
    sys.stdout.write(f"\n{kind}: {dict(seen)}\n")
