"""Sorting again is one step, and what stood is kept."""

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.stories import filing, sorting, writing


def test_a_story_is_sorted_again_in_one_step(desk: Desk) -> None:
    copy = (
        "La digue tiendra\n\nUne annonce importante de la mairie, faite mercredi matin.\n\nUn mot"
    )
    taken = filing.take_in_text(desk, copy)
    sorting.resort(desk, taken.story_id, taken.draft, {3: "standfirst", 5: "caption"})

    package = filing.package(desk, taken.story_id)
    assert package.story.standfirst.startswith("Une annonce")
    assert [use.caption for use in package.uses] == ["Un mot"]
    undoing.undo(desk)
    package = filing.package(desk, taken.story_id)
    assert (package.story.standfirst, package.uses) == ("", ())
    assert writing.revisions(desk, taken.story_id)[-1].number == 0
