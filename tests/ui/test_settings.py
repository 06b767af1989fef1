"""What this person chose on this machine is found again; what is damaged falls back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.settings import Settings


def kept_in(file: Path) -> Settings:
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


def test_choices_are_found_again(tmp_path: Path) -> None:
    first = kept_in(tmp_path / "s.ini")
    first.set_theme("dark")
    first.set_language("fr")
    first.set_text("place", "writing")
    first.set_layout("geometry", QByteArray(b"\x01\x02"))
    first.flush()

    again = kept_in(tmp_path / "s.ini")
    assert (again.theme(), again.language(), again.text("place")) == ("dark", "fr", "writing")
    assert again.layout("geometry") == QByteArray(b"\x01\x02")


def test_a_new_or_damaged_file_gives_the_usual(tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text("[General]\ntheme=pink\n", encoding="utf-8")
    found = kept_in(file)

    assert found.theme() == "system"
    assert found.language() is None
    assert found.layout("geometry") is None


def test_the_file_is_written_where_one_says_and_known_before(tmp_path: Path) -> None:
    waiting: list[Callable[[], None]] = []
    kept = kept_in(tmp_path / "s.ini")
    kept.write_on(waiting.append)

    kept.set_text("place", "writing")
    kept.set_text("place", "writing")
    kept.set_text("story", "s1")
    assert (kept.text("place"), kept.text("story")) == ("writing", "s1")
    assert kept_in(tmp_path / "s.ini").text("place") == ""
    assert len(waiting) == 2

    for write in waiting:
        write()
    again = kept_in(tmp_path / "s.ini")
    assert (again.text("place"), again.text("story")) == ("writing", "s1")
