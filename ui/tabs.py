"""The open stories as tabs, remembered from one session to the next."""

import json
from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QToolButton

from app.domain.changes import Changes
from ui import theme
from ui.parts import named
from ui.settings import Settings
from ui.words import _

LONGEST = 32
"""Characters of a headline a tab shows; the whole of it is in its tooltip."""


class StoryTabs(QTabBar):
    """One tab a story. `chosen(story id)` and `closed(story id)` are told when the person does it."""

    chosen = Signal(str)
    closed = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        named(self, "story-tabs", _("Open stories"))
        self._settings = settings
        self._quiet = False
        self.setMovable(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._moved)
        self.tabMoved.connect(lambda _from, _to: self._keep())
        for story_id, title in _read(settings.text("tabs")):
            self._add(story_id, title)
        self._tell()

    def ids(self) -> list[str]:
        """Return the stories that are open, in the order of their tabs."""
        return [str(self.tabData(at)) for at in range(self.count())]

    def open(self, story_id: str, title: str = "") -> None:
        """Show a story among the tabs, opening one for it where it has none."""
        if story_id and story_id not in self.ids():
            self._add(story_id, title)
            self._tell()
        self.show_story(story_id)

    def show_story(self, story_id: str) -> None:
        """Mark the tab of a story, when it has one."""
        ids = self.ids()
        self._quiet = True
        if story_id in ids:
            self.setCurrentIndex(ids.index(story_id))
        self._quiet = False

    def name(self, story_id: str, title: str) -> None:
        """Give the tab of a story its headline."""
        ids = self.ids()
        if story_id in ids and title:
            at = ids.index(story_id)
            self._title(at, title)
            self._keep()

    def close_story(self, story_id: str) -> str:
        """Close the tab of a story; return the story of the tab beside it, "" for none."""
        ids = self.ids()
        if story_id not in ids:
            return ""
        at = ids.index(story_id)
        self._quiet = True
        self.removeTab(at)
        self._quiet = False
        self._tell()
        rest = self.ids()
        return rest[min(at, len(rest) - 1)] if rest else ""

    def beside(self, step: int) -> str:
        """Return the story of the next tab, round and round; "" without any."""
        ids = self.ids()
        return ids[(self.currentIndex() + step) % len(ids)] if ids else ""

    def hear(self, changes: Changes) -> None:
        """Close the tabs of stories that went to the bin."""
        if changes.act == "spike":
            self.keep_only(set(self.ids()) - changes.stories)

    def keep_only(self, story_ids: Collection[str]) -> None:
        """Close the tabs of stories that are there no more."""
        for story_id in self.ids():
            if story_id not in story_ids:
                self.close_story(story_id)

    def _add(self, story_id: str, title: str) -> None:
        self._quiet = True
        at = self.addTab("")
        self.setTabData(at, story_id)
        # The close button of the style is drawn in colours of its own.
        button = named(QToolButton(), f"tab-close-{story_id}", _("Close the Story"))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(12, 12))
        theme.dress(button, "close", "quiet")
        button.clicked.connect(lambda: self.closed.emit(story_id))
        self.setTabButton(at, QTabBar.ButtonPosition.RightSide, button)
        self._title(at, title or _("Untitled"))
        self._quiet = False

    def _title(self, at: int, title: str) -> None:
        cut = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
        self.setTabText(at, cut.replace("&", "&&"))
        self.setTabToolTip(at, title)
        self.setAccessibleTabName(at, title)

    def _tell(self) -> None:
        # One open story needs no tab.
        self.setVisible(self.count() > 1)
        self._keep()

    def _keep(self) -> None:
        told = [(story_id, self.tabToolTip(at)) for at, story_id in enumerate(self.ids())]
        self._settings.set_text("tabs", json.dumps(told, ensure_ascii=False))

    def _moved(self, at: int) -> None:
        if not self._quiet and at >= 0:
            self.chosen.emit(self.ids()[at])


def _read(kept: str) -> list[tuple[str, str]]:
    """Return the tabs of the last session; what cannot be read is no session."""
    try:
        found = json.loads(kept or "[]")
    except ValueError:
        return []
    if not isinstance(found, list):
        return []
    pairs = [one for one in found if isinstance(one, list) and len(one) == 2]  # noqa: PLR2004  id, title
    return [(str(story_id), str(title)) for story_id, title in pairs]
