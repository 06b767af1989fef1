"""Reasons: every code the engine gives has words in both languages."""

import pytest

from app.attribution.engine import attribute
from app.domain.quote import Reason
from app.reasons import REASONS, reason_sentence
from app.words import speak

COPY = {
    "fr": """« La digue tiendra », a déclaré Hélène Carvin. « Elle est neuve. »

« Le chantier », précise-t-elle, « finira en mai. » Selon Tomasz Orlik, la roue est intacte.

Hélène Carvin a affirmé que les travaux avançaient. « Tout ira bien », selon la mairie.""",
    "en": """“The dam will hold,” said Helen Carvin. “It is new.”

Tom Orlik said the wheel was intact. According to the town hall, work will end in May.""",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_reason_the_engine_gives_has_its_words(language: str) -> None:
    speak(language)
    quotes = attribute(COPY[language], language).quotes
    reasons = [quote.speaker.reason for quote in quotes if quote.speaker]

    assert len(reasons) >= 4
    assert [one.code for one in reasons if one.code not in REASONS] == []
    assert all("{" not in reason_sentence(one) for one in reasons)


@pytest.mark.parametrize("code", REASONS)
def test_reasons_are_french_in_french(code: str) -> None:
    reason = Reason(code, (("word", "xyz"),))
    speak("fr")
    french = reason_sentence(reason)
    speak("en")

    assert french != reason_sentence(reason)


def test_an_unknown_reason_is_given_as_it_is() -> None:
    assert reason_sentence(Reason("made-up")) == "made-up"
