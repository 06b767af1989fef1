"""Noun phrases read from small words alone, forwards and backwards."""

import pytest

from app.attribution.backwards import Backwards
from app.attribution.forwards import Forwards
from app.attribution.french import french
from app.attribution.french_tokens import PATTERN
from app.attribution.grammar import Phrase
from app.attribution.phrases import Phrases
from app.attribution.proper import Proper
from app.attribution.smallwords import SmallWords
from app.attribution.tokens import Stream, folded

WORDS = SmallWords(french().lexicon)
PROPER = Proper(WORDS)


def stream_of(copy: str) -> Stream:
    """The stream of a paragraph without quotations."""
    return folded(copy, (), PATTERN)


def words(stream: Stream, phrase: Phrase | None) -> str:
    """The copy of a phrase, "" for none."""
    return stream.words(phrase.first, phrase.last) if phrase else ""


@pytest.mark.parametrize(
    ("copy", "phrase"),
    [
        ("hier à Brisol le maire de la ville", "le maire de la ville"),
        ("le maire, Jean Brel, hier", "le maire, Jean Brel"),
        ("Jean Brel, maire de Brisol, hier", "Jean Brel, maire de Brisol"),
        ("la ministre et le préfet lors d'une visite", "la ministre et le préfet"),
        (", mardi 3 mai, le préfet", "le préfet"),
        ("le préfet la direction", "le préfet"),
        ("elle", "elle"),
        ("dans un communiqué", ""),
    ],
)
def test_the_phrase_after_a_cue(copy: str, phrase: str) -> None:
    stream = stream_of(copy)

    found = Forwards(WORDS, PROPER).after(stream, 0, len(stream.forms))

    assert words(stream, found) == phrase


@pytest.mark.parametrize(
    ("copy", "phrase"),
    [
        ("Le maire de la ville affirme", "Le maire de la ville"),
        ("Hier le maire affirme", "le maire"),
        ("L'avocate de Jean Brel affirme", "L'avocate de Jean Brel"),
        ("Mme Marchand, qui part, affirme", "Mme Marchand"),
        ("Ceux qui ont vu le plan, le maire affirme", "le maire"),
        ("une femme qui affirme", "une femme"),
        ("Dans une note, le préfet affirme", "le préfet"),
        ("il affirme", "il"),
    ],
)
def test_the_subject_before_a_verb(copy: str, phrase: str) -> None:
    stream = stream_of(copy)
    verb = stream.forms.index("affirme")

    found = Backwards(WORDS, PROPER).before(stream, verb, 0, plural=False)

    assert words(stream, found) == phrase


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("le ministre russe Vadim Orsk", "Vadim Orsk"),
        ("l'avocate de Jean Brel", ""),
        ("le secrétaire à la Mer Odile Marchand", "Odile Marchand"),
        ("Ayman al-Zohri", "Ayman al-Zohri"),
        ("Jeanne de Brisac", "Jeanne de Brisac"),
    ],
)
def test_the_name_in_a_phrase_is_its_own(copy: str, name: str) -> None:
    stream = stream_of(copy)

    phrase = PROPER.describe(stream, 0, len(stream.forms))

    assert (stream.words(*phrase.name) if phrase.name else "") == name


def test_both_directions_stand_behind_one_door() -> None:
    stream = stream_of("Le maire affirme")
    phrases = Phrases(french().lexicon)

    found = phrases.before(stream, 2, 0, plural=False)

    assert found
    assert phrases.is_somebody(found)
    assert phrases.names_role(stream, 0)
    assert not phrases.has_verb(stream, 0, 2)
