"""French, British and American copy are told apart."""

import pytest

from app.language.detect import english, guess


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Le moulin de la ville tourne depuis ce matin.", "fr-FR"),
        ("The mill of the town has been turning since this morning.", "en-GB"),
        ("The harbour master said the colour was grey.", "en-GB"),
        ("The harbor master said the color was gray.", "en-US"),
        ("« Yes », a dit la maire, qui ne parle que le français.", "fr-FR"),
        ("“Oui,” said the mayor of the town, who speaks only French.", "en-GB"),
        ("", "fr-FR"),
        ("12345 !", "fr-FR"),
    ],
)
def test_the_language_is_told_by_common_words(text: str, tag: str) -> None:
    assert guess(text) == tag


def test_spelling_tells_which_english() -> None:
    assert english("the theater downtown") == "en-US"
    assert english("the theatre on the pavement") == "en-GB"
    assert english("no word tells") == "en-GB"
