"""Crop and focus of one photo, with every rendition a page would be given seen at once."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import sentences
from app.desk.desk import Desk
from app.desk.photos import captioning, cropping
from app.desk.photos.cropping import CropPreview
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.photo import Crop, Photo
from ui.captioning.frame import CropFrame
from ui.captioning.thumbnails import LARGE
from ui.parts import named
from ui.parts.sheet import Sheet
from ui.words import N_, _
from ui.work import Work

ROLES = {
    "display": N_("The page itself"),
    "og": N_("Shared links"),
    "16x9": N_("Wide, 16:9"),
    "4x3": N_("Standard, 4:3"),
    "1x1": N_("Square"),
}
PREVIEWS = "crop-previews"
PAUSE = 350
"""Milliseconds after the last move before it is kept and the previews are made anew."""

PREVIEW_WIDTH = 150


class CropSheet(Sheet):
    """Moves the frame of each role and the focus point; what is moved is kept at once."""

    def __init__(self, desk: Desk, work: Work, photo: Photo, parent: QWidget | None) -> None:
        title = _("Crop and Focus of {name}").format(name=photo.file_name)
        super().__init__(parent, "crop-sheet", title)
        self._desk, self._work, self._photo = desk, work, photo
        self.frame = CropFrame()
        self.role = named(QComboBox(), "crop-role", _("Crop for"))
        self.role.addItems([_(words) for words in ROLES.values()])
        self._ratios = cropping.ROLES
        self._moved: set[str] = set()
        self._aimed = self.current()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        self._pictures = {role: QLabel() for role in ROLES}
        self._build()
        self.offer(_("Automatic"), self.automatic, "crop-automatic")
        self.offer(_("Done"), self._done, "crop-done", main=True)
        self.resize(1000, 640)
        self._turn()
        self.look()
        work.ask(partial(_large, desk, photo.id), self._show_large, self._sorry)
        self.frame.setFocus()

    def current(self) -> str:
        """Return the role whose frame is shown."""
        return list(ROLES)[self.role.currentIndex()]

    def keep(self) -> None:
        """Keep what was moved."""
        self._pause.stop()
        photo_id, moved = self._photo.id, self._moved
        self._moved = set()
        if "focus" in moved:
            point = self.frame.focus_point
            self._work.act(
                partial(cropping.set_focus, self._desk, photo_id, point.x, point.y), self._kept
            )
        if "crop" in moved:
            self._set(self.frame.crop)

    def automatic(self) -> None:
        """Let the focus point decide about this role again."""
        self._moved.discard("crop")
        self.keep()
        self._set(None)

    def look(self) -> None:
        """Ask for the previews."""
        self._work.ask(
            partial(_seen, self._desk, self._photo.id), self._show, self._sorry, about=PREVIEWS
        )

    def _set(self, crop: Crop | None) -> None:
        act = partial(cropping.set_crop, self._desk, self._photo.id, self._aimed, crop)
        self._work.act(act, self._kept, self._sorry)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for number, (role, words) in enumerate(ROLES.items()):
            label = QLabel(_(words))
            label.setProperty("kind", "quiet")
            picture = named(self._pictures[role], f"crop-preview-{role}", _(words))
            grid.addWidget(label, 2 * (number // 2), number % 2)
            grid.addWidget(picture, 2 * (number // 2) + 1, number % 2)
        side = QVBoxLayout()
        side.addWidget(self.role)
        side.addLayout(grid)
        side.addStretch(1)
        side.addWidget(_hint())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.frame, 1)
        column = QWidget()
        column.setLayout(side)
        column.setFixedWidth(2 * PREVIEW_WIDTH + 24)
        row.addWidget(column)
        self.content.addLayout(row, 1)
        self.role.currentIndexChanged.connect(lambda _row: self._change())
        self.frame.cropped.connect(lambda _crop: self._note("crop"))
        self.frame.focused.connect(lambda _focus: self._note("focus"))

    def _note(self, what: str) -> None:
        self._moved.add(what)
        self._pause.start()

    def _change(self) -> None:
        self.keep()
        self._aimed = self.current()
        self._turn()
        self.frame.setFocus()

    def _turn(self) -> None:
        role = self.current()
        ratio = self._ratios.get(role)
        crop = cropping.crop_of(self._photo, role)
        self.frame.show_crop(crop, ratio[0] / ratio[1] if ratio else None, self._photo.focus)

    def _show_large(self, image: QImage) -> None:
        self.frame.show_picture(QPixmap.fromImage(image), self._photo.width, self._photo.height)

    def _show(self, seen: tuple[Photo, Sequence[tuple[CropPreview, QImage]]]) -> None:
        self._photo = seen[0]
        for preview, image in seen[1]:
            if label := self._pictures.get(preview.role):
                picture = QPixmap.fromImage(image)
                label.setPixmap(picture.scaledToWidth(PREVIEW_WIDTH) if image.width() else picture)
                label.setAccessibleDescription(f"{preview.width} × {preview.height}")
        if not self._moved:
            self._turn()

    def _kept(self, _changes: Changes) -> None:
        self.look()

    def _sorry(self, error: DeskError) -> None:
        self.say(sentences.sentence(error))

    def _done(self) -> None:
        self.keep()
        self.accept()


def _hint() -> QLabel:
    words = _(
        "Arrows move the frame, with Shift the focus point, with Alt in small steps; + and − size it."
    )
    hint = QLabel(words)
    hint.setProperty("kind", "quiet")
    hint.setWordWrap(True)
    return hint


def _large(desk: Desk, photo_id: str) -> QImage:
    return QImage.fromData(captioning.thumbnail(desk, photo_id, LARGE))


def _seen(desk: Desk, photo_id: str) -> tuple[Photo, list[tuple[CropPreview, QImage]]]:
    previews = cropping.previews(desk, photo_id, 2 * PREVIEW_WIDTH)
    photo = captioning.photo(desk, photo_id)
    return photo, [(one, QImage.fromData(one.data)) for one in previews]
