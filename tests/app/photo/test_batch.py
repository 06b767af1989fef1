"""A batch: what pictures share, a template on all of them, words replaced, a preview of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.domain.photo import PhotoMetadata
from app.domain.picking import Hunt, text_of
from app.language.quote_guard import QuoteGuard
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
    assert done == (replace(ONE, city="Vieux-Sablé"), 0)
    assert replaced(ONE, hunt("moulin", "phare", "city")) == (ONE, 0)


def test_plain_words_are_no_expression() -> None:
    dotted = replace(ONE, headline="Le moulin. (sud) \\1")

    after, _left = replaced(dotted, hunt(". (", r"\1 [", "headline", regex=False))
    assert after.headline == r"Le moulin\1 [sud) \1"
    assert replaced(ONE, hunt("LE MOULIN", "La tour", "headline", regex=False))[0] == ONE
    folded = hunt("LE MOULIN", "La tour", "headline", regex=False, case=False)
    assert replaced(ONE, folded)[0].headline == "La tour"


def test_words_are_replaced_in_each_value_of_a_list() -> None:
    crowd = replace(ONE, persons=("Ana Solis", "Bo", "Ana Lem"))

    assert replaced(crowd, hunt("Ana|Bo", "", "persons"))[0].persons == (" Solis", " Lem")


def test_words_inside_quotation_marks_stay_and_are_counted() -> None:
    said = replace(
        ONE,
        headline="Le moulin tourne",
        description="« Le moulin tourne », dit-elle au moulin. “The moulin.”",
        persons=('Ana "le moulin" Lem', "Jo Moulin"),
    )

    done, left = replaced(
        said, hunt("moulin", "phare", "headline", "description", "persons", case=False)
    )

    assert done.headline == "Le phare tourne"
    assert done.description == "« Le moulin tourne », dit-elle au phare. “The moulin.”"
    assert done.persons == ('Ana "le moulin" Lem', "Jo phare")
    assert left == 3


_PIECES = st.sampled_from(
    [
        "le moulin ",
        "l’eau ",
        "oui",
        "« ",
        " »",
        '"',
        "“",
        "”",
        "‘",
        "’ ",
        "\n",
        "\n\n",
        ". ",
        "\u00a0",
    ]
)
_HUNTED = st.sampled_from(
    [
        r"\w+",
        r"[^\w\s]",
        r"\s+",
        r"(?s).+",
        r"(?s).",
        "le",
        "oui|eau",
        r"[«“\"]\s*\w",
        r"\w\s*[»”\"]",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join), _HUNTED, st.sampled_from(["", "X", "» ", '"']))
def test_no_hunt_changes_a_quoted_word(text: str, find: str, words: str) -> None:
    before = PhotoMetadata(description=text, keywords=(text,))

    after, _left = replaced(before, hunt(find, words, "description", "keywords"))

    for done in (after.description, "".join(after.keywords)):
        at = 0
        for stretch in QuoteGuard(text).stretches():
            at = done.index(stretch.of(text), at) + len(stretch)


@pytest.mark.parametrize(
    ("pattern", "words", "code"), [("(", "", "pattern"), ("zz", r"\1", "replacement")]
)
def test_a_pattern_that_is_none_is_refused(pattern: str, words: str, code: str) -> None:
    with pytest.raises(DeskError, match=rf"find\.{code}"):
        replaced(ONE, hunt(pattern, words, "city"))


def test_a_pattern_that_never_ends_is_given_up() -> None:
    long = replace(ONE, description="a" * 4000 + "!")
    with pytest.raises(DeskError, match=r"find\.too-slow"):
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
