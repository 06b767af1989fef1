"""A story goes out as Markdown and comes in again as it was, without what is private."""

from pathlib import Path

from app.desk.stories import filing
from app.domain.package import Package
from app.export.copytext import copy_text


def test_what_goes_out_is_taken_in_again_field_by_field(package: Package, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_bytes(copy_text(package))

    draft = filing.read_draft(tmp_path / "story.md")

    story = package.story
    fields = ("headline", "kicker", "standfirst", "byline", "section", "agency_credit", "tags")
    assert [getattr(draft, name) for name in fields] == [getattr(story, name) for name in fields]
    assert [use.alt for use in draft.uses] == [use.alt for use in package.uses]
    assert [use.caption for use in draft.uses] == [use.caption for use in package.uses]


def test_the_note_to_the_desk_stays_in_the_house(package: Package) -> None:
    assert "Gaspard" not in copy_text(package).decode()
