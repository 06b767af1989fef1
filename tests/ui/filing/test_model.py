"""A row of the list says what a story is and where it stands."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.story import Status, StoryLine
from app.export.slugs import slug as slug_for
from app.sentences.standings import STATUSES
from ui.filing.model import StoriesModel, about, state, title

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LINE = StoryLine(
    id="s1",
    slug="port-valmont",
    headline="",
    language="fr-FR",
    status=Status.DRAFT,
    agency_credit="Avec AFP",
    words=1,
    photos=2,
    updated_at=NOW,
)


def test_a_story_without_a_headline_goes_by_its_slug() -> None:
    assert title(LINE) == "port-valmont"
    assert title(replace(LINE, slug="")) == "Untitled"
    assert title(replace(LINE, slug=slug_for(""))) == "Untitled"
    assert title(replace(LINE, headline="Au port")) == "Au port"


def test_the_second_line_gives_credit_words_and_photos() -> None:
    assert about(LINE).startswith("Avec AFP · ")
    assert about(LINE).endswith(" · 1 word · 2 photos")


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_word(status: Status) -> None:
    assert state(replace(LINE, status=status)) == STATUSES[status]


def test_a_published_draft_is_published() -> None:
    assert state(replace(LINE, published_at=NOW)) == "Published"


def test_rows_are_found_by_story() -> None:
    model = StoriesModel()
    model.show([LINE, replace(LINE, id="s2")])

    assert model.rowCount() == 2
    assert model.row_of("s2") == 1
    assert model.row_of("gone") == -1
