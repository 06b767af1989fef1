"""The site: what may be read and nothing else, only what changed, the same bytes, all or nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import correcting, publishing, site
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.story import Status
from app.export import sitefolder
from app.export.slugs import slug

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 6, 12, tzinfo=UTC)

File = Callable[..., str]


@pytest.fixture
def file(desk: Desk) -> File:
    def filed(headline: str, *, status: Status = Status.READY) -> str:
        body = f"{headline}, a annoncé la mairie de Port-Sablé mercredi lors d’une visite du quai."
        story_id, _changes = filing.new_story(desk, "fr-FR")
        fields = {"headline": headline, "slug": slug(headline), "section": "Territoires"}
        writing.revise(desk, story_id, body=body, status=status, **fields)
        return story_id

    return filed


def contents(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


def go(desk: Desk, place: Path, now: datetime = NOON) -> site.Site:
    return site.publish_site(desk, place, now=now)


def test_ready_stories_stand_on_the_site_and_drafts_do_not(
    desk: Desk, file: File, tmp_path: Path
) -> None:
    file("Le quai rouvre en mai")
    file("La digue attend son mur", status=Status.DRAFT)

    done = go(desk, tmp_path / "site")

    made = contents(tmp_path / "site")
    assert (done.stories, done.held, done.identical) == (1, (), False)
    assert "le-quai-rouvre-en-mai/index.html" in made
    assert "Le quai rouvre en mai" in made["index.html"].decode()
    assert not [name for name in made if "digue" in name]
    assert b"digue" not in made["search.json"]


def test_the_second_time_nothing_is_written(desk: Desk, file: File, tmp_path: Path) -> None:
    file("Le quai rouvre en mai")
    go(desk, tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}

    again = go(desk, tmp_path / "site", LATER)

    assert (again.identical, again.files) == (True, 0)
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}


def test_a_changed_story_rewrites_only_what_shows_it(
    desk: Desk, file: File, tmp_path: Path
) -> None:
    first = file("Le quai rouvre en mai")
    file("La criée change de place")
    go(desk, tmp_path / "site")
    before = contents(tmp_path / "site")

    writing.revise(desk, first, standfirst="Quarante bateaux attendent la fin du chantier du port.")
    done = go(desk, tmp_path / "site", LATER)

    after = contents(tmp_path / "site")
    changed = {name for name in after if before.get(name) != after[name]}
    assert done.made == (first,)
    assert not [name for name in changed if name.startswith("la-criee")]
    assert {"index.html", "search.json", "le-quai-rouvre-en-mai/index.html"} <= changed
    assert [entry.at for entry in publishing.publications_of(desk, first)] == [LATER, NOON]


@pytest.mark.parametrize("enough", [0, sitefolder.SPARE_FILES])
def test_a_site_made_anew_is_the_same_to_the_byte(
    desk: Desk, file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, enough: int
) -> None:
    monkeypatch.setattr(sitefolder, "SPARE_FILES", enough)
    first = file("Le quai rouvre en mai")
    go(desk, tmp_path / "site")
    file("La criée change de place")
    go(desk, tmp_path / "site", NOON + timedelta(hours=1))
    writing.revise(desk, first, kicker="Littoral")
    go(desk, tmp_path / "site", LATER)

    go(desk, tmp_path / "other", LATER + timedelta(days=9))

    assert contents(tmp_path / "site") == contents(tmp_path / "other")


def test_a_folder_that_is_not_as_it_was_left_is_made_anew(
    desk: Desk, file: File, tmp_path: Path
) -> None:
    file("Le quai rouvre en mai")
    go(desk, tmp_path / "site")
    before = contents(tmp_path / "site")
    for path in sorted((tmp_path / "site").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()

    assert not go(desk, tmp_path / "site", LATER).identical
    assert contents(tmp_path / "site") == before


def test_an_embargo_holds_and_a_binned_story_leaves(desk: Desk, file: File, tmp_path: Path) -> None:
    kept, waits, leaves = (file(f"Le quai {n} rouvre") for n in ("un", "deux", "trois"))
    writing.revise(desk, waits, embargo=LATER)
    first = go(desk, tmp_path / "site")
    assert [held.story_id for held in first.held] == [waits]
    assert first.held[0].codes

    filing.spike(desk, leaves)
    go(desk, tmp_path / "site", NOON + timedelta(hours=1))

    made = contents(tmp_path / "site")
    assert {row.partition("/")[0] for row in made if row.endswith("story.txt")} == {
        filing.package(desk, kept).story.slug
    }


def test_a_withdrawn_story_leaves_its_notice_and_no_list_names_it(
    desk: Desk, file: File, tmp_path: Path
) -> None:
    gone = file("Le quai rouvre en mai")
    file("La criée change de place")
    go(desk, tmp_path / "site")

    correcting.withdraw(desk, gone, to=tmp_path / "elsewhere", now=LATER)
    go(desk, tmp_path / "site", LATER)

    made = contents(tmp_path / "site")
    assert "retiré" in made["le-quai-rouvre-en-mai/index.html"].decode()
    assert "le-quai-rouvre-en-mai/story.txt" not in made
    assert b"Le quai rouvre" not in made["index.html"] + made["search.json"] + made["feed.json"]


def test_a_store_with_nothing_ready_makes_no_site(desk: Desk, file: File, tmp_path: Path) -> None:
    file("La digue attend son mur", status=Status.DRAFT)

    with pytest.raises(DeskError) as refused:
        go(desk, tmp_path / "site")

    assert refused.value.code == "site.nothing"
    assert not (tmp_path / "site").exists()


def test_a_story_that_something_stops_is_held_back_by_name(
    desk: Desk, file: File, story_id: str, tmp_path: Path
) -> None:
    file("Le quai rouvre en mai")
    writing.revise(desk, story_id, status=Status.READY)

    done = go(desk, tmp_path / "site")

    assert [held.story_id for held in done.held] == [story_id]
    assert set(done.held[0].codes) == {
        finding.code for finding in publishing.preflight(desk, story_id).blocks
    }


def test_what_is_not_made_any_more_goes_also_when_all_is_made_anew(
    desk: Desk, file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story_id = file("Le quai rouvre en mai")
    writing.revise(desk, story_id, section="Ports")
    go(desk, tmp_path / "site")
    writing.revise(desk, story_id, section="Littoral")
    monkeypatch.setattr(site, "MAKING", "another")
    go(desk, tmp_path / "site", LATER)

    sections = {path.name for path in (tmp_path / "site" / "section").iterdir()}
    assert sections == {"littoral"}
