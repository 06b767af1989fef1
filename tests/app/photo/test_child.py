"""The worker's side, spoken to directly."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.photo import frames
from app.photo.child import JOBS

Draw = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[3]


def _spoken(*asks: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a worker answers, its greeting first."""
    stream = io.BytesIO()
    for ask in asks:
        frames.send(stream, {"seconds": 10, **ask})
    command = [sys.executable, "-m", "app.photo.child", "1000000000"]
    done = subprocess.run(
        command, input=stream.getvalue(), capture_output=True, check=True, cwd=ROOT
    )
    answers = io.BytesIO(done.stdout)
    return [frames.receive(answers)[0] for _ in range(1 + len(asks))]


def test_a_worker_greets_answers_and_goes_when_the_desk_goes(draw: Draw) -> None:
    hello, facts, trouble = _spoken(
        {"do": "probe", "path": str(draw())}, {"do": "read", "path": "absente.jpg"}
    )
    assert hello == {"ready": True}
    assert facts["facts"]["width"] == 90
    assert trouble == {"error": "photo.missing", "params": {"name": "absente.jpg"}}


def test_an_unforeseen_failure_is_an_unreadable_file_and_not_the_end(draw: Draw) -> None:
    path = str(draw())
    _, odd, facts = _spoken({"do": "thumbnail", "path": path}, {"do": "probe", "path": path})
    assert odd == {"error": "photo.unreadable", "params": {"name": "pont.jpg"}}
    assert facts["facts"]["height"] == 60


def test_every_job_has_a_name() -> None:
    assert set(JOBS) == {"probe", "read", "write", "sidecar", "thumbnail", "rendition", "survey"}
