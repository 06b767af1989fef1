"""A batch: what pictures share, a template on all of them, words replaced, a preview of it."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.photo.batch import changes, replaced, shared, stamped, text_of
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


@pytest.mark.parametrize("name", ["camera", "ville"])
def test_a_field_no_one_may_set_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        stamped(Frame(metadata=ONE), {name: "x"})


def test_words_are_replaced_where_asked_and_only_in_texts() -> None:
    done = replaced(ONE, r"Port-(\w+)", r"Vieux-\1", ["city", "rating", "keywords"])
    assert done == replace(ONE, city="Vieux-Sablé")
    assert replaced(ONE, "moulin", "phare", ["city"]) == ONE


@pytest.mark.parametrize(("pattern", "words"), [("(", ""), ("a", r"\1")])
def test_a_pattern_that_is_none_is_refused(pattern: str, words: str) -> None:
    with pytest.raises(DeskError, match=r"pattern\.wrong"):
        replaced(ONE, pattern, words, ["city"])


def test_a_preview_shows_before_and_after() -> None:
    found = changes(ONE, replace(ONE, city="", persons=("A", "B"), rating=None))
    assert [(c.field, text_of(c.before), text_of(c.after)) for c in found] == [
        ("city", "Port-Sablé", ""),
        ("persons", "", "A; B"),
        ("rating", "3", ""),
    ]
