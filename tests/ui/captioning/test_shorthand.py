"""Codes become words where the caret stands: long first, short the next time."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.person import Person
from ui.captioning.shorthand import Shorthand, Written, shorthand_of

HC = Shorthand({"hc": ("Hélène Carvin, maire", "Carvin")}, {"hc": "Hélène Carvin"})


def test_the_first_mention_is_the_long_one() -> None:
    assert HC.expand("Avec =HC=") == Written(4, "Hélène Carvin, maire", "Hélène Carvin")
    told = HC.expand("Hélène Carvin, maire, et =hc=")
    assert told is not None
    assert told.words == "Carvin"


def test_a_form_is_asked_for_by_number() -> None:
    told = HC.expand("=hc#2=")
    assert told is not None
    assert (told.signs, told.words) == (6, "Carvin")
    assert HC.expand("=hc#3=") is None
    assert HC.expand("=hc#0=") is None


def test_people_of_the_register_are_named() -> None:
    class Hc:
        code = "hc"
        forms = ("Hélène Carvin",)

    made = shorthand_of([Hc()], [Person(id="1", name="Hélène Carvin", code="HC")])
    assert made.names == {"hc": "Hélène Carvin"}


@given(st.text())
def test_what_is_no_code_stays(before: str) -> None:
    told = HC.expand(before)
    assert told is None or before.endswith("=")
