"""The usages of a desk stand in a file beside its store."""

from app.desk import filing, sourcing
from app.desk.desk import Desk


def codes(desk: Desk, story_id: str) -> set[str]:
    return {each.code for each in sourcing.check(desk, story_id)}


def test_rules_in_a_file_beside_the_store_are_heard(desk: Desk) -> None:
    story_id = filing.take_in_text(desk, "Le quai\n\nLe quai rouvre jeudi.").story_id
    assert not codes(desk, story_id) & {"HOU001", "HOU003"}

    place = desk.path.parent / "style.toml"
    place.write_text("[[rule]]\npattern = 'rouvre'\nmessage = 'Dire : ouvre.'\n", "utf-8")
    assert "HOU001" in codes(desk, story_id)

    place.write_text("[[rule", "utf-8")
    assert "HOU003" in codes(desk, story_id)
    assert "HOU001" not in codes(desk, story_id)
