"""Marks and spaces are set as they are typed; the first undo takes back only that."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.copy_edit import CopyEdit


@pytest.fixture
def edit(qtbot: QtBot) -> CopyEdit:
    made = CopyEdit(theme.serif(13), markdown=True)
    qtbot.addWidget(made)
    made.typesetting.language = "fr-FR"
    made.show()
    return made


def test_marks_and_spaces_are_set_while_typing(edit: CopyEdit) -> None:
    QTest.keyClicks(edit, 'Il dit "oui" ! Vrai: l\'an 5 %...')

    assert edit.body() == ("Il dit «\u00a0oui\u00a0»\u202f! Vrai\u00a0: l’an 5\u00a0%…")


@pytest.mark.parametrize(
    ("keys", "set_right"),
    [
        ('Il dit "', "Il dit «"),
        ("Vrai?", "Vrai\u202f?"),
        ("Vrai ?", "Vrai\u202f?"),
        ("l'", "l’"),
        ("fin...", "fin…"),
        ('«\u00a0oui"', "«\u00a0oui\u00a0»"),
    ],
)
def test_the_first_undo_takes_back_only_the_typography(
    edit: CopyEdit, keys: str, set_right: str
) -> None:
    edit.load("")
    QTest.keyClicks(edit, keys) if keys.isascii() else edit.insert(keys[:-1])
    if not keys.isascii():
        QTest.keyClicks(edit, keys[-1])
    assert edit.body() == set_right

    edit.undo()

    assert edit.body() == keys


def test_what_was_taken_back_stays_so_while_typing_goes_on(edit: CopyEdit) -> None:
    QTest.keyClicks(edit, "Il dit ")
    QTest.keyClicks(edit, '"')
    edit.undo()
    QTest.keyClicks(edit, "oui et non")

    assert edit.body() == 'Il dit "oui et non'


def test_typing_after_a_change_is_taken_back_without_it(edit: CopyEdit) -> None:
    QTest.keyClicks(edit, 'Il dit "oui')
    assert edit.body() == "Il dit «\u00a0oui"

    edit.undo()

    assert edit.body().startswith("Il dit «")


def test_the_caret_stands_after_what_was_typed(edit: CopyEdit) -> None:
    edit.load("suite")
    edit.insert("😀 ")
    QTest.keyClicks(edit, "l'")

    assert edit.body() == "😀 l’suite"
    assert edit.caret() == len(edit.body()) - len("suite")


def test_nothing_is_set_where_no_language_is_told(edit: CopyEdit) -> None:
    edit.typesetting.language = ""
    QTest.keyClicks(edit, 'Il dit "oui"!')

    assert edit.body() == 'Il dit "oui"!'
