"""The worker's side: a small process that opens image files and may die of them.

Started by `worker.Workshop`; it imports no window, no store and none of the desk.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.domain.errors import DeskError
from app.photo import frames, opening, plain, renditions, surveying, writing
from app.photo.metadata import read

if sys.platform != "win32":
    import resource

_GRACE = 5

Reply = tuple[dict[str, Any], bytes]


def _probe(path: Path, _: dict[str, Any]) -> Reply:
    return {"facts": asdict(opening.probe(path))}, b""


def _read(path: Path, _: dict[str, Any]) -> Reply:
    metadata, conflicts = read(path)
    told = [asdict(conflict) for conflict in conflicts]
    return {"metadata": plain.plain_metadata(metadata), "conflicts": told}, b""


def _write(path: Path, ask: dict[str, Any]) -> Reply:
    metadata = plain.metadata_from(ask["metadata"])
    writing.write(path, Path(ask["target"]), metadata, frozenset(ask["settle"]))
    return {}, b""


def _sidecar(path: Path, ask: dict[str, Any]) -> Reply:
    metadata = plain.metadata_from(ask["metadata"])
    writing.write_sidecar(path, metadata, Path(ask["target"]))
    return {}, b""


def _thumbnail(path: Path, ask: dict[str, Any]) -> Reply:
    return {}, renditions.thumbnail(path, ask["size"])


def _rendition(path: Path, ask: dict[str, Any]) -> Reply:
    return {}, renditions.rendition(path, plain.spec_from(ask["spec"]))


def _survey(path: Path, ask: dict[str, Any]) -> Reply:
    found = surveying.survey(path, ask["size"])
    told = {
        "facts": asdict(found.facts),
        "metadata": plain.plain_metadata(found.metadata),
        "conflicts": [asdict(conflict) for conflict in found.conflicts],
        "likeness": found.likeness,
    }
    return told, found.thumbnail


JOBS: dict[str, Callable[[Path, dict[str, Any]], Reply]] = {
    "probe": _probe,
    "read": _read,
    "write": _write,
    "sidecar": _sidecar,
    "thumbnail": _thumbnail,
    "rendition": _rendition,
    "survey": _survey,
}
"""What a worker can be asked for."""


def main(memory: int) -> None:
    """Serve the desk over the standard streams until it closes them."""
    speaking = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # The imaging libraries print to the standard output; that must not end up in a frame.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory)
    frames.send(speaking, {"ready": True})
    while True:
        try:
            ask, _ = frames.receive(sys.stdin.buffer)
        except frames.Broken:
            return
        frames.send(speaking, *_answer(ask))


def _answer(ask: dict[str, Any]) -> Reply:
    path = Path(ask["path"])
    _set_alarm(int(ask["seconds"]) + _GRACE)
    try:
        return JOBS[ask["do"]](path, ask)
    except DeskError as error:
        return {"error": error.code, "params": {"name": path.name, **error.params}}, b""
    except MemoryError:
        return {"error": "photo.too-large", "params": {"name": path.name}}, b""
    except opening.ODD_FILE_ERRORS:
        return {"error": "photo.unreadable", "params": {"name": path.name}}, b""
    finally:
        _set_alarm(0)


def _set_alarm(seconds: int) -> None:
    """Make sure that this process ends by itself when the desk died in the middle of a job."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _limit_memory(memory: int) -> None:
    """Let the system refuse memory beyond the limit, where it can."""
    if sys.platform == "win32":
        return
    # Reserved address space is no memory; Linux counts what can be written to.
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    resource.setrlimit(kind, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(int(sys.argv[1]))
