"""The register from the command: entries in, merged, out and in again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_entries_are_added_listed_and_merged(marbre: Command) -> None:
    marbre("people", "add", "Hélène Carvin", "--code", "hc", "--title", "maire de Port-Sablé")
    marbre("people", "add", "Mme Carvin", "--variant", "H. Carvin")
    assert "2 entries" in marbre("people", "list").out

    assert marbre("people", "merge", "hc", "Mme Carvin").code == 0

    (one,) = marbre("people", "list", "--format", "json").data
    assert one["variants"] == ["Mme Carvin", "H. Carvin"]
    assert "person" in marbre("people", "list", "carvin").out


def test_a_table_goes_out_and_comes_in(marbre: Command, tmp_path: Path) -> None:
    marbre("people", "add", "Hélène Carvin", "--code", "hc")
    assert "1 entry" in marbre("people", "export", tmp_path / "people.csv").out

    said = marbre("people", "import", tmp_path / "people.csv")

    assert "0 added, 1 changed." in said.out


def test_a_code_file_goes_in_with_its_odd_lines_told(marbre: Command, tmp_path: Path) -> None:
    codes = tmp_path / "codes.txt"
    codes.write_text("hc\tHélène Carvin\nrien\nhc\tMme Carvin\n", encoding="utf-8")

    said = marbre("people", "import", codes, "--codes")
    marbre("people", "export", tmp_path / "out.txt", "--codes")

    assert "1 added, 0 changed." in said.out
    assert "hc" in said.out.splitlines()[1]
    assert said.out.splitlines()[2].endswith("2")
    assert (tmp_path / "out.txt").read_text("utf-8") == "hc\tMme Carvin\n"


def test_a_table_that_does_not_fit_is_refused(marbre: Command, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("code\nhc\n", encoding="utf-8")

    said = marbre("people", "import", table)

    assert said.code == 2
    assert "name" in said.err
