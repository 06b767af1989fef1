"""Sentences: every code has one in both languages, and a missing word is never a second error."""

import string

import pytest

from app.domain.errors import DeskError
from app.domain.finding import Severity
from app.sentences import TROUBLE, act_name, left_out, notice, sentence, severity_words
from app.sentences.acts import ACTS
from app.sentences.drafts import LEFT_OUT, NOTICES
from app.sentences.publishing import PUBLISHING
from app.words import speak


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", TROUBLE)
def test_trouble_is_told_in_both_languages(code: str, language: str) -> None:
    speak(language)
    names = [name for _text, name, *_rest in string.Formatter().parse(TROUBLE[code]) if name]
    said = sentence(DeskError(code, **dict.fromkeys(names, "xyz")))

    assert len(said) > 10
    assert "{" not in said
    assert all("xyz" in said for _name in names[:1])
    if language == "fr":
        assert said != TROUBLE[code].format_map(dict.fromkeys(names, "xyz"))


def test_a_word_that_was_not_given_leaves_an_ellipsis() -> None:
    speak("en")

    assert "…" in sentence(DeskError("story.unknown"))


def test_a_code_without_a_sentence_is_shown_as_it_is() -> None:
    assert "made.up" in sentence(DeskError("made.up", why="x"))
    assert left_out("made-up") == "made-up"
    assert notice("made-up:x") == "made-up:x"


@pytest.mark.parametrize("table", [ACTS, LEFT_OUT, NOTICES])
def test_short_words_are_french_in_french(table: dict[str, str]) -> None:
    speak("fr")
    said = {**{code: act_name(code) for code in ACTS}}
    said |= {code: left_out(code) for code in LEFT_OUT} | {code: notice(code) for code in NOTICES}

    assert [code for code, english in table.items() if said[code] == english] == []


def test_a_refused_publication_says_what_became_of_the_work() -> None:
    told = {code: words for code, words in PUBLISHING.items() if code.startswith("house.")}

    assert told
    assert [code for code, words in told.items() if "Nothing was" not in words] == []


def test_every_weight_of_a_finding_has_its_own_words() -> None:
    for language in ("en", "fr"):
        speak(language)

        assert len({severity_words(severity) for severity in Severity}) == len(Severity)
