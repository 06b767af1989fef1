"""French conjugation and the verb groups built from it."""

import pytest

from app.attribution.french import french
from app.attribution.french_cues import Cues
from app.attribution.french_tokens import PATTERN
from app.attribution.french_verbs import inflected
from app.attribution.lexicon import load_sets, load_verbs
from app.attribution.tokens import folded
from app.domain.quote import Stance
from app.language.marks import paragraph_marks

FORMS = inflected()


@pytest.mark.parametrize(
    ("written", "lemma"),
    [
        ("annonçait", "annoncer"),
        ("jugeait", "juger"),
        ("rappelle", "rappeler"),
        ("répète", "répéter"),
        ("révélera", "révéler"),
        ("allèguent", "alléguer"),
        ("martèle", "marteler"),
        ("écrivit", "écrire"),
        ("soutient", "soutenir"),
        ("reconnaît", "reconnaître"),
        ("admis", "admettre"),
        ("prétendent", "prétendre"),
        ("démentait", "démentir"),
        ("avertissant", "avertir"),
    ],
)
def test_a_written_form_is_known_by_its_lemma(written: str, lemma: str) -> None:
    assert lemma in {form.verb.lemma for form in FORMS[written]}


def groups(copy: str) -> list[tuple[str, str]]:
    """The verb groups of a sentence with their lemmas."""
    stream = folded(copy, paragraph_marks(copy)[0], PATTERN)
    hits = Cues(french().lexicon).of(stream, 0, len(stream.forms))
    return [(stream.words(hit.first, hit.last), hit.form.verb.lemma) for hit in hits]


@pytest.mark.parametrize(
    ("copy", "group", "lemma"),
    [
        ("Le maire a également affirmé que oui.", "a également affirmé", "affirmer"),
        ("Il avait pour sa part réaffirmé cela.", "avait pour sa part réaffirmé", "réaffirmer"),
        ("« Oui », a-t-elle ensuite ajouté.", "a-t-elle ensuite ajouté", "ajouter"),
        ("Elle s'est dite prête.", "s'est dite", "se dire"),
        ("Le préfet l'a dit.", "l'a dit", "dire"),
        ("Il fait toutefois savoir que oui.", "fait toutefois savoir", "faire savoir"),
        ("Elle s'étonne que oui.", "s'étonne", "s'étonner"),
    ],
)
def test_a_verb_group_takes_in_auxiliary_and_pronouns(copy: str, group: str, lemma: str) -> None:
    assert (group, lemma) in groups(copy)


@pytest.mark.parametrize("copy", ["La demande du maire.", "Une annonce.", "Il est très critique."])
def test_a_noun_or_adjective_is_no_verb(copy: str) -> None:
    assert groups(copy) == []


def test_a_lemma_given_twice_governs_what_either_group_says() -> None:
    verbs = {verb.lemma: verb for verb in load_verbs("fr")}

    assert {"quote", "asked"} <= verbs["juger"].frames | verbs["demander"].frames
    assert verbs["nier"].stance is Stance.DENYING
    assert verbs["se dire"].reflexive
    assert verbs["faire savoir"].tail == ("savoir",)


def test_lists_inside_tables_are_named_by_both() -> None:
    assert "selon" in load_sets("fr")["sources.prepositions"]
