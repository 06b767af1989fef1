"""Zips are refused before they are unpacked when that would not be safe."""

import io
import random
import zipfile

import pytest

from app.domain.errors import DeskError
from app.intake.unpacking import check


def archive(**parts: bytes) -> zipfile.ZipFile:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(f"{name}.xml", content)
    return zipfile.ZipFile(made)


def test_what_is_plain_is_let_through() -> None:
    check(archive(content=b"<office/>"))


@pytest.mark.parametrize("content", [b"<!DOCTYPE x>", '<!ENTITY a "b">'.encode("utf-16-le")])
def test_declarations_are_refused(content: bytes) -> None:
    with pytest.raises(DeskError) as caught:
        check(archive(content=content))

    assert caught.value.code == "intake.unsafe"


@pytest.mark.parametrize(("size", "code"), [(3_000_000, "intake.unsafe"), (1, "intake.too-large")])
def test_bombs_and_giants_are_refused(size: int, code: str) -> None:
    content = b" " * size if size > 1 else random.Random(1).randbytes(4_100_000)
    with pytest.raises(DeskError) as caught:
        check(archive(content=content))

    assert caught.value.code == code
