"""The hunspell library: whether a dictionary knows a word, and which of its words are near.

The library comes with the wheels of chunspell. Its C functions are called by ctypes, which lets
other threads run meanwhile: to find near words can take half a second. Where a wheel carries the
library inside its own module (Windows), that module is asked instead.
"""

import ctypes
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from app.domain.errors import DeskError

_LIBRARIES = ("libhunspell*.so*", "libhunspell*.dylib", "libhunspell*.dll")


class Dictionary(Protocol):
    """One open dictionary; usable from several threads."""

    def knows(self, word: str) -> bool:
        """Say whether a word, in any of its forms, is in the dictionary."""

    def near(self, word: str) -> tuple[str, ...]:
        """Return words of the dictionary that look or sound alike, the likeliest first; slow."""


def library() -> Path | None:
    """Return the hunspell library that chunspell's wheel brought, or None where it has none."""
    spec = find_spec("hunspell")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for pattern in _LIBRARIES:
            if found := sorted(Path(folder).glob(pattern)):
                return found[0]
    return None


def open_dictionary(folder: Path) -> Dictionary:
    """Open the dictionary `words.aff` and `words.dic` of a folder, both in UTF-8.

    Raises:
        DeskError: `spelling.no-library`.
    """
    found = library()
    return ByModule(folder) if found is None else ByLibrary(folder, found)


class ByLibrary:
    """A dictionary read by the C functions of the library."""

    def __init__(self, folder: Path, place: Path) -> None:
        """Load the dictionary of `folder` with the library at `place`."""
        try:
            self._library = ctypes.CDLL(str(place))
        except OSError as error:
            raise DeskError("spelling.no-library", reason=str(error)) from error
        text, texts = ctypes.c_char_p, ctypes.POINTER(ctypes.POINTER(ctypes.c_char_p))
        self._library.Hunspell_create.restype = ctypes.c_void_p
        self._library.Hunspell_create.argtypes = [text, text]
        self._library.Hunspell_spell.argtypes = [ctypes.c_void_p, text]
        self._library.Hunspell_suggest.argtypes = [ctypes.c_void_p, texts, text]
        self._library.Hunspell_free_list.argtypes = [ctypes.c_void_p, texts, ctypes.c_int]
        files = [str(folder / name).encode() for name in ("words.aff", "words.dic")]
        self._handle = self._library.Hunspell_create(*files)
        # One handle keeps its working memory to itself: one question at a time.
        self._one_at_a_time = threading.Lock()

    def knows(self, word: str) -> bool:
        """Say whether a word, in any of its forms, is in the dictionary."""
        with self._one_at_a_time:
            return bool(self._library.Hunspell_spell(self._handle, word.encode()))

    def near(self, word: str) -> tuple[str, ...]:
        """Return words of the dictionary that look or sound alike, the likeliest first; slow."""
        found = ctypes.POINTER(ctypes.c_char_p)()
        with self._one_at_a_time:
            count = self._library.Hunspell_suggest(self._handle, ctypes.byref(found), word.encode())
            words = tuple((found[at] or b"").decode() for at in range(count))
            self._library.Hunspell_free_list(self._handle, ctypes.byref(found), count)
        return words


class ByModule:
    """A dictionary read through the module of the wheel; other threads wait meanwhile."""

    def __init__(self, folder: Path) -> None:
        """Load the dictionary of `folder`."""
        try:
            from hunspell import Hunspell  # noqa: PLC0415  where the library stands alone, never asked
        except ImportError as error:
            raise DeskError("spelling.no-library", reason=str(error)) from error
        self._book = Hunspell("words", hunspell_data_dir=str(folder), system_encoding="UTF-8")
        self._one_at_a_time = threading.Lock()

    def knows(self, word: str) -> bool:
        """Say whether a word, in any of its forms, is in the dictionary."""
        with self._one_at_a_time:
            return bool(self._book.spell(word))

    def near(self, word: str) -> tuple[str, ...]:
        """Return words of the dictionary that look or sound alike, the likeliest first; slow."""
        with self._one_at_a_time:
            return tuple(str(one) for one in self._book.suggest(word))
