"""The pages of a contact sheet, drawn: pictures in rows with their words under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.domain.errors import DeskError
from app.domain.photo import Photo
from ui import theme

INK, QUIET, LINE = QColor("#1a1a1a"), QColor("#5a5a5a"), QColor("#c8c8c8")
"""Paper is white whatever theme the window wears."""

PICTURE = 400
"""Pixels of the longer side of a picture: 150 to the inch in four columns of A4."""

MARGIN = 12.0
"""Millimetres left free on every side: what common printers can print on."""

SCREEN = 96
"""Dots per inch of a page shown in the window."""

PDF = 300
GAP = 0.012
"""Room between pictures, as a share of the width of the page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How many pictures stand on a page, under which title."""

    columns: int = 4
    rows: int = 5
    title: str = ""

    def on_a_page(self) -> int:
        """Return how many pictures a page holds."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Cell:
    """One photo with its picture; the picture is null when the file is missing."""

    photo: Photo
    picture: QImage


def gather(desk: Desk, ids: Sequence[str]) -> tuple[Cell, ...]:
    """Return the photos with their pictures, in order; takes time, so not on the main thread."""
    photos = selecting.photos(desk, ids)
    return tuple(Cell(photos[one], _picture(desk, one)) for one in ids if one in photos)


def page_layout() -> QPageLayout:
    """Return the paper: A4 upright."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Millimeter,
    )


def page_count(cells: Sequence[Cell], layout: Layout) -> int:
    """Return how many pages the photos take; at least one."""
    return max(1, -(-len(cells) // layout.on_a_page()))


def draw(cells: Sequence[Cell], layout: Layout) -> tuple[QImage, ...]:
    """Return every page as a picture for the window."""
    paper = page_layout()
    whole, inner = paper.fullRectPixels(SCREEN), paper.paintRectPixels(SCREEN)
    pages = []
    for number in range(page_count(cells, layout)):
        page = QImage(whole.size(), QImage.Format.Format_RGB32)
        page.setDotsPerMeterX(round(SCREEN / 0.0254))
        page.setDotsPerMeterY(round(SCREEN / 0.0254))
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        paint_page(painter, inner, cells, layout, number)
        painter.end()
        pages.append(page)
    return tuple(pages)


def write_pdf(cells: Sequence[Cell], layout: Layout, path: str) -> str:
    """Write the pages as PDF; return where.

    Raises:
        DeskError: `photo.not-written`.
    """
    pages = QBuffer()
    pages.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pages)
    writer.setResolution(PDF)
    writer.setTitle(layout.title)
    print_on(writer, cells, layout)
    try:
        Path(path).write_bytes(bytes(pages.data().data()))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DeskError("photo.not-written", name=Path(path).name, reason=reason) from error
    return path


def print_on(device: QPagedPaintDevice, cells: Sequence[Cell], layout: Layout) -> bool:
    """Draw the pages on a printer or a PDF; say whether it could be written."""
    device.setPageLayout(page_layout())
    painter = QPainter()
    if not painter.begin(device):
        return False
    room = QRect(0, 0, painter.device().width(), painter.device().height())
    for number in range(page_count(cells, layout)):
        if number:
            device.newPage()
        paint_page(painter, room, cells, layout, number)
    return painter.end()


def paint_page(
    painter: QPainter, room: QRect, cells: Sequence[Cell], layout: Layout, number: int
) -> None:
    """Draw one page, counted from 0, in a room of any resolution."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    head = _paint_head(painter, room, layout, f"{number + 1} / {page_count(cells, layout)}")
    gap = round(room.width() * GAP)
    width = (room.width() - gap * (layout.columns - 1)) // layout.columns
    height = (room.height() - head - gap * layout.rows) // layout.rows
    first = number * layout.on_a_page()
    for place, cell in enumerate(cells[first : first + layout.on_a_page()]):
        row, column = divmod(place, layout.columns)
        corner = room.topLeft()
        spot = QRect(
            corner.x() + column * (width + gap),
            corner.y() + head + row * (height + gap),
            width,
            height,
        )
        _paint_cell(painter, spot, cell, first + place + 1)


def _paint_head(painter: QPainter, room: QRect, layout: Layout, count: str) -> int:
    font = _font(painter, 11, strong=True)
    painter.setFont(font)
    painter.setPen(INK)
    height = painter.fontMetrics().height()
    line = QRect(room.left(), room.top(), room.width(), height)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, layout.title)
    painter.setPen(QUIET)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, count)
    return round(height * 1.6)


def _paint_cell(painter: QPainter, spot: QRect, cell: Cell, number: int) -> None:
    small = _font(painter, 7)
    painter.setFont(small)
    line = painter.fontMetrics().height()
    frame = QRect(spot.left(), spot.top(), spot.width(), spot.height() - 5 * line)
    _paint_picture(painter, frame, cell.picture)
    words = QRect(spot.left(), frame.bottom() + line // 4, spot.width(), line)
    painter.setFont(_font(painter, 7, strong=True))
    painter.setPen(INK)
    name = f"{number}  {cell.photo.file_name}"
    cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, spot.width())
    painter.drawText(words, 0, cut)
    painter.setFont(small)
    said = QRect(words.left(), words.bottom() + 1, spot.width(), 3 * line)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
    told = _fitting(painter.fontMetrics(), cell.photo.metadata.description, said)
    painter.drawText(said, flags, told)
    painter.setPen(QUIET)
    credit = QRect(words.left(), said.bottom() + 1, spot.width(), line)
    painter.drawText(credit, 0, cell.photo.metadata.credit_line())


def _paint_picture(painter: QPainter, frame: QRect, picture: QImage) -> None:
    painter.setPen(LINE)
    if picture.isNull():
        painter.drawRect(frame)
        painter.drawLine(frame.topLeft(), frame.bottomRight())
        return
    size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(frame.topLeft(), QSize(size))
    place.moveCenter(frame.center())
    painter.drawImage(place, picture)


def _fitting(metrics: QFontMetrics, text: str, room: QRect) -> str:
    """Return as many words as fit a room, an ellipsis after them where some do not."""
    flags = Qt.TextFlag.TextWordWrap
    words = text.split()
    count = len(words)
    told = " ".join(words)
    while count and metrics.boundingRect(room, flags, told).height() > room.height():
        count -= 1
        told = " ".join(words[:count]) + "…"
    return told


def _font(painter: QPainter, points: int, *, strong: bool = False) -> QFont:
    font = QFont(theme.SANS)
    font.setPixelSize(max(1, round(points * painter.device().logicalDpiY() / 72)))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def _picture(desk: Desk, photo_id: str) -> QImage:
    try:
        return QImage.fromData(captioning.thumbnail(desk, photo_id, PICTURE))
    except DeskError:
        # A cross in its place says so: the words of the photo are still worth a line.
        return QImage()
