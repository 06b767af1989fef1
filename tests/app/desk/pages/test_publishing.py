"""Publishing: refused while something blocks, logged when overridden, the same twice."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.photos import captioning
from app.desk.progress import Progress
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.correction import CorrectionKind
from app.domain.errors import DeskError
from app.domain.story import Status

Draw = Callable[[str], Path]
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 6, 12, tzinfo=UTC)


@pytest.fixture
def ready(desk: Desk, story_id: str, picture: Draw) -> str:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    captioning.caption(
        desk, story_id, 1, alt="Une femme en ciré montre un mur de pierre", credit="Inès Valdor"
    )
    for row in sourcing.ledger(desk, story_id):
        sourcing.set_speaker(desk, story_id, row.id, row.speaker or "Mairie de Port-Sablé")
    return story_id


def test_a_blocked_story_is_not_published(desk: Desk, story_id: str, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        publishing.publish(desk, story_id, tmp_path / "out")

    assert caught.value.code == "publish.blocked"
    assert not (tmp_path / "out").exists()
    assert publishing.publications_of(desk, story_id) == ()


def test_an_override_needs_a_name_and_a_reason(desk: Desk, story_id: str, tmp_path: Path) -> None:
    codes = {one.code for one in publishing.preflight(desk, story_id).blocks}

    with pytest.raises(DeskError) as unsigned:
        publishing.publish(
            desk, story_id, tmp_path / "out", overrides=dict.fromkeys(codes, "oui"), by=" "
        )
    with pytest.raises(DeskError) as unexplained:
        publishing.publish(desk, story_id, tmp_path / "out", overrides=dict.fromkeys(codes, " "))

    assert unsigned.value.code == "publish.no-name"
    assert unexplained.value.code == "publish.no-reason"


def test_an_override_is_logged_with_its_name_and_reason(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    codes = sorted({one.code for one in publishing.preflight(desk, story_id).blocks})
    overrides = dict.fromkeys(codes, "urgence")
    publishing.publish(desk, story_id, tmp_path / "out", overrides=overrides, by="Noé Lambel")

    logged = publishing.publications_of(desk, story_id)[0].overrides
    assert [dict(one) for one in logged] == [
        {"code": code, "reason": "urgence", "by": "Noé Lambel"} for code in codes
    ]


def test_a_ready_story_is_published_whole(desk: Desk, ready: str, tmp_path: Path) -> None:
    assert publishing.preflight(desk, ready).ready
    done = publishing.publish(desk, ready, tmp_path / "out", now=NOON)

    html = done.page.read_text(encoding="utf-8")
    assert "La digue de Port-Sablé tiendra" in html
    assert "Inès Valdor" in html
    assert all((tmp_path / "out" / name).is_file() for name in done.files)


def test_publishing_twice_says_identical_and_logs_once(
    desk: Desk, ready: str, tmp_path: Path
) -> None:
    first = publishing.publish(desk, ready, tmp_path / "out", now=NOON)
    second = publishing.publish(desk, ready, tmp_path / "out", now=LATER)

    assert second.identical
    assert second.id == first.id
    assert len(publishing.publications_of(desk, ready)) == 1


def test_a_page_published_elsewhere_too_is_the_same_page_ever_after(
    desk: Desk, ready: str, tmp_path: Path
) -> None:
    publishing.publish(desk, ready, tmp_path / "out", now=NOON)
    elsewhere = publishing.publish(desk, ready, tmp_path / "other", now=LATER)

    again = publishing.publish(desk, ready, tmp_path / "other", now=LATER + (LATER - NOON))

    assert not elsewhere.identical
    assert again.identical
    one, other = (tmp_path / name / "index.html" for name in ("out", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_a_changed_story_keeps_its_first_date(desk: Desk, ready: str, tmp_path: Path) -> None:
    publishing.publish(desk, ready, tmp_path / "out", now=NOON)
    captioning.caption(desk, ready, 1, alt="Une femme en ciré jaune montre un mur")
    done = publishing.publish(desk, ready, tmp_path / "out", now=LATER)

    html = done.page.read_text(encoding="utf-8")
    assert not done.identical
    assert "2026-03-05T12:00:00" in html
    assert "2026-03-06T12:00:00" in html


def test_the_preview_is_the_page_without_touching_the_disk(
    desk: Desk, ready: str, tmp_path: Path
) -> None:
    page = publishing.preview(desk, ready, now=NOON)

    assert filing.package(desk, ready).story.headline.split("'", maxsplit=1)[0] in page.html
    assert any(name.endswith(".jpg") for name in page.files)
    assert not (tmp_path / "out").exists()


def test_a_story_in_the_bin_is_not_published(desk: Desk, ready: str, tmp_path: Path) -> None:
    filing.spike(desk, ready)

    with pytest.raises(DeskError) as caught:
        publishing.publish(desk, ready, tmp_path / "out")

    assert caught.value.code == "publish.binned"
    assert not (tmp_path / "out").exists()


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


def test_the_proof_is_the_page_to_the_byte(desk: Desk, ready: str, tmp_path: Path) -> None:
    shown = publishing.proof(desk, ready, now=NOON).contents()
    publishing.publish(desk, ready, tmp_path / "out", now=NOON)

    written = contents(tmp_path / "out")
    del written["manifest.json"]
    assert written == dict(shown)
    assert publishing.proof(desk, ready, now=LATER).contents() == shown


def test_what_is_stopped_leaves_the_old_folder_as_it_was(
    desk: Desk, ready: str, tmp_path: Path, picture: Draw
) -> None:
    out = tmp_path / "out"
    publishing.publish(desk, ready, out, now=NOON)
    before = contents(out)
    other = captioning.take_photo_in(desk, picture("autre.jpg")).photo
    captioning.attach(desk, ready, 1, other.id)
    progress = Progress(lambda done, _of: progress.stop() if done else None)

    with pytest.raises(DeskError) as stopped:
        publishing.publish(desk, ready, out, now=LATER, progress=progress)

    assert stopped.value.code == "publish.stopped"
    assert contents(out) == before
    assert len(publishing.publications_of(desk, ready)) == 1
    assert [path.name for path in tmp_path.iterdir() if "marbre-new" in path.name] == []


def test_publishing_gives_the_story_its_status(desk: Desk, ready: str, tmp_path: Path) -> None:
    publishing.publish(desk, ready, tmp_path / "out", now=NOON)
    assert filing.package(desk, ready).story.status is Status.PUBLISHED

    wrong = (CorrectionKind.FACT, "La visite était jeudi.")
    publishing.publish(desk, ready, tmp_path / "out", correction=wrong, now=LATER)
    assert filing.package(desk, ready).story.status is Status.CORRECTED
