"""The article for another program: past the same gate as the page, and without its pictures."""

from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.pages import copying, publishing
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.errors import DeskError


def block_codes(desk: Desk, story_id: str) -> set[str]:
    return {one.code for one in publishing.preflight(desk, story_id).blocks}


def test_a_block_stops_the_clipboard_and_names_its_rules(desk: Desk, story_id: str) -> None:
    with pytest.raises(DeskError, match=r"publish\.blocked") as raised:
        copying.article_html(desk, story_id)

    assert raised.value.params["codes"] == ", ".join(sorted(block_codes(desk, story_id)))


def test_what_the_last_publication_was_signed_past_does_not_stop_it(
    desk: Desk, story_id: str, tmp_path: Path
) -> None:
    codes = dict.fromkeys(block_codes(desk, story_id), "bouclage")
    publishing.publish(desk, story_id, tmp_path / "page", overrides=codes, by="Ana")

    article = copying.article_html(desk, story_id)

    assert "La digue tiendra" in article
    for left_out in ("<img", "<picture", "<script", "<style", "masthead"):
        assert left_out not in article


def test_a_story_in_the_bin_is_not_copied(desk: Desk, story_id: str) -> None:
    filing.spike(desk, story_id)
    with pytest.raises(DeskError, match=r"publish\.binned"):
        copying.article_html(desk, story_id)


def test_quotes_nobody_decided_hold_the_article_back(desk: Desk) -> None:
    copy = "Le pont\n\n« Le pont ouvrira bien lundi », a dit Anna Vidal."
    story_id = filing.take_in_text(desk, copy).story_id
    assert block_codes(desk, story_id) == {"ATT010"}

    for row in sourcing.ledger(desk, story_id):
        sourcing.confirm(desk, story_id, row.id)

    assert "Anna Vidal" in copying.article_html(desk, story_id)
