"""The kind of a file is told by its first bytes."""

import io
import zipfile

import pytest

from app.domain.errors import DeskError
from app.intake.kinds import Kind, kind_of


def zipped(**parts: str) -> bytes:
    """A zip of parts; two underscores in a name stand for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Kind.IMAGE),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"RIFF\0\0\0\0WEBPVP8 ", Kind.IMAGE),
        (b"\0\0\0\x1cftypavif", Kind.IMAGE),
        (b"II*\0\x08\0\0\0", Kind.IMAGE),
        (b"BM" + b"\x46\0\0\0" + b"\0" * 60, Kind.IMAGE),
        (b"BMW ouvre une usine pres du moulin, a annonce la maire de Port-Sable.", Kind.TEXT),
        (b"%PDF-1.7", Kind.FOREIGN),
        (b"{\\rtf1\\ansi", Kind.FOREIGN),
        (b"\0\0\0\x1cftypmp42", Kind.FOREIGN),
        (b"RIFF\0\0\0\0WAVEfmt ", Kind.FOREIGN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.FOREIGN),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Kind.PROTECTED,
        ),
        ("Le moulin à marée".encode(), Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_signatures_tell_the_kind(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


def test_a_zip_is_word_only_when_it_holds_a_word_document() -> None:
    assert kind_of(zipped(word__document="<w/>")) is Kind.WORD
    assert kind_of(zipped(content="<office/>")) is Kind.FOREIGN


def test_a_cut_zip_is_unreadable() -> None:
    with pytest.raises(DeskError) as caught:
        kind_of(zipped(word__document="<w/>")[:40])
    assert caught.value.code == "intake.unreadable"
