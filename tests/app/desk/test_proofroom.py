"""The proof room: what is looked at there, what comes home, and that it never outlives the desk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.proofroom import Gone, ProofRoom
from app.desk.sources import sourcing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError

BODY = "« La digue tiendra », a déclaré Jeanne Morvan, maire de Brisol. Elle l’a répété."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("desk") / "store.sqlite"
    with Desk.open(place, by="Ana Lys") as opened:
        opened.open_proof_room()
        yield opened


def _filed(desk: Desk) -> str:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, headline="La digue", body=BODY)
    return story_id


def _process(desk: Desk) -> int:
    assert desk._room is not None
    assert desk._room._process is not None
    pid = desk._room._process.pid
    assert pid is not None
    return pid


def test_a_look_over_there_answers_as_one_here(desk: Desk) -> None:
    story_id = _filed(desk)

    assert desk.apart(attrgetter("read_only")) is True, "somebody else looks, who changes nothing"
    assert desk.apart(attrgetter("by")) == "Ana Lys"
    assert desk.apart(filing.package, story_id) == filing.package(desk, story_id)
    assert desk.apart(sourcing.check, story_id) == sourcing.check(desk, story_id)


def test_what_was_just_written_is_seen_there(desk: Desk) -> None:
    story_id = _filed(desk)
    before = desk.apart(filing.unread, story_id).story.body
    writing.autosave(desk, story_id, body="Autre chose.")

    assert (before, desk.apart(filing.unread, story_id).story.body) == (BODY, "Autre chose.")


def test_trouble_comes_home_with_its_words(desk: Desk) -> None:
    for _again in range(2):
        with pytest.raises(DeskError) as caught:
            desk.apart(filing.package, "absente")
        assert (caught.value.code, caught.value.params) == ("story.unknown", {"ref": "absente"})


def test_a_fault_over_there_is_raised_here_and_the_room_opens_again(desk: Desk) -> None:
    with pytest.raises(AttributeError):
        desk.apart(attrgetter("no_such_thing"))

    assert desk.apart(attrgetter("read_only")) is True


def test_a_room_that_died_leaves_nothing_undone(desk: Desk) -> None:
    story_id = _filed(desk)
    first = _process(desk)
    os.kill(first, signal.SIGTERM)

    assert desk.apart(filing.unread, story_id).story.body == BODY
    assert desk.apart(attrgetter("read_only")) is True
    assert _process(desk) != first


def test_what_cannot_be_carried_is_said_and_harms_nothing(desk: Desk) -> None:
    with pytest.raises((AttributeError, TypeError)):
        desk.apart(lambda there: there.by)

    assert desk.apart(attrgetter("by")) == "Ana Lys"


def test_without_a_room_the_desk_looks_itself(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite") as alone:
        assert alone.apart(attrgetter("read_only")) is False


def test_a_closed_room_answers_no_more(tmp_path: Path) -> None:
    with Desk.open(tmp_path / "store.sqlite") as desk:
        desk.open_proof_room()
        room, process = desk._room, _process(desk)
    assert room is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(Gone):
        room.ask(attrgetter("by"))


def test_where_no_process_can_be_started_the_desk_looks_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_process: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    with Desk.open(tmp_path / "store.sqlite") as desk:
        desk.open_proof_room()
        assert desk.apart(attrgetter("read_only")) is False


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_room_ends_with_a_desk_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from operator import attrgetter\n"
        "from app.desk.desk import Desk\n"
        "if __name__ == '__main__':\n"
        "    desk = Desk.open(Path(sys.argv[1]))\n"
        "    desk.open_proof_room()\n"
        "    desk.apart(attrgetter('by'))\n"
        "    print(desk._room._process.pid, flush=True)\n"
        "    time.sleep(600)\n"
    )
    script = tmp_path / "desk.py"
    script.write_text(program)
    desk = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "store.sqlite")],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert desk.stdout is not None
    room = int(desk.stdout.readline())
    desk.kill()
    desk.communicate()

    assert _ended(room)


def _ended(process: int) -> bool:
    for _moment in range(200):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_the_room_is_opened_for_whoever_can_be_carried_there() -> None:
    room = ProofRoom(_Nowhere())
    with pytest.raises(Gone):
        room.ask(attrgetter("by"))
    room.close()


class _Nowhere:
    """A seat that cannot be unpickled over there: the process ends before it answers."""

    def __call__(self) -> Desk:
        raise AssertionError("never called here")
