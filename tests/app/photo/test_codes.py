"""Codes: the title once, the short name after; unknown codes are said and stay."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.person import Person, Title
from app.photo.codes import Code, codes_file, codes_from, codes_of, expand, family_name

CARVIN = Code(code="hc", forms=("Hélène Carvin, maire de Port-Sablé", "Carvin", "la maire"))
ORLIK = Code(code="to", forms=("Tomasz Orlik",))


def test_the_first_mention_is_long_and_the_next_ones_short() -> None:
    done = expand("=hc= et =to=. =HC= inaugure, puis =to= parle.", [CARVIN, ORLIK])
    assert done.text == (
        "Hélène Carvin, maire de Port-Sablé et Tomasz Orlik. Carvin inaugure, puis Tomasz Orlik parle."
    )
    assert (done.used, done.unknown) == (frozenset({"hc", "to"}), ())


def test_a_mention_elsewhere_counts_as_the_first() -> None:
    assert expand("=hc= à gauche", [CARVIN], frozenset({"hc"})).text == "Carvin à gauche"


def test_a_form_can_be_asked_for_by_number() -> None:
    assert expand("=hc#3= sourit", [CARVIN]).text == "la maire sourit"


def test_unknown_codes_and_forms_stay_and_are_named() -> None:
    done = expand("=xx= et =hc#9=", [CARVIN])
    assert (done.text, done.unknown) == ("=xx= et =hc#9=", ("xx", "hc"))


@pytest.mark.parametrize("text", ["a = b = c", "?x=hc=1", "==hc==", "= hc =", "100 % =égal", "=hc"])
def test_ordinary_signs_are_no_codes(text: str) -> None:
    assert expand(text, [CARVIN]).text == text


@given(st.text())
def test_without_codes_a_text_stays_as_it_is(text: str) -> None:
    assert expand(text, []).text == text


def test_code_files_are_read_whatever_wrote_them() -> None:
    text = "hc\tHélène Carvin, maire\tCarvin\t\tla maire\r\n\r\nto\tTomasz Orlik\r\n"
    for charset in ("utf-8-sig", "cp1252"):
        found = codes_from(text.encode(charset))
        assert found.codes == (
            Code(code="hc", forms=("Hélène Carvin, maire", "Carvin", "la maire")),
            Code(code="to", forms=("Tomasz Orlik",)),
        )


def test_lines_that_are_no_codes_are_counted_and_doubles_named() -> None:
    found = codes_from(b"titre seul\nhc\tA\nHC\tB\nun code\tX\n\tsans code\n")
    assert found.codes == (Code(code="HC", forms=("B",)),)
    assert (found.doubled, found.odd) == (("HC",), (1, 4, 5))


def test_the_register_gives_titles_as_held_on_the_day() -> None:
    titles = (
        Title("adjointe au maire", until=date(2020, 6, 30)),
        Title("maire de Port-Sablé", since=date(2020, 7, 1)),
    )
    people = [
        Person(id="1", name="Hélène Carvin", titles=titles, code="hc"),
        Person(id="2", name="X"),
    ]
    assert codes_of(people, date(2019, 1, 1)) == (
        Code(code="hc", forms=("Hélène Carvin, adjointe au maire", "Carvin")),
    )
    assert codes_of(people)[0].forms[0] == "Hélène Carvin, maire de Port-Sablé"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Hélène Carvin", "Carvin"),
        ("Ursula van der Berg", "van der Berg"),
        ("Jean-Paul de La Tour", "de La Tour"),
        ("Madonna", "Madonna"),
        ("De Vries", "Vries"),
        ("", ""),
    ],
)
def test_the_family_name_keeps_its_particles(name: str, family: str) -> None:
    assert family_name(name) == family


def test_a_code_file_goes_out_as_it_came_in() -> None:
    typed = "hc\tHélène Carvin, maire de Port-Sablé\tMme Carvin\nto\tTomasz Orlik\n".encode()

    assert codes_file(codes_from(typed).codes) == typed


def test_an_entry_with_forms_of_its_own_is_captioned_by_them() -> None:
    person = Person(id="p", name="Hélène Carvin", code="hc", captions=("la maire", "elle"))

    assert codes_of([person]) == (Code(code="hc", forms=("la maire", "elle")),)
