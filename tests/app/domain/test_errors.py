"""Errors: a code and the words for its sentence."""

import pickle

from app.domain.errors import DeskError


def test_an_error_is_a_code_with_its_words() -> None:
    error = DeskError("story.unknown", ref="quai")

    assert (error.code, error.params) == ("story.unknown", {"ref": "quai"})
    assert "story.unknown" in str(error)


def test_an_error_comes_home_from_another_process_as_it_was() -> None:
    home = pickle.loads(pickle.dumps(DeskError("story.unknown", ref="quai", code_of="été")))  # noqa: S301  our own bytes

    assert (home.code, home.params) == ("story.unknown", {"ref": "quai", "code_of": "été"})
