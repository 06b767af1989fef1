"""What readers would read otherwise is found, judged and put into words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import amending, correcting, publishing
from app.desk.photos import captioning
from app.desk.stories import filing, writing
from app.domain.correction import CorrectionKind
from app.domain.story import Status

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def out(desk: Desk, story_id: str, tmp_path: Path) -> str:
    """A story that was published."""
    blocks = publishing.preflight(desk, story_id).blocks
    overrides = {finding.code: "essai" for finding in blocks}
    publishing.publish(desk, story_id, tmp_path / "out", overrides=overrides, now=NOON)
    return story_id


def mend(desk: Desk, story_id: str, was: str, now: str) -> None:
    body = filing.package(desk, story_id).story.body
    assert was in body
    writing.revise(desk, story_id, body=body.replace(was, now))


def test_nothing_is_proposed_before_publication_nor_while_it_reads_the_same(
    desk: Desk, story_id: str
) -> None:
    assert amending.amendment(desk, story_id) is None


def test_what_readers_do_not_see_is_no_change(desk: Desk, out: str) -> None:
    writing.revise(desk, out, note="À relire.", status=Status.REVIEW)

    assert amending.amendment(desk, out) is None


def test_a_changed_word_is_quoted_with_the_words_after_it(desk: Desk, out: str) -> None:
    mend(desk, out, "deux millions", "trois millions")
    found = amending.amendment(desk, out)

    assert found is not None
    assert found.kind is CorrectionKind.FIGURE
    assert "«\u00a0deux millions\u00a0»" in found.notice
    assert "«\u00a0trois millions\u00a0»" in found.notice
    assert amending.proposed_notice(desk, out) == found.notice


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("consolidée", "consollidée", None),
        ("chantier.", "chantier\u202f!", None),
        ("quatre mois", "cinq mois", CorrectionKind.FIGURE),
        ("tiendra tout", "ne tiendra pas tout", CorrectionKind.QUOTE),
        ("la maire Hélène Carvin lors", "la maire Irène Carvin lors", CorrectionKind.NAME),
        ("avant l'automne", "avant la fin du printemps", CorrectionKind.FACT),
    ],
)
def test_the_kind_is_proposed_by_what_changed(
    desk: Desk, out: str, was: str, now: str, kind: CorrectionKind | None
) -> None:
    mend(desk, out, was, now)
    found = amending.amendment(desk, out)

    assert found is not None
    assert found.kind is kind


def test_another_caption_shows_and_a_credit_is_of_the_picture(desk: Desk, out: str) -> None:
    captioning.caption(desk, out, 1, credit="Photo Inès Valdor")
    found = amending.amendment(desk, out)

    assert found is not None
    assert [one.facet.part for one in found.differences] == ["credit"]
    assert found.kind is CorrectionKind.PICTURE


def test_a_withdrawn_story_has_nothing_to_be_corrected(desk: Desk, out: str) -> None:
    mend(desk, out, "deux millions", "trois millions")
    correcting.withdraw(desk, out)

    assert amending.amendment(desk, out) is None


def test_another_headline_is_quoted_whole_and_is_no_name(desk: Desk, out: str) -> None:
    was = filing.package(desk, out).story.headline
    writing.revise(desk, out, headline="Une tempête menace encore le vieux port")
    found = amending.amendment(desk, out)

    assert found is not None
    assert found.kind is CorrectionKind.FACT
    assert found.notice
    assert was not in filing.package(desk, out).story.headline
