"""The panels below the copy: a low window has room for one of them."""

from PySide6.QtWidgets import QWidget

from ui.writing.finder import Finder
from ui.writing.problems import ProblemsPanel
from ui.writing.remarks import Remarks

LOWEST_FOR_BOTH = 700
"""Pixels of height a place needs for both panels; below, they would leave a few lines of copy."""


class Below:
    """In a low place, the panel opened last takes the room of the other.

    The list of problems comes back when the search that took its room is put away.
    """

    def __init__(
        self, place: QWidget, problems: ProblemsPanel, remarks: Remarks, finder: Finder
    ) -> None:
        self._place = place
        self._problems = problems
        self._remarks = remarks
        self._finder = finder
        self._put_aside = False
        finder.turned.connect(self._finder_turned)
        remarks.shown.connect(self._problems_turned)

    def _finder_turned(self, shown: bool) -> None:  # noqa: FBT001  what the signal carries
        if shown and not self._problems.isHidden() and self._place.height() < LOWEST_FOR_BOTH:
            self._show_problems(shown=False)
            self._put_aside = True
        elif not shown and self._put_aside:
            self._put_aside = False
            self._show_problems(shown=True)

    def _problems_turned(self, shown: bool) -> None:  # noqa: FBT001  what the signal carries
        if shown and not self._finder.isHidden() and self._place.height() < LOWEST_FOR_BOTH:
            self._put_aside = False
            self._finder.put_away()

    def _show_problems(self, *, shown: bool) -> None:
        self._problems.setVisible(shown)
        self._remarks.shown.emit(shown)
