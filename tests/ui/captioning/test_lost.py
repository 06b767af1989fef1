"""A photo whose original is gone says so over its words, and is found again by its file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.desk.photos import captioning
from ui.captioning.lost import Lost
from ui.captioning.view import CaptioningPlace
from ui.window import Window
from ui.work import Work


def test_the_note_stands_only_for_a_lost_file(qtbot: QtBot) -> None:
    note = Lost()
    qtbot.addWidget(note)
    note.show_for(there=True)
    assert note.isHidden()
    note.show_for(there=False)
    assert not note.isHidden()


def test_a_lost_original_is_located_from_its_words(
    qtbot: QtBot,
    window: Window,
    work: Work,
    desk: Desk,
    *,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photo = captioning.photos(desk)[0]
    original = captioning.original_of(desk, photo)
    moved = original.rename(tmp_path / "elsewhere.jpg")
    window.go("captioning")
    place = window.here()
    assert isinstance(place, CaptioningPlace)
    qtbot.waitUntil(lambda: place.photos.row_of(photo.id) >= 0)
    place.presenter.choose_photo(photo.id)
    assert not place.form.lost.isHidden()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(moved), ""))
    button = place.form.lost.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()

    qtbot.waitUntil(place.form.lost.isHidden, timeout=10_000)
    qtbot.waitUntil(work.idle)
    assert original.exists()
