"""Choices of this person on this machine; nothing editorial."""

from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import QByteArray, QSettings

THEMES = ("system", "light", "dark")
LAYOUT_VERSION = 1
"""Raised when panes change shape, so that a stored layout of another shape is not restored."""


class Settings:
    """Typed access to the settings file. `store` is the QSettings to read and write.

    The file is read once. It is written, disk and all, where `write_on` says: on the calling thread
    unless told otherwise.
    """

    def __init__(self, store: QSettings | None = None) -> None:
        store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Marbre", "window"
        )
        self._file = store.fileName()
        self._format = store.format()
        self._values: dict[str, object] = {key: store.value(key) for key in store.allKeys()}
        self._unwritten: SimpleQueue[tuple[str, object]] = SimpleQueue()
        self._hand_over: Callable[[Callable[[], None]], object] = lambda write: write()

    def write_on(self, hand_over: Callable[[Callable[[], None]], object]) -> None:
        """Have the file written by whatever `hand_over` gives the call to, another thread say."""
        self._hand_over = hand_over

    def theme(self) -> str:
        """Return "system", "light" or "dark"."""
        found = self.text("theme")
        return found if found in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Keep the theme chosen."""
        self._set("theme", name)

    def language(self) -> str | None:
        """Return the language of the interface chosen by hand, or None for the system's."""
        return self.text("language") or None

    def set_language(self, language: str | None) -> None:
        """Keep the language of the interface; None follows the system."""
        self._set("language", language or "")

    def text(self, key: str) -> str:
        """Return a small text kept under `key`, or ""."""
        return str(self._values.get(key, ""))

    def set_text(self, key: str, value: str) -> None:
        """Keep a small text under `key` ("place", "story")."""
        self._set(key, value)

    def layout(self, key: str) -> QByteArray | None:
        """Return a saved geometry or splitter state, or None when there is none for this shape."""
        found = self._values.get(f"layout{LAYOUT_VERSION}/{key}")
        return found if isinstance(found, QByteArray) else None

    def set_layout(self, key: str, value: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._set(f"layout{LAYOUT_VERSION}/{key}", value)

    def flush(self) -> None:
        """Write down now what is not written yet, on this thread."""
        store = QSettings(self._file, self._format)
        try:
            while True:
                store.setValue(*self._unwritten.get_nowait())
        except Empty:
            store.sync()

    def _set(self, key: str, value: object) -> None:
        if self._values.get(key) == value:
            return
        self._values[key] = value
        self._unwritten.put((key, value))
        self._hand_over(self.flush)
