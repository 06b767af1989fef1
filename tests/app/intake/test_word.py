"""Word files: their text, and the refusal of those made to harm."""

import io
import zipfile

import pytest

from app.domain.errors import DeskError
from app.intake.assembly import draft_of
from app.intake.word import paragraphs_of, sort_word

_OFFICE = "http://schemas.openxmlformats.org"
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<Types xmlns="{_OFFICE}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>"""
_ROOT = f"""<Relationships xmlns="{_OFFICE}/package/2006/relationships">
<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>"""
_LINKS = f"""<Relationships xmlns="{_OFFICE}/package/2006/relationships">
<Relationship Id="r1" Type="{_RELATION}/styles" Target="styles.xml"/></Relationships>"""
_STYLES = f"""<w:styles xmlns:w="{_OFFICE}/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>"""


def word_file(body: str, **more: str) -> bytes:
    """A .docx file with the paragraphs of `body`; `more` holds further parts of word/."""
    document = f'<w:document xmlns:w="{_OFFICE}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": _LINKS,
        "word/styles.xml": _STYLES,
        "word/document.xml": document,
    } | {f"word/{name}.xml": content for name, content in more.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(words: str, style: str = "", run: str = "") -> str:
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{chosen}<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def refusal(data: bytes) -> str:
    with pytest.raises(DeskError) as caught:
        sort_word(data)
    return caught.value.code


def test_headings_and_emphasis_come_through() -> None:
    body = (
        paragraph("Le moulin tourne", "T")
        + paragraph("Par Anne Orvault")
        + paragraph("Un premier paragraphe * avec une étoile.")
        + paragraph("Une roue neuve", "H")
        + paragraph("fort", run="<w:rPr><w:b/></w:rPr>")
        + paragraph("Avec AFP")
    )
    draft = draft_of(sort_word(word_file(body)))
    assert draft.headline == "Le moulin tourne"
    assert draft.byline == "Anne Orvault"
    assert draft.agency_credit == "Avec AFP"
    assert (
        draft.body == "Un premier paragraphe \\* avec une étoile.\n\n## Une roue neuve\n\n**fort**"
    )


def test_a_file_without_styles_is_sorted_like_raw_copy() -> None:
    body = paragraph("Le moulin tourne") + paragraph("Un texte un peu plus long que le titre.")
    draft = draft_of(sort_word(word_file(body)))
    assert (draft.headline, draft.body) == (
        "Le moulin tourne",
        "Un texte un peu plus long que le titre.",
    )


def test_comments_and_struck_words_left_out_are_said() -> None:
    struck = "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    sheet = sort_word(word_file(paragraph("Un mot.") + struck, comments="<c/>"))
    assert sheet.notices == ["comments-left-out", "deletions-left-out"]


def test_entities_are_refused_in_every_encoding() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'
    assert refusal(word_file(paragraph("a"), settings=bomb)) == "intake.unsafe"
    wide = word_file(paragraph("a"))
    file = io.BytesIO(wide)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/more.xml", bomb.encode("utf-16"))
    assert refusal(file.getvalue()) == "intake.unsafe"


def test_a_part_that_swells_is_refused_unread() -> None:
    assert refusal(word_file(paragraph("a"), media=" " * 3_000_000)) == "intake.unsafe"


def test_nesting_and_emptiness_are_refused() -> None:
    assert refusal(word_file("<w:p>" * 20_000 + "</w:p>" * 20_000)) == "intake.unreadable"
    assert refusal(word_file("")) == "intake.empty"
    assert refusal(word_file("<w:p>")[:200]) == "intake.unreadable"


def test_the_words_alone_come_a_paragraph_to_a_line() -> None:
    found = paragraphs_of(word_file(paragraph("La digue tiendra.") + paragraph("Oui.")))

    assert found.split() == ["La", "digue", "tiendra.", "Oui."]
    assert len(found.split("\n\n")) > 1


def test_words_of_a_damaged_file_are_refused() -> None:
    with pytest.raises(DeskError) as caught:
        paragraphs_of(word_file("<w:p>")[:-30])

    assert caught.value.code == "intake.unreadable"
