"""What is for the desk stays at the desk: words planted everywhere are looked for in what goes out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyexiv2
import pytest
from PIL import Image

from app.desk.desk import Desk
from app.desk.pages import publishing, site
from app.desk.photos import captioning
from app.desk.sources import muting, registering, sourcing, transcribing, vouching
from app.desk.stories import filing, writing
from app.domain.person import Person
from app.domain.quote import EvidenceKind
from app.domain.story import Status

COPY = """La digue de Port-Sablé tiendra l'hiver

La maire Hélène Carvin devant la digue de Port-Sablé, le 3 mars 2026.
La maire Hélène Carvin devant la digue de Port-Sablé, le 3 mars 2026.

"La digue tiendra tout l'hiver", a déclaré Hélène Carvin devant les riverains.

"Les pompes sont vieilles", a confié un agent du port.
"""

SECRETS = (
    "zqnote",
    "zqregister",
    "zqevidence",
    "zqanonymity",
    "zqapprover",
    "zqtranscript",
    "zqmute",
    "zqwaiver",
    "zqdraft",
    "zqspiked",
    "zqinstructions",
    "zqperson",
    "zqaside",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store" / "marbre.sqlite", by="Ana") as opened:
        yield opened


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "digue.jpg"
    Image.radial_gradient("L").resize((1600, 1067)).convert("RGB").save(path)
    with pyexiv2.Image(str(path)) as image:
        image.modify_exif(
            {
                "Exif.GPSInfo.GPSLatitude": "48/1 50/1 17/1",
                "Exif.GPSInfo.GPSLatitudeRef": "N",
                "Exif.Photo.BodySerialNumber": "zqserial",
            }
        )
    return path


def plant_sources(desk: Desk, story: str) -> None:
    """Vouch for both quotes, in private words."""
    registering.enter(desk, Person(id="", name="Hélène Carvin", note="zqregister"))
    registering.enter(desk, Person(id="", name="Zqperson Jamaiscité", variants=("zqperson",)))
    named, hidden = sourcing.ledger(desk, story)
    for row in (named, hidden):
        sourcing.set_speaker(desk, story, row.id, row.speaker or "Hélène Carvin")
        vouching.add_evidence(desk, story, row.id, EvidenceKind.RECORDING, "zqevidence")
    vouching.ask_anonymity(desk, story, hidden.id, "zqanonymity")
    vouching.approve_anonymity(desk, story, hidden.id, "zqapprover")
    for row in (named, hidden):
        sourcing.confirm(desk, story, row.id)


def planted(desk: Desk, picture: Path, folder: Path) -> str:
    """A publishable story with a private word in every drawer of its package."""
    story = filing.take_in_text(desk, COPY).story_id
    body = filing.package(desk, story).story.body
    writing.autosave(desk, story, body=f"{body}\n\nzqdraft, un paragraphe retiré.")
    writing.keep(desk, story, name="zqdraft")
    writing.autosave(desk, story, body=body)
    writing.revise(desk, story, note="zqnote", status=Status.READY)
    photo = captioning.take_photo_in(desk, picture).photo
    captioning.describe(desk, photo.id, instructions="zqinstructions", creator="Ana Pech")
    captioning.attach(desk, story, 1, photo.id)
    captioning.caption(desk, story, 1, credit="Ana Pech", alt="Une digue sous un ciel gris")
    plant_sources(desk, story)
    transcript = folder / "entretien.txt"
    transcript.write_text("zqtranscript. La digue tiendra tout l'hiver.", "utf-8")
    transcribing.attach(desk, story, transcript)
    hints = [one for one in sourcing.check(desk, story) if one.severity.value != "block"]
    for finding in hints[:1]:
        muting.mute(desk, story, finding.code, "zqmute")
    for finding in sourcing.check(desk, story):
        sourcing.waive(desk, story, finding, "zqwaiver zqaside")
    spiked = filing.take_in_text(desk, COPY.replace("tiendra l'hiver", "zqspiked")).story_id
    writing.revise(desk, spiked, status=Status.READY)
    filing.spike(desk, spiked)
    return story


def leaked(folder: Path) -> list[str]:
    """The private words found in the bytes, the names and the picture metadata of a folder."""
    found = []
    for path in sorted(entry for entry in folder.rglob("*") if entry.is_file()):
        content = f"{path.relative_to(folder)} ".encode() + path.read_bytes()
        if path.suffix in {".jpg", ".jpeg", ".webp", ".png"}:
            with pyexiv2.Image(str(path)) as image:
                kept = {**image.read_exif(), **image.read_iptc(), **image.read_xmp()}
            content += repr(kept).encode()
        words = (*SECRETS, "zqserial", "GPSInfo", str(folder.parents[0]))
        found += [f"{path.name}: {word}" for word in words if word.encode() in content]
    return found


def test_no_private_word_is_in_a_published_story_or_site(
    desk: Desk, picture: Path, tmp_path: Path
) -> None:
    story = planted(desk, picture, tmp_path)
    out = tmp_path / "out"
    now = datetime(2026, 3, 5, 9, tzinfo=UTC)
    publishing.publish(desk, story, out / "page", now=now)
    site.publish_site(desk, out / "site", now=now)

    kept = (tmp_path / "store" / "marbre.sqlite").read_bytes()
    kept += (tmp_path / "store" / "marbre.sqlite-wal").read_bytes()
    assert [word for word in SECRETS if word.encode() not in kept] == []
    assert len(list((out / "page").rglob("*.html"))) >= 1
    assert len(list((out / "site").rglob("*.html"))) > 1
    assert leaked(out / "page") == []
    assert leaked(out / "site") == []


def test_the_search_would_find_a_leak(desk: Desk, picture: Path, tmp_path: Path) -> None:
    story = planted(desk, picture, tmp_path)
    package = filing.package(desk, story)
    writing.revise(desk, story, standfirst=package.story.note)
    publishing.publish(desk, story, tmp_path / "out" / "page")

    assert any("zqnote" in one for one in leaked(tmp_path / "out" / "page"))
