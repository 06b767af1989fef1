"""Corrections are proposed from what changed, printed, and kept; a story can be taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.pages import correcting, publishing, site
from app.desk.stories import filing, writing
from app.domain.correction import CorrectionKind
from app.domain.errors import DeskError
from app.domain.story import Status

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 6, 12, tzinfo=UTC)
LAST = datetime(2026, 3, 7, 12, tzinfo=UTC)
NOTICE = (CorrectionKind.FIGURE, "Les travaux coûteront trois millions d’euros, non deux.")


def go_out(
    desk: Desk,
    story_id: str,
    to: Path,
    now: datetime,
    correction: tuple[CorrectionKind, str] | None = None,
) -> publishing.Publication:
    blocks = publishing.preflight(desk, story_id).blocks
    overrides = {finding.code: "essai" for finding in blocks}
    return publishing.publish(
        desk, story_id, to, overrides=overrides, correction=correction, now=now
    )


def mend(desk: Desk, story_id: str) -> None:
    body = filing.package(desk, story_id).story.body
    writing.revise(desk, story_id, body=body.replace("deux millions", "trois millions"))


def test_a_correction_is_printed_kept_in_the_log_and_stays_on_the_page(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    first = go_out(desk, story_id, tmp_path / "out", NOON)
    mend(desk, story_id)
    second = go_out(desk, story_id, tmp_path / "out", LATER, NOTICE)
    again = go_out(desk, story_id, tmp_path / "out", LAST)

    newest = publishing.publications_of(desk, story_id)[0]
    assert again.identical
    assert newest.correction is not None
    assert (newest.correction.kind, newest.correction.at) == (CorrectionKind.FIGURE, LATER)
    assert newest.previous == first.id
    assert "trois millions d’euros, non deux" in second.page.read_text("utf-8")


@pytest.mark.parametrize(
    ("published", "notice", "code"),
    [(False, "Une erreur.", "publish.never"), (True, "  ", "publish.no-notice")],
)
def test_a_correction_needs_something_published_and_words(
    desk: Desk, story_id: str, tmp_path: Path, *, published: bool, notice: str, code: str
) -> None:
    if published:
        go_out(desk, story_id, tmp_path / "out", NOON)

    with pytest.raises(DeskError) as refused:
        go_out(desk, story_id, tmp_path / "out", LATER, (CorrectionKind.FACT, notice))

    assert refused.value.code == code


def test_a_withdrawn_story_leaves_a_notice_and_is_not_published_again(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    with pytest.raises(DeskError) as never:
        correcting.withdraw(desk, story_id)
    first = go_out(desk, story_id, tmp_path / "out", NOON)

    done = correcting.withdraw(desk, story_id, reason="Le témoin s’est rétracté.", now=LATER)

    newest = publishing.publications_of(desk, story_id)[0]
    assert never.value.code == "publish.never"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"index.html", "manifest.json"}
    assert "Le témoin s’est rétracté." in done.page.read_text("utf-8")
    assert (newest.withdrawn, newest.previous) == (True, first.id)
    assert filing.package(desk, story_id).story.status is Status.KILLED
    with pytest.raises(DeskError) as refused:
        go_out(desk, story_id, tmp_path / "out", LAST)
    assert refused.value.code == "publish.withdrawn"


def test_it_leaves_every_folder_where_it_stands(desk: Desk, story_id: str, tmp_path: Path) -> None:
    go_out(desk, story_id, tmp_path / "one", NOON)
    go_out(desk, story_id, tmp_path / "two", LATER)
    assert set(correcting.standing_places(desk, story_id)) == {tmp_path / "one", tmp_path / "two"}

    correcting.withdraw(desk, story_id, by="Léa", reason="Erreur.", now=LAST)

    for name in ("one", "two"):
        assert "Erreur." in (tmp_path / name / "index.html").read_text("utf-8")
    log = publishing.publications_of(desk, story_id)
    assert [(one.withdrawn, one.by) for one in log[:2]] == [(True, "Léa")] * 2
    assert correcting.standing_places(desk, story_id) == ()


def test_a_site_that_took_the_story_as_it_stood_elsewhere_loses_it_too(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    go_out(desk, story_id, tmp_path / "alone", NOON)
    other = filing.take_in_text(desk, "Le quai rouvre en mai\n\nLe quai rouvre mercredi.").story_id
    go_out(desk, other, tmp_path / "other", NOON)
    made = site.publish_site(desk, tmp_path / "site", now=NOON)
    slug = filing.package(desk, story_id).story.slug
    assert made.stories == 2
    assert slug in (tmp_path / "site" / "index.html").read_text("utf-8")

    correcting.withdraw(desk, story_id, reason="Erreur.", now=LAST)

    assert "Erreur." in (tmp_path / "site" / slug / "index.html").read_text("utf-8")
    assert "Erreur." in (tmp_path / "alone" / "index.html").read_text("utf-8")
    for name in ("index.html", "feed.atom.xml", "feed.json", "sitemap.xml", "search.json"):
        assert slug not in (tmp_path / "site" / name).read_text("utf-8"), name


def test_a_site_bears_the_loss_of_its_only_story(desk: Desk, story_id: str, tmp_path: Path) -> None:
    go_out(desk, story_id, tmp_path / "alone", NOON)
    site.publish_site(desk, tmp_path / "site", now=NOON)
    slug = filing.package(desk, story_id).story.slug

    correcting.withdraw(desk, story_id, reason="Erreur.", now=LAST)

    assert "Erreur." in (tmp_path / "site" / slug / "index.html").read_text("utf-8")
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert slug not in front
    assert "Aucun article" in front
    assert site.publish_site(desk, tmp_path / "site", now=LAST).files == 0


def test_once_the_status_is_taken_back_the_story_goes_out_again(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    go_out(desk, story_id, tmp_path / "out", NOON)
    correcting.withdraw(desk, story_id, now=LATER)

    undoing.undo(desk)

    assert filing.package(desk, story_id).story.status is Status.PUBLISHED
    assert not go_out(desk, story_id, tmp_path / "out", LAST).identical
