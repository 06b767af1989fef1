"""A story as a .docx file, for those who go on working on it elsewhere."""

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from app.export.article import Article
from app.export.blocks import Block, Kind, Run, blocks
from app.export.edition import JPEG
from app.export.figures import Figure

WIDEST = Cm(15)
_LATER_PICTURES = "Caption"
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The same story gives the same bytes: members of the file bear the first day a zip knows."""


def word(article: Article) -> bytes:
    """Return the story as a Word document: styles by name, pictures with alternative and caption."""
    document = Document()
    _set_up(document, article)
    document.add_heading(article.headline, level=0)
    _add(document, article.eyebrow, "Subtitle")
    _add(document, article.standfirst, "Intense Quote")
    _add(document, article.byline, "Normal")
    waiting = {figure.slot: figure for figure in article.figures}
    for block in blocks(article):
        if block.kind is Kind.PICTURE:
            _picture(document, waiting.pop(block.slot, None))
        else:
            _words(document, block)
    for figure in waiting.values():
        _picture(document, figure)
    _add(document, article.agency_credit, "Normal")
    made = io.BytesIO()
    document.save(made)
    return _stamped(made.getvalue())


def _set_up(document: WordDocument, article: Article) -> None:
    said = document.core_properties
    said.title, said.language = article.headline, article.language
    said.author = article.byline or article.authors[0].name
    said.comments = ""
    said.created, said.modified = _naive(article.published), _naive(article.modified)
    said.last_modified_by, said.revision = "", 1
    style = document.styles["Normal"]
    style.font.size = Pt(12)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), article.language)
    style.element.get_or_add_rPr().append(language)
    if "Caption" not in [one.name for one in document.styles]:
        document.styles.add_style("Caption", WD_STYLE_TYPE.PARAGRAPH)


def _naive(at: datetime) -> datetime:
    return at.replace(tzinfo=None)


def _add(document: WordDocument, words: str, style: str) -> None:
    if words:
        document.add_paragraph(words, style=style)


def _words(document: WordDocument, block: Block) -> None:
    if block.kind is Kind.SUBHEAD:
        _write(document.add_heading("", level=2), block.runs)
        return
    style = {Kind.QUOTATION: "Quote", Kind.ITEM: "List Bullet"}.get(block.kind, "Normal")
    if block.kind is Kind.ITEM and block.mark != "•":
        style = "List Number"
    _write(document.add_paragraph("", style=style), block.runs)


def _write(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        written = paragraph.add_run(run.words)
        written.bold, written.italic = run.bold or None, run.italic or None
        if run.link:
            paragraph.add_run(f" <{run.link}>")


def _picture(document: WordDocument, figure: Figure | None) -> None:
    if figure is None:
        return
    image = next(iter(reversed(figure.picture.displays(JPEG))), figure.image)
    document.add_picture(io.BytesIO(image.data), width=WIDEST)
    drawn = document.inline_shapes[-1]._inline.docPr  # noqa: SLF001  the library has no door to the alternative text
    drawn.set("descr", figure.alt)
    words = " — ".join(part for part in (figure.caption, figure.credit) if part)
    _add(document, words, "Caption")


def _stamped(data: bytes) -> bytes:
    """Return the zip with the same date on every member."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _STAMP), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
