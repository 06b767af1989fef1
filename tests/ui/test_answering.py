"""What can be called for: without a desk little, elsewhere what works from afar."""

from typing import ClassVar

from ui.answering import ALWAYS, answered
from ui.place import Handlers, Place


class Answers:
    """A place that answers some actions, some of them from everywhere."""

    everywhere: ClassVar[frozenset[str]] = frozenset({"problems"})

    def __init__(self, code: str, *codes: str) -> None:
        self.code = code
        self.codes = codes

    def handlers(self) -> Handlers:
        return dict.fromkeys(self.codes, lambda: None)


def places(*given: Answers) -> dict[str, Place]:
    return {one.code: one for one in given}  # type: ignore[misc]  # all that is asked of one


OWN = {"quit", "undo", "print-proof", "close-story"}


def test_before_the_desk_is_open_only_what_needs_none_is_answered() -> None:
    assert answered(OWN, "s", {}, None) == ALWAYS


def test_without_a_story_nothing_that_needs_one_is_answered() -> None:
    given = places(Answers("filing", "new-story"))

    assert answered(OWN, "", given, given["filing"]) == ALWAYS | {"undo", "new-story"}


def test_a_place_that_is_not_shown_answers_only_what_works_from_everywhere() -> None:
    given = places(Answers("filing"), Answers("writing", "problems", "keep"))

    assert answered(OWN, "s", given, given["filing"]) == ALWAYS | OWN | {"problems"}
    assert answered(OWN, "s", given, given["writing"]) == ALWAYS | OWN | {"problems", "keep"}


def test_a_place_that_prints_itself_has_the_key_of_the_proof() -> None:
    given = places(Answers("sourcing", "print-sources"), Answers("captioning"))

    assert "print-proof" not in answered(OWN, "s", given, given["sourcing"])
    assert "print-proof" not in answered(OWN, "s", given, given["captioning"])
