"""photos ingest, list, rate, label, flag, stamp, replace, write, sheet, csv, templates."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Command = Callable[..., Any]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    folder = tmp_path / "carte"
    folder.mkdir()
    for number, name in enumerate(("quai.jpg", "grue.jpg", "phare.png")):
        picture = Image.radial_gradient("L").rotate(number * 60).convert("RGB")
        picture.save(folder / name)
    return folder


@pytest.fixture
def filled(marbre: Command, card: Path) -> Command:
    assert marbre("photos", "ingest", card).code == 0
    return marbre


def names(marbre: Command, *words: object) -> set[str]:
    found = marbre("photos", "list", *words, "--format", "json").data
    return {line["file_name"] for line in found}


def test_a_card_is_taken_in_and_met_again(marbre: Command, card: Path) -> None:
    first = marbre("photos", "ingest", card, "--name", "Port")
    assert "3/3" in first.out
    again = marbre("photos", "ingest", card, "--format", "json").data

    assert (len(again["already"]), again["taken"]) == (3, [])
    (batch,) = marbre("photos", "batches", "--format", "json").data
    assert (batch["name"], batch["photos"]) == ("Port", 3)


def test_bad_files_are_1_and_told(marbre: Command, card: Path) -> None:
    (card / "lie.jpg").write_text("no picture")

    said = marbre("photos", "ingest", card)

    assert said.code == 1
    assert "lie.jpg" in said.err


def test_photos_are_marked_and_sifted(filled: Command) -> None:
    filled("photos", "rate", "4", "quai.jpg", "grue.jpg")
    filled("photos", "label", "red", "grue.jpg")
    filled("photos", "flag", "reject", "--rating", "4", "--label", "red")

    assert names(filled, "--rating", "4") == {"quai.jpg", "grue.jpg"}
    assert names(filled, "--label", "red") == names(filled, "--flag", "reject") == {"grue.jpg"}
    assert names(filled, "--lacks", "alt", "--unused") == {"quai.jpg", "grue.jpg", "phare.png"}
    filled("undo")
    assert names(filled, "--flag", "reject") == set()
    assert "quai.jpg" in filled("photos", "list", "--sort", "name").out


def test_nothing_is_changed_when_no_photo_is_chosen(filled: Command) -> None:
    assert filled("photos", "rate", "5").code == 2
    assert filled("photos", "rate", "5", "--all").code == 0
    assert len(names(filled, "--rating", "5")) == 3


def test_words_are_put_on_many_photos(filled: Command) -> None:
    chosen = ("--words", "jpg")
    fields = (
        "--set",
        "city=Port-Sablé",
        "--set",
        "headline={city}, vue {seq}",
        "--set",
        "persons=A; B",
    )
    seen = filled("photos", "stamp", *chosen, *fields, "--dry-run", "--format", "json").data
    assert names(filled, "--words", "sable") == set()

    filled("photos", "stamp", *chosen, *fields)

    assert len(seen) == 2
    assert names(filled, "--words", "sable") == {"quai.jpg", "grue.jpg"}
    assert filled("photos", "stamp", "quai.jpg", "--set", "alt={nowhere}").code == 1
    filled("photos", "replace", "vue", "plan", "--all")
    assert names(filled, "--words", "plan") == {"quai.jpg", "grue.jpg"}
    assert filled("photos", "replace", "(", "", "--all", "--regex").code == 2
    filled("photos", "stamp", *chosen, "--set", "alt=Une affiche « Quai fermé ».")
    told = filled("photos", "replace", "fermé", "ouvert", "--all").out
    assert told.count("1 place inside quotation marks stays as it is.") == 2
    assert "→" not in told


def test_a_field_nobody_knows_is_wrong_use(filled: Command) -> None:
    assert filled("photos", "stamp", "quai.jpg", "--set", "colour=red").code == 2


def test_templates_are_kept_and_put(filled: Command) -> None:
    filled("photos", "keep-template", "Port", "--set", "city=Port-Sablé", "--set", "rating=3")
    assert filled("photos", "templates", "--format", "json").data == {
        "Port": {"city": "Port-Sablé", "rating": 3}
    }

    filled("photos", "stamp", "quai.jpg", "--template", "Port", "--set", "rating=5")

    assert names(filled, "--rating", "5", "--words", "sable") == {"quai.jpg"}
    assert "rating = 3" in filled("photos", "templates").out
    filled("photos", "drop-template", "Port")
    assert filled("photos", "stamp", "quai.jpg", "--template", "Port").code == 2


def test_words_are_written_beside_into_copies_and_into_originals(
    filled: Command, card: Path, tmp_path: Path
) -> None:
    filled("photos", "stamp", "quai.jpg", "--set", "city=Port-Sablé")
    away = tmp_path / "remise"
    away.mkdir()

    filled("photos", "write", "sidecar", "quai.jpg")
    filled("photos", "write", "copy", "quai.jpg", "--to", away)
    said = filled("photos", "write", "original", "quai.jpg", "--format", "json")

    assert "Port-Sablé" in (card / "quai.xmp").read_text("utf-8")
    assert (away / "quai.jpg").read_bytes() == (card / "quai.jpg").read_bytes()
    assert len(said.data["written"]) == 1
    assert filled("photos", "write", "copy", "quai.jpg").code == 2
    for _ in range(3):
        filled("undo")
    assert not (card / "quai.xmp").exists()


def test_a_contact_sheet_and_a_table_are_written(filled: Command, tmp_path: Path) -> None:
    sheet, table = tmp_path / "planche.html", tmp_path / "legendes.csv"
    filled("photos", "sheet", "--all", "--to", sheet, "--columns", "2", "--field", "file")
    filled("photos", "csv", "--all", "--to", table)
    assert sheet.read_text("utf-8").count("<img") == 3

    edited = table.read_text("utf-8-sig").replace("quai.jpg,,", "quai.jpg,,Le quai")
    table.write_text(edited, "utf-8")
    assert filled("photos", "csv-in", table, "--dry-run").code == 0
    assert names(filled, "--words", '"Le quai"') == set()
    assert filled("photos", "csv-in", table).code == 0
    assert names(filled, "--words", "le quai") == {"quai.jpg"}
    assert "Le quai" in filled("photos", "csv", "quai.jpg").out
    table.write_text("file,headline\nnulle.jpg,x\n", "utf-8")
    assert filled("photos", "csv-in", table).code == 1
    assert filled("photos", "csv-in", tmp_path / "none.csv").code == 2


def test_originals_that_moved_are_found(marbre: Command, card: Path, tmp_path: Path) -> None:
    marbre("photos", "ingest", card, "--in-place")
    assert marbre("photos", "missing").code == 0
    card.rename(tmp_path / "ailleurs")

    assert marbre("photos", "missing").code == 1
    assert marbre("photos", "locate", tmp_path / "ailleurs").code == 0
    assert marbre("photos", "missing").code == 0
    assert marbre("photos", "alike").code == 0


def test_a_code_file_is_kept(filled: Command, tmp_path: Path) -> None:
    codes = tmp_path / "equipe.txt"
    codes.write_text("mo\tMaïa Ordel\nwrong line\n", "utf-8")

    assert filled("photos", "codes", codes).code == 1
    filled("photos", "stamp", "quai.jpg", "--set", "description==mo=")
    assert names(filled, "--words", "ordel") == {"quai.jpg"}
