"""Every action stands once, its keys fire on every layout, and none is taken by the system."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

import resources
from ui.actions import ACTIONS, MENUS, SUBMENUS, Action

PLACES = sorted({action.place for action in ACTIONS if action.place})
RESERVED = {"Ctrl+Shift+E", "Ctrl+Shift+U"}
"""Emoji and Unicode input of IBus and GTK, on many desktops."""


def keys_of(action: Action) -> list[str]:
    portable = QKeySequence.SequenceFormat.PortableText
    return [QKeySequence(keys).toString(portable) for keys in action.keys]


def test_every_code_is_used_once() -> None:
    assert [code for code, times in Counter(a.code for a in ACTIONS).items() if times > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_two_actions_share_a_key_in_one_place(place: str) -> None:
    reachable = [action for action in ACTIONS if action.place in {"", place}]
    counted = Counter(keys for action in reachable for keys in keys_of(action))

    assert [keys for keys, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.code)
def test_keys_can_be_typed_and_are_free(action: Action) -> None:
    keys = keys_of(action)

    assert all(keys), "a key text Qt cannot read"
    assert not RESERVED.intersection(keys)
    assert not [one for one in keys if "Ctrl+Alt+" in one], "AltGr on Windows"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.code)
def test_digits_and_dots_have_an_alias_for_azerty(action: Action) -> None:
    on_shifted_keys = [
        keys for keys in action.keys if keys.rsplit("+", 1)[-1] in set("0123456789./")
    ]

    assert len(action.keys) > len(on_shifted_keys) or not on_shifted_keys


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.code)
def test_an_action_hangs_in_a_menu_and_its_icon_ships(action: Action) -> None:
    assert action.menu in {*MENUS, *SUBMENUS}
    assert not action.icon or resources.path(f"icons/{action.icon}.svg").is_file()
