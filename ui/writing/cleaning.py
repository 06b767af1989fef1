"""HTML of the clipboard made copy: at once where it is short, off the main thread where it is long."""

from collections.abc import Callable
from functools import partial

from app.desk.stories import pasting
from ui.errands import Errands
from ui.writing.copy_edit import CopyEdit
from ui.writing.loading import Loading

AT_ONCE = 20_000
"""Characters of HTML cleaned in less time than a person feels."""

Cleaned = tuple[str, str]
"""Copy, and what is to be said of what was left out."""


class Cleaning:
    """Cleans what is pasted. While it is at it keys wait, and are typed after what was pasted."""

    def __init__(self, work: Errands, loading: Loading) -> None:
        self._work = work
        self._loading = loading

    def serve(self, *edits: CopyEdit) -> None:
        """Clean what is pasted into some texts."""
        for edit in edits:
            edit.clean = self.clean

    def clean(self, html: str, plain: str, then: Callable[[str, str], None]) -> None:
        """Hand HTML as copy to `then`, with what is to be said; `plain` where it cannot be read."""
        look = partial(pasting.clean, html, plain)
        if len(html) <= AT_ONCE:
            then(*look())
            return
        came: list[Cleaned] = []
        # Asked for before it came, it is cleaned again, here and now: nothing pasted is lost.
        self._loading.wait_for(lambda: then(*(came or [look()])[0]))
        self._work.ask(look, partial(self._come, came))

    def _come(self, came: list[Cleaned], cleaned: Cleaned) -> None:
        came.append(cleaned)
        self._loading.go_on()
