"""The Exif block of a JPEG goes back where it was; what is no JPEG stays as it is."""

from app.photo.segments import with_exif_of


def jpeg(*segments: bytes) -> bytes:
    """A file of application segments and the beginning of a scan."""
    sized = (b"\xff\xe1" + (len(one) + 2).to_bytes(2, "big") + one for one in segments)
    return b"\xff\xd8" + b"".join(sized) + b"\xff\xda\x00\x08pixels"


OLD = b"Exif\x00\x00 as the camera wrote it"
NEW = b"Exif\x00\x00 rewritten"
WORDS = b"http://ns.adobe.com/xap/1.0/\x00words"


def test_the_old_block_stands_in_the_new_file() -> None:
    assert with_exif_of(jpeg(OLD, b"old words"), jpeg(NEW, WORDS)) == jpeg(OLD, WORDS)
    assert with_exif_of(jpeg(OLD), jpeg(WORDS, NEW)) == jpeg(WORDS, OLD)


def test_files_without_a_block_stay_as_they_are() -> None:
    for before, after in (
        (jpeg(WORDS), jpeg(NEW)),
        (jpeg(OLD), jpeg(WORDS)),
        (b"\x89PNG", b"\x89PNG more"),
        (jpeg(OLD)[:20], jpeg(NEW)),
        (jpeg(OLD), b""),
    ):
        assert with_exif_of(before, after) == after
