"""Small pictures: asked for last in, first out, one at a time, and the last seen are kept."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.desk.desk import Desk
from app.desk.photos import captioning
from app.domain.errors import DeskError
from ui.work import Work

KEPT = 600
"""Pictures held in memory: more than any window shows, about 100 MB at 256 pixels."""

WAITING = 120
"""Requests that may wait; older ones belong to cells scrolled away and are dropped."""

SMALL = 256
LARGE = 1600


class Thumbnails(QObject):
    """Gives pictures of photos at one size. `arrived(photo_id)` says that one can be painted."""

    arrived = Signal(str)

    def __init__(self, desk: Desk, work: Work, size: int = SMALL, kept: int = KEPT) -> None:
        super().__init__()
        self._desk = desk
        self._work = work
        self._size = size
        self._kept = kept
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._failed: dict[str, DeskError] = {}
        self._waiting: list[str] = []
        self._under_way = ""

    def picture(self, photo_id: str) -> QPixmap | None:
        """Return a picture, or None and ask for it."""
        found = self._pictures.get(photo_id)
        if found is not None:
            self._pictures.move_to_end(photo_id)
        elif photo_id not in self._failed:
            self._want(photo_id)
        return found

    def failure(self, photo_id: str) -> DeskError | None:
        """Return why a photo has no picture, or None."""
        return self._failed.get(photo_id)

    def forget_failures(self) -> None:
        """Try again what could not be read: the file may be back."""
        self._failed.clear()

    def _want(self, photo_id: str) -> None:
        if photo_id == self._under_way:
            return
        if photo_id in self._waiting:
            self._waiting.remove(photo_id)
        self._waiting.append(photo_id)
        del self._waiting[:-WAITING]
        self._next()

    def _next(self) -> None:
        if self._under_way or not self._waiting:
            return
        photo_id = self._under_way = self._waiting.pop()
        self._work.ask(
            partial(_picture, self._desk, photo_id, self._size),
            partial(self._home, photo_id),
            partial(self._lost, photo_id),
        )

    def _home(self, photo_id: str, image: QImage) -> None:
        self._pictures[photo_id] = QPixmap.fromImage(image)
        while len(self._pictures) > self._kept:
            self._pictures.popitem(last=False)
        self._done(photo_id)

    def _lost(self, photo_id: str, error: DeskError) -> None:
        self._failed[photo_id] = error
        self._done(photo_id)

    def _done(self, photo_id: str) -> None:
        self._under_way = ""
        self.arrived.emit(photo_id)
        self._next()


def _picture(desk: Desk, photo_id: str, size: int) -> QImage:
    return QImage.fromData(captioning.thumbnail(desk, photo_id, size))
