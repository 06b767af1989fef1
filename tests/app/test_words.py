"""The catalogue: both languages, plural forms, and no header shown to anyone."""

import argparse

import pytest

from app.words import LANGUAGES, _, language, ngettext, speak, system_language


@pytest.fixture(autouse=True)
def _english_again() -> None:
    speak("en")


def test_each_language_is_spoken() -> None:
    assert speak("fr") == language() == "fr"
    assert _("headline") == "titre"
    assert speak("en") == language() == "en"
    assert _("headline") == "headline"


@pytest.mark.parametrize("wanted", ["de", "de_DE", "zz"])
def test_another_language_is_answered_in_english(wanted: str) -> None:
    assert speak(wanted) == "en"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_words_are_no_words(spoken: str) -> None:
    speak(spoken)

    assert _("") == ""


@pytest.mark.parametrize(("count", "said"), [(0, "0 mot"), (1, "1 mot"), (2, "2 mots")])
def test_nothing_is_singular_in_french(count: int, said: str) -> None:
    speak("fr")

    assert ngettext("{n} word", "{n} words", count).format(n=count) == said


def test_the_environment_names_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARBRE_LANGUAGE", "fr")
    assert system_language() == "fr"

    monkeypatch.delenv("MARBRE_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    assert system_language() == "fr"


def test_the_words_of_the_argument_parser_are_spoken_too() -> None:
    speak("fr")

    assert argparse.ArgumentParser(prog="x").format_usage().startswith("emploi")
