"""A desk with the two samples, and the French one to work on."""

import pytest

from app.desk.desk import Desk
from app.desk.stories import filing


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    """The desk of a first run."""
    return sample_desk


@pytest.fixture
def story_id(desk: Desk) -> str:
    """The French sample."""
    return next(line.id for line in filing.stories(desk) if line.language.startswith("fr"))
