"""Transcripts at the desk: every quote beside what was said, and kept to be asked again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import sourcing, transcribing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.transcript import Comparison, Likeness

SPOKEN = """1
00:00:02,000 --> 00:00:04,000
Je le redis aux riverains :

2
00:00:12,500 --> 00:00:15,000
la digue tiendra tout l’hiver, c’est sûr.
"""

Written = Callable[[str, str | bytes], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_a_quote_is_found_at_its_time(desk: Desk, story_id: str, written: Written) -> None:
    found = transcribing.compare(desk, story_id, written("visite.srt", SPOKEN))

    (one,) = found.comparisons
    assert (one.likeness, found.foreign) == (Likeness.VERBATIM, "")
    assert one.passage is not None
    assert (one.passage.first, one.passage.at) == (2, 12.5)


def test_an_old_encoding_is_read(desk: Desk, story_id: str, written: Written) -> None:
    old = "La digue tiendra tout l'hiver, répète l'élue.".encode("cp1252")

    (one,) = transcribing.compare(desk, story_id, written("notes.txt", old)).comparisons

    assert one.likeness is Likeness.VERBATIM


def test_another_language_is_told(desk: Desk, story_id: str, written: Written) -> None:
    text = "The wall will hold, and we are sure that it will hold all of the winter."

    found = transcribing.compare(desk, story_id, written("notes.md", text))

    assert found.foreign == "en"
    assert {one.likeness for one in found.comparisons} == {Likeness.NOT_FOUND}


def test_what_is_no_quote_is_not_looked_up(desk: Desk, story_id: str, written: Written) -> None:
    (row,) = (one for one in sourcing.ledger(desk, story_id) if "tiendra" in one.words)
    sourcing.not_a_quote(desk, story_id, row.id)

    assert transcribing.compare(desk, story_id, written("v.srt", SPOKEN)).comparisons == ()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", r"intake\.binary"),
        ("a.txt", b"\0\1\2\3" * 40, r"intake\.binary"),
        ("a.txt", b"", r"transcript\.empty"),
        ("a.docx", b"PK\3\4 nothing", r"intake\."),
    ],
)
def test_what_is_no_transcript_is_told_with_its_name(
    written: Written, name: str, content: bytes, code: str
) -> None:
    with pytest.raises(DeskError, match=code) as caught:
        transcribing.read_transcript(written(name, content))

    assert caught.value.params["name"] == name


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"intake\.missing"):
        transcribing.read_transcript(tmp_path / "nowhere.txt")
    with pytest.raises(DeskError, match=r"transcript\.unreadable"):
        transcribing.read_transcript(tmp_path)


def _compared(desk: Desk, story_id: str) -> tuple[Comparison, ...]:
    return transcribing.compare_all(desk, filing.package(desk, story_id))


def test_a_kept_transcript_tells_later_changes(desk: Desk, story_id: str, written: Written) -> None:
    source = written("visite.srt", SPOKEN)
    key, _ = transcribing.attach(desk, story_id, source)
    assert transcribing.attach(desk, story_id, source)[0] == key
    source.unlink()
    body = filing.package(desk, story_id).story.body
    writing.autosave(desk, story_id, body=body.replace("tiendra tout", "ne tiendra pas tout"))

    assert [one.likeness for one in _compared(desk, story_id)] == [Likeness.ALTERED]
    assert [one.name for one in transcribing.attached(desk, story_id)] == ["visite.srt"]


def test_the_likest_of_several_transcripts_counts(
    desk: Desk, story_id: str, written: Written
) -> None:
    transcribing.attach(desk, story_id, written("autre.txt", "Il fera beau demain."))
    transcribing.attach(desk, story_id, written("visite.srt", SPOKEN))

    assert [one.likeness for one in _compared(desk, story_id)] == [Likeness.VERBATIM]


def test_taking_a_transcript_away_can_be_undone(
    desk: Desk, story_id: str, written: Written
) -> None:
    key, _ = transcribing.attach(desk, story_id, written("visite.srt", SPOKEN))
    transcribing.detach(desk, story_id, key)
    assert _compared(desk, story_id) == ()

    undoing.undo(desk)
    assert [one.id for one in transcribing.attached(desk, story_id)] == [key]

    with pytest.raises(DeskError, match=r"transcript\.unknown"):
        transcribing.detach(desk, story_id, "nowhere")


def test_five_hundred_pages_are_read_and_the_place_is_told(
    desk: Desk, story_id: str, written: Written
) -> None:
    page = "Le conseil a parlé de la route et du port pendant toute la séance.\n" * 18
    middle = "La digue tiendra tout l'hiver\n"
    found = transcribing.compare(
        desk, story_id, written("seance.txt", (page * 250 + middle + page * 250).encode())
    )

    told = next(one for one in found.comparisons if one.likeness is Likeness.VERBATIM)
    assert told.passage is not None
    assert told.passage.first == 18 * 250 + 1
