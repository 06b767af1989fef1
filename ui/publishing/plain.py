"""The reading view for machines where the web preview cannot be started safely."""

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent
from typing_extensions import override

from ui import theme
from ui.parts.reading import Reading
from ui.publishing.serving import STYLE, Contents
from ui.words import _

MARGIN = 32
COLUMN_CHARACTERS = 70
LINKS = re.compile(r"</?a\b[^>]*>")
SIZES = re.compile(r'(<img\b[^>]*?) width="\d+" height="\d+"')
SKIP = re.compile(r'<a class="skip".*?</a>', re.DOTALL)
CUT = re.compile(r"(?<=</p>)\s*(?=<(?:p|h\d)\b)")
"""Between a paragraph and what follows it, if that stands as far in."""

IMAGE = 2
"""`QTextDocument.ResourceType.ImageResource`, as `loadResource` is given it."""


class PlainView(Reading):
    """Shows words and pictures of a page, without its looks. Reaches nothing but its files."""

    def __init__(self) -> None:
        super().__init__("preview-reading", _("The words and pictures of the page"))
        self._contents: Contents = {}
        self.setFont(theme.serif(theme.serif().pointSizeF() * 1.1))

    def show_contents(self, contents: Contents) -> None:
        """Show a page; the place scrolled to stays."""
        self._contents = contents
        at = self.verticalScrollBar().value()
        self.document().setDocumentMargin(MARGIN)
        self.show_parts(parts(plain(contents["index.html"].decode("utf-8"))), at)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as narrow as one reads well."""
        column = self.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS + 2 * MARGIN
        side = max(0, (self.width() - column) // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Return a picture of the page, no wider than the room; nothing for any other address."""
        data = self._contents.get(QUrl(name).path())
        if type != IMAGE or data is None:
            return None
        picture = QImage.fromData(data)
        room = max(120, self.viewport().width() - 2 * MARGIN)
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


def plain(html: str) -> str:
    """Return a page without style, links and sizes of pictures; captions on their own lines.

    Links lead nowhere here, and pictures are as wide as the room, whatever the page says.
    """
    bare = SIZES.sub(r"\1", LINKS.sub("", SKIP.sub("", STYLE.sub("", html))))
    return bare.replace("<figcaption", "<p").replace("</figcaption>", "</p>")


def parts(html: str) -> list[str]:
    """Return a page in parts that can be read one after the other: no quotation is cut."""
    found: list[str] = []
    inside = 0
    for part in CUT.split(html):
        if inside:
            found[-1] += part
        else:
            found.append(part)
        inside += part.count("<blockquote") - part.count("</blockquote")
    return found
