"""The workshop: files are opened elsewhere, and whatever happens there, the desk goes on."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

import pytest
from PIL import Image

from app.domain.errors import DeskError
from app.domain.photo import Focus, PhotoMetadata
from app.domain.rendition import ImageFormat, RenditionSpec
from app.photo import frames, metadata, opening, renditions, surveying
from app.photo.worker import Workshop

Draw = Callable[..., Path]

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop(workers=2) as opened:
        yield opened


def _pid(workshop: Workshop) -> int:
    process = workshop._hands[0]._process
    assert process is not None
    return process.pid


def _code(act: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value.code, caught.value.params["name"]


def test_workers_give_what_the_functions_give(
    workshop: Workshop, draw: Draw, full: PhotoMetadata
) -> None:
    path = draw(size=(300, 200))
    workshop.write_metadata(path, path, full)
    spec = RenditionSpec(
        width=90, ratio=(16, 9), focus=Focus(0.2, 0.8), format=ImageFormat.WEBP, words=full
    )
    assert workshop.read_metadata(path) == metadata.read(path)
    assert workshop.read_metadata(path)[0] == full
    assert workshop.probe(path) == opening.probe(path)
    assert workshop.thumbnail(path, 64) == renditions.thumbnail(path, 64)
    assert workshop.rendition(path, spec) == renditions.rendition(path, spec)
    assert workshop.survey(path, 64) == surveying.survey(path, 64)


def test_refusals_come_back_with_their_code_and_name(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "texte.jpg"
    path.write_text("Pas une image.", encoding="utf-8")
    assert _code(lambda: workshop.probe(path)) == ("photo.lying", "texte.jpg")
    assert _code(lambda: workshop.probe(tmp_path / "absente.jpg")) == (
        "photo.missing",
        "absente.jpg",
    )


def test_several_threads_are_served(workshop: Workshop, draw: Draw) -> None:
    paths = [draw(f"vue-{number}.jpg", size=(60 + number, 40)) for number in range(24)]
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(workshop.probe, paths))
    assert [facts.width for facts in found] == [60 + number for number in range(24)]


@posix
def test_a_worker_killed_in_mid_batch_names_its_file_and_the_batch_goes_on(
    draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = threading.Event()
    send = frames.send

    def noted(stream: IO[bytes], header: dict[str, Any], data: bytes = b"") -> None:
        send(stream, header, data)
        sent.set()

    paths = [draw(f"vue-{number}.jpg") for number in range(4)]
    with Workshop(workers=1) as workshop, ThreadPoolExecutor(1) as thread:
        assert workshop.probe(paths[0]).width == 90
        pid = _pid(workshop)
        os.kill(pid, signal.SIGSTOP)
        monkeypatch.setattr(frames, "send", noted)
        waiting = thread.submit(workshop.probe, paths[1])
        sent.wait()
        os.kill(pid, signal.SIGKILL)
        assert _code(waiting.result) == ("photo.worker-died", "vue-1.jpg")
        assert [workshop.probe(path).width for path in paths[2:]] == [90, 90]
        assert _pid(workshop) != pid


@posix
def test_a_worker_killed_while_idle_is_replaced_unnoticed(draw: Draw) -> None:
    with Workshop(workers=1) as workshop:
        workshop.probe(draw())
        process = workshop._hands[0]._process
        assert process is not None
        process.kill()
        process.wait()
        assert workshop.probe(draw()).width == 90


@posix
def test_a_file_that_takes_too_long_is_given_up(draw: Draw) -> None:
    path = draw()
    with Workshop(workers=1, seconds=0.2) as workshop, ThreadPoolExecutor(1) as thread:
        while True:  # a busy machine may be slower than the limit before anything is stopped
            try:
                workshop.probe(path)
                break
            except DeskError:
                continue
        pid = _pid(workshop)
        os.kill(pid, signal.SIGSTOP)
        waiting = thread.submit(workshop.probe, path)
        assert _code(waiting.result) == ("photo.too-slow", "pont.jpg")
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_file_that_takes_too_much_memory_is_refused(draw: Draw, tmp_path: Path) -> None:
    path = tmp_path / "affiche.png"
    Image.new("RGB", (8000, 6000)).save(path, compress_level=1)
    with Workshop(workers=1, memory=160_000_000) as workshop:
        assert _code(lambda: workshop.thumbnail(path, 256)) == ("photo.too-large", "affiche.png")
        assert workshop.probe(draw()).width == 90


def test_a_closed_workshop_refuses_and_closing_twice_is_harmless(draw: Draw) -> None:
    path = draw()
    workshop = Workshop(workers=1)
    workshop.probe(path)
    workshop.close()
    workshop.close()
    assert _code(lambda: workshop.probe(path)) == ("photo.stopped", "pont.jpg")


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("app.photo.child", ("PySide6", "sqlalchemy")),
        ("app.photo.worker", ("PySide6", "PIL", "lxml")),
    ],
)
def test_processes_load_only_what_they_need(module: str, absent: tuple[str, ...]) -> None:
    asked = f"import sys, {module}; print(*[m for m in {absent!r} if m in sys.modules])"
    command = [sys.executable, "-c", asked]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == ""


REASONS = {
    "photo.unreadable",
    "photo.unknown-type",
    "photo.truncated",
    "photo.lying",
    "photo.bomb",
    "photo.empty",
    "photo.too-large",
}


def test_every_hostile_file_gives_a_thumbnail_or_a_reason(shared: Path, workshop: Workshop) -> None:
    folders = [shared / "photos", *sorted((shared / "hostile").glob("image-*"))]
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def outcome(path: Path) -> str:
        try:
            return "ok" if workshop.survey(path, 256).thumbnail else "no thumbnail"
        except DeskError as error:
            return error.code

    with ThreadPoolExecutor(2) as threads:
        outcomes = dict(zip(paths, threads.map(outcome, paths), strict=True))
    odd = {path.name: code for path, code in outcomes.items() if code not in {"ok", *REASONS}}
    assert not odd
    assert sum(code == "ok" for code in outcomes.values()) >= 200
