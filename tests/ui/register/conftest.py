"""A desk with a small register, and a story somebody of it is quoted in."""

import pytest

from app.desk.desk import Desk
from app.desk.sources import registering, sourcing
from app.desk.stories import filing
from app.domain.person import Person, Title


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    """The desk of a first run, with two entries and a quote confirmed for the first."""
    story_id = next(one.id for one in filing.stories(sample_desk) if one.language[:2] == "fr")
    registering.enter(
        sample_desk, Person(id="", name="Hélène Carvin", code="hc", titles=(Title("maire"),))
    )
    registering.enter(sample_desk, Person(id="", name="Tomasz Orlik", variants=("T. Orlik",)))
    first = next(one for one in sourcing.ledger(sample_desk, story_id) if one.speaker)
    sourcing.set_speaker(sample_desk, story_id, first.id, "Hélène Carvin")
    return sample_desk
