"""Forms of one name brought together, and what a story remembers while it is read."""

import pytest

from app.attribution.discourse import Discourse, State
from app.attribution.engine import attribute
from app.attribution.french import french
from app.attribution.language import assembled
from app.attribution.languages import language
from app.attribution.mentions import Mentions
from app.attribution.namings import Naming, key
from app.attribution.paragraphs import read_paragraph
from app.attribution.people import People, given
from app.attribution.phrases import Phrases
from app.attribution.resolution import Resolver
from app.attribution.tokens import folded
from app.attribution.verdicts import Verdicts
from app.domain.person import Person
from app.domain.quote import SourceKind


def namings(copy: str) -> tuple[Naming, ...]:
    """What one French paragraph names."""
    french_ = french()
    return french_.mentions.of(folded(copy, (), french_.pattern))


def gathered(copy: str, register: tuple[Person, ...] = ()) -> People:
    """The people of one French paragraph."""
    people = People(register)
    people.gather([naming.told() for naming in namings(copy) if naming.names], ())
    return people


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Éloïse d’Arc", ("eloise", "darc")),
        ("Abou al-Zohri", ("abou", "zohri")),
        ("Bruno Le Gall", ("bruno", "gall")),
        ("Le", ("le",)),
    ],
)
def test_names_are_compared_without_accents_case_and_particles(
    name: str, words: tuple[str, ...]
) -> None:
    assert key(name) == words


@pytest.mark.parametrize("form", ["Marchand", "Odile Marchand", "Odil Marchand", "Marchant"])
def test_every_form_of_a_name_finds_its_bearer(form: str) -> None:
    people = gathered("La ministre Odile Marchand est à Brisol avec Jean Brel.")

    found = people.find(key(form))

    assert found
    assert found.name == "Odile Marchand"


def test_a_title_tells_two_people_of_one_surname_apart() -> None:
    people = gathered("Mme Odile Brel et M. Jean Brel sont venus.")

    found = people.find(key("Brel"), "m")

    assert found
    assert found.name == "Jean Brel"


def test_a_role_given_with_a_name_is_remembered() -> None:
    people = gathered("La ministre de la Mer Odile Marchand est là.")

    assert [entity.name for entity in people.holding(["ministre"])] == ["Odile Marchand"]


def test_people_nothing_new_is_known_of_stay_the_same() -> None:
    former = gathered("La ministre Odile Marchand et le préfet Jean Brel sont là.")
    people = gathered("La ministre Odile Marchand et le maire Jean Brel sont là avec Anna Orsk.")

    people.take_over(former)
    asks = [(key(name), "") for name in ("Marchand", "Brel", "Orsk")]

    assert people.find(*asks[0]) is former.find(*asks[0])
    assert people.found_otherwise(former, asks) == {asks[1], asks[2]}
    assert people.held_otherwise(former) == {"maire", "préfet"}


def test_mentions_take_title_and_role_in() -> None:
    copy = "Hier, le préfet Jean Brel et Mme Marchand ont vu Anna Orsk, maire de Brisol."

    found = [naming.text for naming in namings(copy)]

    assert "le préfet Jean Brel" in found
    assert "Mme Marchand" in found
    assert "Anna Orsk, maire de Brisol" in found


def test_memory_is_a_value() -> None:
    people = gathered("Le préfet Jean Brel est là.")
    discourse = Discourse(people, frozenset(), {})
    discourse.begin(State())
    discourse.enter(0)
    discourse.meet(namings("Le préfet Jean Brel est là.")[0])

    first, second = discourse.end(), discourse.end()

    assert first == second
    assert [entity.name for entity in first.recent] == ["Jean Brel"]


def test_a_paragraph_is_read_without_its_place() -> None:
    paragraph = read_paragraph("« Oui », a dit Jean Brel.", "", french())

    resolutions = Resolver(french(), ()).resolve([paragraph, paragraph])
    found = Verdicts().of([0, 30], resolutions)

    assert [quote.span.start for quote in found.quotes] == [2, 32]
    assert found.quotes[0].speaker
    assert found.quotes[0].speaker.kind is SourceKind.NAMED


def test_a_language_is_put_together_from_its_parts() -> None:
    whole = french()

    again = assembled("fr", whole.lexicon, whole.pattern, _phrases(), whole.read)

    assert isinstance(again.mentions, Mentions)
    assert "maire" in again.synonyms["magistrat"]
    assert language("fr-CA") is whole
    assert language("xx") is None


def _phrases() -> Phrases:
    return Phrases(french().lexicon)


def test_first_names_are_women_s_or_men_s_and_spelled_as_they_are_compared() -> None:
    names = given()

    assert (names["rosalind"], names["raoul"]) == ("f", "m")
    assert all(key(name) == (name,) for name in names)
    assert "camille" not in names


@pytest.mark.parametrize(
    ("tag", "copy", "name"),
    [
        (
            "en",
            "Rosalind Hale bought it. Walter Hale kept the light. “It is damp,” she said.",
            "Rosalind Hale",
        ),
        (
            "fr",
            "Apolline Garrec dirige la salle. Raoul Brel tient le bar. « Elle tient », dit-elle.",
            "Apolline Garrec",
        ),
    ],
)
def test_a_pronoun_is_given_to_somebody_whose_first_name_fits(
    tag: str, copy: str, name: str
) -> None:
    [quote] = attribute(copy, tag).quotes

    assert quote.speaker
    assert quote.speaker.name == name
