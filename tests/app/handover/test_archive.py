"""The file that travels: exact there and back, and refused with a word when it is hostile."""

import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.domain.handover import Handed
from app.domain.photo import PhotoUse
from app.domain.story import Status, Story
from app.handover import archive

MOMENT = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
Members = dict[str, bytes]


def handed(**fields: Any) -> Handed:
    story = Story(
        id="s1",
        slug="quai",
        language="fr-FR",
        headline="Le quai 😀",
        status=Status.REVIEW,
        dated=date(2026, 3, 4),
        body="Un.\n\nDeux\u202f!",
        created_at=MOMENT,
        updated_at=MOMENT,
    )
    use = PhotoUse(id="u1", slot=1, caption="Le quai", persons=("Ana Ruiz",))
    return Handed(story=replace(story, **fields), uses=(use,))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    place = tmp_path / "quai.marbre"
    archive.write(place, handed(), by="Ana", known=[archive.encoded(handed(body="Un."))])
    return place


def rewritten(package: Path, change: Callable[[Members], None]) -> Path:
    """The same package with its members changed and its checksums put right again."""
    with zipfile.ZipFile(package) as opened:
        held = {name: opened.read(name) for name in opened.namelist()}
    change(held)
    manifest = json.loads(held["manifest.json"])
    manifest["digests"] = {
        name: archive.digest_of(data) for name, data in held.items() if name != "manifest.json"
    }
    held["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(package, "w") as made:
        for name, data in held.items():
            made.writestr(name, data)
    return package


def with_story(package: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The same package with another story."""

    def write(held: Members) -> None:
        told = json.loads(held["story.json"])
        change(told)
        held["story.json"] = json.dumps(told).encode()

    return rewritten(package, write)


def refusal(package: Path) -> str:
    with pytest.raises(DeskError) as caught:
        archive.read(package)
    assert caught.value.params["name"] == package.name
    return caught.value.code


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(body=TEXT, headline=TEXT, tags=st.lists(TEXT, max_size=3).map(tuple))
def test_every_character_comes_back(
    tmp_path: Path, body: str, headline: str, tags: tuple[str, ...]
) -> None:
    sent = handed(body=body, headline=headline, tags=tags)
    archive.write(tmp_path / "a.marbre", sent, by="Ana")

    assert archive.read(tmp_path / "a.marbre").handed == sent


def test_versions_shared_before_travel_along(package: Path) -> None:
    opened = archive.read(package)

    assert [one.story.body for _digest, one in opened.known] == ["Un."]
    assert opened.manifest.by == "Ana"
    assert stat.S_IMODE(package.stat().st_mode) == 0o600


def test_originals_travel_whole_and_are_what_they_say(tmp_path: Path) -> None:
    picture = tmp_path / "quai.jpg"
    picture.write_bytes(b"picture")
    place = tmp_path / "a.marbre"
    for digest, told in ((archive.digest_of(b"picture"), ""), ("a" * 64, "handover.damaged")):
        archive.write(place, handed(), by="Ana", originals={f"{digest}.jpg": picture})
        (name,) = archive.read(place).originals
        folder = tmp_path / digest[:8]
        folder.mkdir()
        if not told:
            assert archive.unpack(place, name, folder).read_bytes() == b"picture"
            continue
        with pytest.raises(DeskError) as caught:
            archive.unpack(place, name, folder)
        assert caught.value.code == told


@pytest.mark.parametrize(
    "name", ["../evil.json", "/etc/passwd", "originals/../../x.jpg", "base\\x.json", "C:x", ""]
)
def test_a_name_that_leads_outside_is_refused(package: Path, name: str) -> None:
    with zipfile.ZipFile(package, "a") as opened:
        info = zipfile.ZipInfo("x")
        info.filename = name
        opened.writestr(info, b"x")

    assert refusal(package) == "handover.unsafe"


def test_a_link_is_refused(package: Path) -> None:
    with zipfile.ZipFile(package, "a") as opened:
        link = zipfile.ZipInfo(f"originals/{'a' * 64}.jpg")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(link, "/etc/passwd")

    assert refusal(package) == "handover.unsafe"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.marbre"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", b"{}")
        made.writestr("story.json", b" " * 20_000_000)

    assert refusal(bomb) == "handover.unsafe"


def test_a_member_given_twice_is_refused(package: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(package, "a") as opened:
        opened.writestr("story.json", b"{}")

    assert refusal(package) == "handover.unsafe"


def test_a_member_nobody_speaks_of_is_refused(package: Path) -> None:
    with zipfile.ZipFile(package, "a") as opened:
        opened.writestr(f"base/{'b' * 64}.json", b"{}")

    assert refusal(package) == "handover.damaged"


def test_a_cut_file_is_noticed(package: Path) -> None:
    package.write_bytes(package.read_bytes()[:-40])

    assert refusal(package) == "handover.damaged"


@pytest.mark.parametrize("offset", range(60, 400, 45))
def test_a_changed_byte_never_changes_the_story(package: Path, offset: int) -> None:
    data = bytearray(package.read_bytes())
    data[offset] ^= 0x55
    package.write_bytes(data)

    try:
        found: Handed | str = archive.read(package).handed
    except DeskError as error:
        found = error.code
    assert found == handed() or str(found).startswith("handover.")


def test_what_is_no_package_is_told_apart(tmp_path: Path) -> None:
    other = tmp_path / "other.marbre"
    other.write_bytes(b"not a package")
    assert refusal(other) == "handover.not-ours"
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("word/document.xml", "<x/>")
    assert refusal(other) == "handover.not-ours"
    assert refusal(tmp_path / "nowhere.marbre") == "handover.missing"


def test_a_newer_package_is_refused_by_its_number(package: Path) -> None:
    newer = b'{"format": "marbre/hand-over", "version": 99}'

    assert refusal(rewritten(package, lambda held: held.update({"manifest.json": newer}))) == (
        "handover.newer"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("body", 7),
        ("id", "../x"),
        ("status", "owned"),
        ("tags", "a"),
        ("created_at", "2026-03-04T12:00:00"),
        ("dated", "yesterday"),
        ("headline", None),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(package: Path, field: str, value: object) -> None:
    assert refusal(with_story(package, lambda told: told["story"].update({field: value}))) == (
        "handover.damaged"
    )


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_json_that_is_none_is_refused(package: Path, data: bytes) -> None:
    broken = rewritten(package, lambda held: held.update({"story.json": data}))

    assert refusal(broken) == "handover.damaged"


def test_two_pictures_in_one_slot_are_refused(package: Path) -> None:
    def double(told: dict[str, Any]) -> None:
        told["uses"].append({**told["uses"][0], "id": "u2"})

    assert refusal(with_story(package, double)) == "handover.damaged"


def test_fields_of_a_later_marbre_are_passed_over(package: Path) -> None:
    later = with_story(package, lambda told: told["story"].update({"mood": "sunny"}))

    assert archive.read(later).handed == handed()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        archive.write(tmp_path / "nowhere" / "a.marbre", handed(), by="Ana")

    assert caught.value.code == "handover.not-written"
