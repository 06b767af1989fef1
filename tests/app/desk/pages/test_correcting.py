"""Corrections are proposed from what changed, printed, and kept; a story can be taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import correcting, publishing
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


def test_a_changed_word_is_proposed_as_a_notice(desk: Desk, story_id: str, tmp_path: Path) -> None:
    assert correcting.proposed_notice(desk, story_id) == ""
    go_out(desk, story_id, tmp_path / "out", NOON)
    assert correcting.proposed_notice(desk, story_id) == ""

    mend(desk, story_id)

    assert [(one.was, one.now) for one in correcting.changed_since(desk, story_id)] == [
        ("deux", "trois")
    ]
    assert "«\u00a0deux\u00a0»" in correcting.proposed_notice(desk, story_id)
    assert "«\u00a0trois\u00a0»" in correcting.proposed_notice(desk, story_id)


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
