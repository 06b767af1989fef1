"""The whole road by command: wire copy and photos in, checked, published, nothing left behind."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.cli.main import run

Command = Callable[..., Any]

EIGHT_FAULTS = {
    "PHO003": "a caption stands twice: the alt text repeats it",
    "PHO001": "no credit",
    "NAM001": "a first name in two spellings",
    "PHO005": "a picture of weeks before the events",
    "ATT003": "a partial quotation without attribution of its own",
    "ATT004": "an unsourced allegation",
    "LAN001": "an agreement error inside a quotation",
    "NAM002": "a capital with and without its accent",
    "NAM003": "an office written in two ways",
}


@pytest.fixture
def marbre(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*words: object, code: int = 0) -> Any:
        asked = ["--store", str(tmp_path / "store"), *map(str, words)]
        assert run(asked) == code
        said = capsys.readouterr().out
        return json.loads(said) if "json" in words else said

    return command


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[int], Path]:
    def draw(number: int) -> Path:
        path = tmp_path / f"{number}.jpg"
        Image.radial_gradient("L").resize((1600, 1067)).convert("RGB").save(path)
        with path.open("ab") as file:
            file.write(bytes([number]))
        return path

    return draw


def findings(marbre: Command, story: str, code: int = 1) -> list[dict[str, Any]]:
    (looked,) = marbre("check", story, "--format", "json", code=code)
    found: list[dict[str, Any]] = looked["findings"]
    return found


def test_a_real_wire_story_is_sorted_line_by_line(marbre: Command, shared: Path) -> None:
    copy = shared / "stories" / "voa-otan-2017.txt"
    (record,) = marbre("take-in", copy, "--format", "json")

    assert record["headline"].startswith("Pas question de collaboration militaire")
    assert record["section"] == "Dernières nouvelles"
    assert record["agency_credit"] == "Avec AFP"
    assert len(record["slots"]) == 2
    assert [line["text"] for line in record["dropped"]] == [
        "Liens d'accessibilité",
        "XS",
        "SM",
        "MD",
        "LG",
    ]
    assert [line["role"] for line in record["lines"]].count("subhead") == 1
    assert len(record["lines"]) == len(copy.read_text(encoding="utf-8").split("\n"))


def test_a_real_wire_story_shows_its_eight_faults(marbre: Command, shared: Path) -> None:
    found = findings(marbre, str(shared / "stories" / "voa-otan-2017.txt"))

    assert EIGHT_FAULTS.keys() - {one["code"] for one in found} == set()


def test_a_real_wire_story_goes_the_whole_road(
    marbre: Command, shared: Path, picture: Callable[[int], Path], tmp_path: Path
) -> None:
    copy = shared / "stories" / "voa-otan-2017.txt"
    slug = marbre("take-in", copy, "--format", "json")[0]["slug"]
    for slot in (1, 2):
        marbre("photo", "attach", slug, slot, picture(slot))
        words = ("--alt", f"Dégradé gris numéro {slot}, sans personne", "--credit", "AFP")
        marbre("photo", "caption", slug, slot, *words)
    marbre("photo", "caption", slug, 1, "--archive")
    marbre("check", slug, "--fix", code=1)
    marbre("confirm", slug, "--all")

    assert [one for one in findings(marbre, slug) if one["severity"] == "block"] == []
    out = tmp_path / "out"
    done = marbre("publish", slug, "--to", out, "--format", "json")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {file["name"] for file in manifest["files"]} == set(done["files"])
    assert "Liens d" not in (out / "index.html").read_text(encoding="utf-8")


def test_the_words_quoted_in_a_real_story_survive_every_fix(marbre: Command, shared: Path) -> None:
    copy = shared / "stories" / "voa-otan-2017.txt"
    slug = marbre("take-in", copy, "--format", "json")[0]["slug"]
    marbre("check", slug, "--fix", code=1)
    body = marbre("show", slug, "--format", "json")["story"]["body"]

    quoted = copy.read_text(encoding="utf-8").split('"')[1::2]
    assert len(quoted) >= 13
    assert [words for words in quoted if words not in body and "\n" not in words] == []


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 64,
    "program.exe": b"MZ\x90\x00" + b"\x00" * 4096,
    "huge.txt": b"La digue tient.\n" * (50 * 1024 * 1024 // 16),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_bad_copy_is_one_clear_line_and_no_store(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    store = tmp_path / "store"

    assert run(["--language", language, "--store", str(store), "take-in", str(bad)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert name in said.err
    assert not store.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("truncated.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"),
        ("lying.png", b"%PDF-1.7 this is no picture"),
        ("empty.jpg", b""),
    ],
)
def test_a_bad_picture_is_one_clear_line_and_nothing_is_kept(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    store = tmp_path / "store"

    assert run(["--store", str(store), "photo", "add", str(bad)]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert name in said.err
    assert not (store / "originals").exists()


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    copy = tmp_path / "copy.txt"
    copy.write_text("La digue\n\nElle tient.\n", encoding="utf-8")

    asked = ["--store", str(tmp_path / "file" / "marbre.sqlite"), "take-in", str(copy)]
    assert run(asked) == 2
    assert capsys.readouterr().err.count("\n") == 1
