"""A proof of a story as PDF: wide lines to correct on, every paragraph numbered, pictures in place."""

import io

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from typing_extensions import override

import resources
from app.export.article import Article
from app.export.blocks import Block, Kind, blocks
from app.export.edition import JPEG, PNG
from app.export.figures import Figure

MARGIN = 25
"""Millimetres on each side, with room to write on the right."""

ROOM = 35
LINE = 7.5
SIZE = 11
_FONT = "Plex"
_FACES = {"": "Regular", "I": "Italic", "B": "SemiBold"}
_HIGHEST = 110
"""Millimetres a picture may take of a page."""


def proof(article: Article) -> bytes:
    """Return the proof; the same article gives the same bytes. Fonts are embedded, cut to use."""
    paper = _Paper(article)
    paper.head()
    waiting = {figure.slot: figure for figure in article.figures}
    for block in blocks(article):
        if block.kind is Kind.PICTURE:
            paper.picture(waiting.pop(block.slot, None))
        else:
            paper.words(block)
    for figure in waiting.values():
        paper.picture(figure)
    paper.said(article.agency_credit, "I")
    return bytes(paper.output())


class _Paper(FPDF):
    def __init__(self, article: Article) -> None:
        super().__init__(format="A4")
        self._article = article
        self._number = 0
        self.c_margin = 0
        for style, face in _FACES.items():
            place = resources.path(f"fonts/IBMPlexSerif-{face}.ttf")
            self.add_font(_FONT, style, place)
        self.set_margins(MARGIN, MARGIN, MARGIN + ROOM)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        self.set_title(article.headline)
        self.set_author(article.byline or article.authors[0].name)
        self.set_lang(article.language)
        self.set_creator("Marbre")
        self.set_creation_date(article.modified)
        self.add_page()

    @override
    def footer(self) -> None:
        self.set_y(-15)
        self.set_font(_FONT, "", 8)
        said = f"{self._article.slug} · {self._article.modified:%Y-%m-%d %H:%M} UTC"
        self.cell(0, 5, f"{said} · {self.page_no()}", align="C")

    def head(self) -> None:
        article = self._article
        self.said(article.eyebrow.upper(), "B", 9)
        self.said(article.headline, "B", 22)
        self.said(article.standfirst, "I", 13)
        self.said(article.byline, "", 10)
        self.ln(4)

    def said(self, words: str, style: str, size: float = SIZE) -> None:
        if words:
            self.set_font(_FONT, style, size)
            self.multi_cell(
                0, size * 0.5 + 2, words, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L"
            )
            self.ln(2)

    def words(self, block: Block) -> None:
        self._number += 1
        if self.will_page_break(LINE):
            self.add_page()
        top = self.get_y()
        self.set_font(_FONT, "", 7)
        self.set_xy(MARGIN - 10, top)
        self.cell(8, LINE, str(self._number), align="R")
        self.set_xy(MARGIN, top)
        self.set_left_margin(MARGIN + (8 if block.kind in {Kind.QUOTATION, Kind.ITEM} else 0))
        if block.mark:
            self.set_font(_FONT, "", SIZE)
            self.write(LINE, f"{block.mark} ")
        for run in block.runs:
            style = "B" if run.bold or block.kind is Kind.SUBHEAD else "I" if run.italic else ""
            self.set_font(_FONT, style, SIZE)
            self.write(LINE, run.words, run.link)
        self.set_left_margin(MARGIN)
        self.ln(LINE + 2)

    def picture(self, figure: Figure | None) -> None:
        if figure is None:
            return
        files = figure.picture.displays(JPEG) or figure.picture.displays(PNG)
        image = files[-1] if files else figure.image
        width = self.epw
        height = width * image.height / image.width
        if height > _HIGHEST:
            width, height = width * _HIGHEST / height, _HIGHEST
        if self.will_page_break(height + 12):
            self.add_page()
        self.image(io.BytesIO(image.data), w=width, h=height, alt_text=figure.alt)
        self.ln(1)
        words = " — ".join(part for part in (figure.caption, figure.full_credit) if part)
        self.said(words, "I", 9)
