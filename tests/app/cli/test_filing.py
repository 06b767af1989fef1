"""take-in, list, show, spike: what came in is told line by line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_taking_in_tells_what_was_placed_and_what_was_left_out(marbre: Command, copy: Path) -> None:
    said = marbre("take-in", copy)

    assert said.code == 0
    assert "La digue tiendra l'hiver" in said.out
    assert "XS" in said.out
    assert "size label" in said.out


def test_every_line_is_accounted_for(marbre: Command, copy: Path) -> None:
    (record,) = marbre("take-in", copy, "--format", "json").data

    lines = copy.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert [line["line"] for line in record["lines"]] == list(range(1, len(lines) + 1))
    assert [line["text"] for line in record["dropped"]] == ["XS"]


def test_one_bad_file_and_nothing_is_filed(marbre: Command, copy: Path, tmp_path: Path) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)

    assert marbre("take-in", copy, binary).code == 2
    assert not (tmp_path / "store").exists()


def test_windows_copy_is_read_and_said_so(marbre: Command, copy: Path) -> None:
    copy.write_bytes(copy.read_text(encoding="utf-8").encode("cp1252"))
    said = marbre("take-in", copy)

    assert said.code == 0
    assert "windows-1252" in said.out.lower()
    assert "Hélène Carvin" in marbre("show", "la-digue-tiendra-l-hiver").out


def test_a_story_is_started_of_a_type_in_a_language(marbre: Command) -> None:
    made = marbre("new", "--type", "interview", "--language", "fr-CH", "--headline", "Le phare")
    slug = marbre("list", "--format", "json").data[0]["slug"]
    told = marbre("show", slug, "--format", "json").data

    assert made.code == 0
    assert slug in made.out
    assert "Première question" in str(told)
    assert (marbre("new", "--format", "json").data["language"], marbre("new").code) == ("en-US", 0)


def test_an_unknown_type_names_those_there_are(marbre: Command) -> None:
    said = marbre("new", "--type", "sonnet")

    assert said.code == 2
    assert "obituary" in said.err


def test_the_list_finds_and_the_bin_hides(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    assert [line["slug"] for line in marbre("list", "riverains", "--format", "json").data] == [slug]

    marbre("spike", slug)
    assert marbre("list", "--format", "json").data == []
    assert [line["slug"] for line in marbre("list", "--bin", "--format", "json").data] == [slug]

    marbre("unspike", slug)
    assert len(marbre("list", "--format", "json").data) == 1


def test_the_raw_copy_is_revision_0(marbre: Command, copy: Path) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]

    assert marbre("show", slug, "--revision", "0").out.rstrip("\n") == copy.read_text(
        encoding="utf-8"
    ).rstrip("\n")
