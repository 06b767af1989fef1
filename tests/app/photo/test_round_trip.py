"""Real photographs through the outside judge: what was written is read, all else is untouched."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import DeskError
from app.photo.metadata import read
from app.photo.writing import write

Tags = dict[str, Any]
HEADLINE = "L’écluse « du Levant » rouvre à Port-Sablé — été"
DESCRIPTION = "Première ligne, €.\nDeuxième ligne : où çà ?"
WRITTEN = {
    "XMP-photoshop:Headline": HEADLINE,
    "XMP-dc:Description": DESCRIPTION,
    "XMP-photoshop:City": "Île-aux-Moines",
}
IN_IIM = {
    "IPTC:Headline": HEADLINE,
    "IPTC:Caption-Abstract": DESCRIPTION,
    "IPTC:City": "Île-aux-Moines",
    "IPTC:CodedCharacterSet": "UTF8",
}
MOVED = re.compile(
    r"SourceFile|ExifTool:.*|System:.*|File:(?:CurrentIPTCDigest|ExifByteOrder)|.*Digest$|XMP-x:XMPToolkit"
    r"|.*(?:Offset|Offsets|Start|StripOffsets|TileOffsets|PreviewImage|ThumbnailImage|PrintIM.*)$"
    r"|Photoshop:.*|IPTC:(?:ApplicationRecordVersion|EnvelopeRecordVersion|CodedCharacterSet)"
    r"|MPImage\d+:.*|.*(?:Warning|Padding|ExifVersion|XMPPacket|IPTC-NAA|ImageResources)$"
    r"|.*(?:ExifIFD|GPS|Interop)?Pointer$|Trailer:.*|APP14:.*"
    r"|XMP-rdf:About|XMP-xmpMM:InstanceID|Composite:.*|IPTC:DigitalCreationTime"
)
"""Tags that tell where something lies, or that writing anything changes.

Adobe's XMP library, inside Exiv2, moves the identity of old packets from `rdf:about` to the instance
id; Exiv2 completes an IIM time without its zone, which the standard does not allow, with "+00:00".
"""


@pytest.fixture
def judge() -> str:
    tool = shutil.which("exiftool")
    if tool is None:
        pytest.skip("exiftool is not installed")
    return tool


def told(judge: str, folder: Path) -> dict[str, Tags]:
    """Return every tag of every file of a folder, by file name."""
    command = [judge, "-j", "-G1", "-struct", "-a", "-charset", "iptc=Latin", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    found: list[Tags] = json.loads(done.stdout)
    return {Path(tags["SourceFile"]).name: tags for tags in found}


def others(tags: Tags) -> Tags:
    """Return the tags nobody asked to change."""
    asked = {*WRITTEN, *IN_IIM, "IFD0:ImageDescription"}
    kept = {k: v for k, v in tags.items() if k not in asked and v and not MOVED.fullmatch(k)}
    return {k: letters(v) if k.startswith("IPTC:") else v for k, v in kept.items()}


def letters(words: Any) -> Any:
    """Return words of an old block, read as Latin letters, in UTF-8 when that is what they are."""
    try:
        return words.encode("cp1252").decode("utf-8")
    except (UnicodeError, AttributeError):
        return words


def test_what_is_written_is_read_and_all_else_is_as_it_was(
    judge: str, shared: Path, tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    refused: dict[str, str] = {}
    for path in sorted((shared / "photos").glob("*/*.*")):
        try:
            words = replace(
                read(path)[0], headline=HEADLINE, description=DESCRIPTION, city="Île-aux-Moines"
            )
            write(path, new / path.name, words)
            shutil.copyfile(path, old / path.name)
        except DeskError as error:
            refused[path.name] = error.code

    before, after = told(judge, old), told(judge, new)

    assert len(after) >= 60
    changed: dict[str, Any] = {}
    for name, tags in after.items():
        wanted = {**WRITTEN, **(IN_IIM if name.lower().endswith((".jpg", ".jpeg", ".tif")) else {})}
        kept, now = others(before[name]), others(tags)
        wrong = {key: tags.get(key) for key, words in wanted.items() if tags.get(key) != words}
        moved = {k: (kept.get(k), now.get(k)) for k in {*kept, *now} if kept.get(k) != now.get(k)}
        if wrong or moved:
            changed[name] = (wrong, moved)
    assert not changed, json.dumps(changed, ensure_ascii=False, default=str)[:6000]
    assert "photo.would-lose" not in refused.values()
