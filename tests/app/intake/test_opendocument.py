"""An .odt file becomes copy: roles from its styles, marks and links kept, the rest told."""

import io
import zipfile

import pytest

from app.domain.draft import Draft
from app.domain.errors import DeskError
from app.intake import reader

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2"><style:text-properties fo:font-style="italic"/></style:style>'
)
LONG = "La digue de Port-Sablé sera consolidée avant l’automne, a annoncé la maire Hélène Carvin."


OTHER = "Les travaux dureront quatre mois et coûteront deux millions d’euros, selon la mairie."


def odt(
    body: str, *, head: str = "", mimetype: str = "application/vnd.oasis.opendocument.text"
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {NAMES}>'
            f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return made.getvalue()


def draft(body: str) -> Draft:
    return reader.read_bytes(odt(body), "copie.odt")


def test_styles_tell_the_roles() -> None:
    found = draft(
        '<text:p text:style-name="P1">La digue tiendra</text:p>'
        '<text:p text:style-name="Subtitle">Les travaux commencent lundi</text:p>'
        f"<text:p>{LONG}</text:p>"
        '<text:h text:outline-level="2">Un chantier attendu</text:h>'
        f"<text:p>{OTHER}</text:p>"
    )

    assert (found.headline, found.standfirst) == (
        "La digue tiendra",
        "Les travaux commencent lundi",
    )
    assert found.body == f"{LONG}\n\n## Un chantier attendu\n\n{OTHER}"


def test_marks_links_and_spaces_are_kept() -> None:
    found = draft(
        '<text:p text:style-name="P1">Titre</text:p>'
        '<text:p>Une <text:span text:style-name="T1">digue</text:span> et un '
        '<text:span text:style-name="T2">quai</text:span>,<text:s text:c="1"/>dit '
        '<text:a xlink:href="https://example.org/a">la mairie</text:a>, pour quatre ans au moins.</text:p>'
    )

    assert found.body == (
        "Une **digue** et un *quai*, dit [la mairie](https://example.org/a), pour quatre ans au moins."
    )


def test_comments_notes_and_deletions_are_left_out_and_told() -> None:
    found = draft(
        "<text:tracked-changes><text:p>Supprimé</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">Titre</text:p>'
        f"<text:p>{LONG}<office:annotation><text:p>Sûr ?</text:p></office:annotation>"
        "<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>"
    )

    assert found.body == LONG
    assert {"comments-left-out", "notes-left-out", "deletions-left-out"} <= set(found.notices)


def test_lists_and_tables_come_as_markdown() -> None:
    found = draft(
        f'<text:p text:style-name="P1">Titre</text:p><text:p>{LONG}</text:p>'
        "<text:list><text:list-item><text:p>Un</text:p></text:list-item>"
        "<text:list-item><text:p>Deux</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
    )

    assert "- Un\n- Deux" in found.body
    assert "| A | B |" in found.body


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt("", head='<!DOCTYPE x [<!ENTITY a "b">]>'), "intake.unsafe"),
        (odt("<text:p/>"), "intake.empty"),
        (odt("<text:p>"), "intake.unreadable"),
        (odt("<text:p>x</text:p>", mimetype="application/epub+zip"), "intake.unknown-type"),
    ],
)
def test_what_cannot_be_taken_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(DeskError) as caught:
        reader.read_bytes(data, "copie.odt")

    assert caught.value.code == code
