"""A batch: what pictures share, a template on all of them, words replaced, a preview of it."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.domain.picking import Hunt, text_of
from app.photo.batch import changes, replaced, shared, stamped
from app.photo.codes import Code
from app.photo.variables import Frame

ONE = PhotoMetadata(city="Port-Sablé", credit="Littorale", headline="Le moulin", rating=3)
TWO = replace(ONE, headline="La digue", rating=None)


def test_what_differs_is_named_and_left_empty() -> None:
    common, mixed = shared([ONE, TWO])
    assert common == PhotoMetadata(city="Port-Sablé", credit="Littorale")
    assert mixed == {"headline", "rating"}
    assert shared([ONE]) == (ONE, frozenset())
    assert shared([]) == (PhotoMetadata(), frozenset())


def test_a_template_changes_the_ticked_fields_alone() -> None:
    template = {
        "description": "=hc= à {city}, vue {seq:2}. {ville}",
        "persons": ("=hc=", "{creator}"),
        "expires": date(2030, 1, 1),
    }
    codes = [Code(code="hc", forms=("Hélène Carvin", "Carvin"))]
    metadata, unknown = stamped(Frame(metadata=ONE, seq=7), template, codes)
    assert metadata == replace(
        ONE,
        description="Hélène Carvin à Port-Sablé, vue 07. {ville}",
        persons=("Hélène Carvin",),
        expires=date(2030, 1, 1),
    )
    assert unknown == ("{ville}",)


def test_a_template_may_use_what_it_writes_itself() -> None:
    template = {"description": "Le moulin de {city}, {country}.", "city": "Brume"}

    metadata, unknown = stamped(Frame(metadata=replace(ONE, country="France")), template)

    assert metadata.description == "Le moulin de Brume, France."
    assert unknown == ()


@pytest.mark.parametrize("name", ["camera", "ville"])
def test_a_field_no_one_may_set_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        stamped(Frame(metadata=ONE), {name: "x"})


def hunt(find: str, words: str, *fields: str, regex: bool = True, case: bool = True) -> Hunt:
    return Hunt(find=find, words=words, fields=fields, regex=regex, case=case)


def test_words_are_replaced_where_asked_and_only_in_texts() -> None:
    done = replaced(ONE, hunt(r"Port-(\w+)", r"Vieux-\1", "city", "rating"))
    assert done == replace(ONE, city="Vieux-Sablé")
    assert replaced(ONE, hunt("moulin", "phare", "city")) == ONE


def test_plain_words_are_no_expression() -> None:
    dotted = replace(ONE, headline="Le moulin. (sud) \\1")

    assert replaced(dotted, hunt(". (", r"\1 [", "headline", regex=False)).headline == (
        r"Le moulin\1 [sud) \1"
    )
    assert replaced(ONE, hunt("LE MOULIN", "La tour", "headline", regex=False)) == ONE
    folded = hunt("LE MOULIN", "La tour", "headline", regex=False, case=False)
    assert replaced(ONE, folded).headline == "La tour"


def test_words_are_replaced_in_each_value_of_a_list() -> None:
    crowd = replace(ONE, persons=("Ana Solis", "Bo", "Ana Lem"))

    assert replaced(crowd, hunt("Ana|Bo", "", "persons")).persons == (" Solis", " Lem")


@pytest.mark.parametrize(("pattern", "words"), [("(", ""), ("a", r"\1")])
def test_a_pattern_that_is_none_is_refused(pattern: str, words: str) -> None:
    with pytest.raises(DeskError, match=r"pattern\.wrong"):
        replaced(ONE, hunt(pattern, words, "city"))


def test_a_pattern_that_never_ends_is_given_up() -> None:
    long = replace(ONE, description="a" * 4000 + "!")
    with pytest.raises(DeskError, match=r"pattern\.slow"):
        replaced(long, hunt(r"(a|aa)+$", "", "description"))


def test_a_preview_shows_before_and_after() -> None:
    found = changes(ONE, replace(ONE, city="", persons=("A", "B"), rating=None))
    assert [(c.field, text_of(c.before), text_of(c.after)) for c in found] == [
        ("city", "Port-Sablé", ""),
        ("persons", "", "A; B"),
        ("rating", "3", ""),
    ]


def test_a_credit_has_no_hole_where_a_picture_says_nothing() -> None:
    template = {"credit": "{creator} / Rivage"}
    nobody = Frame(metadata=PhotoMetadata())
    somebody = Frame(metadata=PhotoMetadata(creator=("Dana Reyes",)))

    assert stamped(nobody, template)[0].credit == "Rivage"
    assert stamped(somebody, template)[0].credit == "Dana Reyes / Rivage"
