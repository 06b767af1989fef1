from app.domain.errors import DeskError
from app.publishing_words import PUBLISHING_TROUBLE
from app.sentences import sentence
from app.words import speak


def test_trouble_with_the_house_is_told_in_both_languages() -> None:
    error = DeskError("house.time-zone", zone="Europe/Pariss")
    speak("en")
    english = sentence(error)
    speak("fr")
    french = sentence(error)
    speak("en")

    assert "Europe/Pariss" in english
    assert "Europe/Pariss" in french
    assert english != french


def test_every_sentence_says_what_became_of_the_work() -> None:
    assert [code for code, words in PUBLISHING_TROUBLE.items() if "Nothing was" not in words] == []
