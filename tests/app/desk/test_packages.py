"""A package is what the store holds of a story, read afresh, and alike alone or among others."""

import pytest

from app.desk import packages
from app.desk.desk import Desk
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.errors import DeskError


def codes(desk: Desk, story_id: str) -> set[str]:
    return {each.code for each in sourcing.check(desk, story_id)}


def test_stories_loaded_together_are_what_each_is_alone(desk: Desk, story_id: str) -> None:
    other = filing.take_in_text(desk, "Le quai\n\n« Le quai rouvre », a dit Jean Vasseur.").story_id

    both = packages.load_all(desk.store, [other, story_id])

    assert both == {each: packages.load(desk.store, each) for each in (story_id, other)}
    assert both[story_id].attribution.quotes
    assert len(both[story_id].ledger) == len(both[story_id].attribution.quotes)
    with pytest.raises(DeskError, match=r"story\.unknown"):
        packages.load(desk.store, "none")


def test_rules_in_a_file_beside_the_store_are_heard(desk: Desk) -> None:
    story_id = filing.take_in_text(desk, "Le quai\n\nLe quai rouvre jeudi.").story_id
    assert not codes(desk, story_id) & {"HOU001", "HOU003"}

    place = desk.path.parent / packages.STYLE_NAME
    place.write_text("[[rule]]\npattern = 'rouvre'\nmessage = 'Dire : ouvre.'\n", "utf-8")
    assert "HOU001" in codes(desk, story_id)

    place.write_text("[[rule", "utf-8")
    assert "HOU003" in codes(desk, story_id)
