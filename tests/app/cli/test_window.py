"""Where a window can be shown."""

import pytest

from app.cli import window


def test_linux_needs_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not window.has_display()

    monkeypatch.setenv("DISPLAY", ":0")
    assert window.has_display()


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")

    assert window.has_display()
