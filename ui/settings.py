"""Choices of this person on this machine; nothing editorial."""

from PySide6.QtCore import QByteArray, QSettings

THEMES = ("system", "light", "dark")
LAYOUT_VERSION = 1
"""Raised when panes change shape, so that a stored layout of another shape is not restored."""


class Settings:
    """Typed access to the settings file. `store` is the QSettings to read and write."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Marbre", "window"
        )

    def theme(self) -> str:
        """Return "system", "light" or "dark"."""
        found = str(self._store.value("theme", "system"))
        return found if found in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Keep the theme chosen."""
        self._store.setValue("theme", name)

    def language(self) -> str | None:
        """Return the language of the interface chosen by hand, or None for the system's."""
        found = str(self._store.value("language", ""))
        return found or None

    def set_language(self, language: str | None) -> None:
        """Keep the language of the interface; None follows the system."""
        self._store.setValue("language", language or "")

    def text(self, key: str) -> str:
        """Return a small text kept under `key`, or ""."""
        return str(self._store.value(key, ""))

    def set_text(self, key: str, value: str) -> None:
        """Keep a small text under `key` ("place", "story")."""
        self._store.setValue(key, value)

    def layout(self, key: str) -> QByteArray | None:
        """Return a saved geometry or splitter state, or None when there is none for this shape."""
        found = self._store.value(f"layout{LAYOUT_VERSION}/{key}")
        return found if isinstance(found, QByteArray) else None

    def set_layout(self, key: str, value: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._store.setValue(f"layout{LAYOUT_VERSION}/{key}", value)

    def flush(self) -> None:
        """Write everything down now."""
        self._store.sync()
