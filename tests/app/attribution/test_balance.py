"""How much of a story each source speaks."""

from app.attribution.balance import shares, single_source
from app.attribution.engine import attribute


def test_each_source_has_its_share_of_the_words() -> None:
    copy = (
        "« Un deux trois quatre cinq six », a dit Odile Marchand. "
        "« Sept huit neuf », a dit Jean Brel. « Dix onze douze », a ajouté Mme Marchand."
    )

    found = shares(copy, attribute(copy, "fr"))

    assert [(s.source, s.words, s.share) for s in found] == [
        ("Odile Marchand", 9, 0.75),
        ("Jean Brel", 3, 0.25),
    ]


def test_a_story_of_one_source_is_told() -> None:
    copy = "« La digue tient », a dit Odile Marchand. Elle affirme que tout va bien."

    assert single_source(attribute(copy, "fr")) == "Odile Marchand"


def test_two_sources_are_no_single_source() -> None:
    copy = "« La digue tient », a dit Odile Marchand. Jean Brel dit que non."

    assert single_source(attribute(copy, "fr")) == ""


def test_a_story_without_words_has_no_shares() -> None:
    assert shares("", attribute("", "fr")) == ()
