"""house and site."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_the_settings_of_the_house_are_shown_with_what_the_file_sets(
    marbre: Command, tmp_path: Path
) -> None:
    marbre("welcome")
    (tmp_path / "store" / "house.toml").write_text('site_name = "Le Courrier"', encoding="utf-8")

    said = marbre("house")

    assert "* site_name = Le Courrier" in said.out
    assert "  theme = broadsheet" in said.out
    assert marbre("house", "--format", "json").data["site_name"] == "Le Courrier"


def test_a_setting_that_cannot_be_used_is_told_with_its_name(
    marbre: Command, tmp_path: Path
) -> None:
    marbre("welcome")
    (tmp_path / "store" / "house.toml").write_text('nom = "Le Courrier"', encoding="utf-8")

    said = marbre("house")

    assert said.code == 2
    assert "“nom”" in said.err


def test_a_site_of_what_was_published_is_written_once(marbre: Command, tmp_path: Path) -> None:
    assert marbre("site", "--to", tmp_path / "site").code == 2
    marbre("welcome")

    said = marbre("site", "--to", tmp_path / "site")
    again = marbre("site", "--to", tmp_path / "site")

    assert said.code == 0
    assert "1 story" in said.out
    assert (tmp_path / "site" / "index.html").is_file()
    assert "up to date" in again.out
