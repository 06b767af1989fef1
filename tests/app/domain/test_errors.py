"""Errors: a code and the words for its sentence."""

from app.domain.errors import DeskError


def test_an_error_is_a_code_with_its_words() -> None:
    error = DeskError("story.unknown", ref="quai")

    assert (error.code, error.params) == ("story.unknown", {"ref": "quai"})
    assert "story.unknown" in str(error)
