"""Every way a name is written is given once, the right one first."""

from app.domain.person import NameForm, Person


def test_names_are_given_once_with_the_right_one_first() -> None:
    person = Person(
        id="p",
        name="Hélène Carvin",
        variants=("Helene Carvin", "Hélène Carvin"),
        forms=(NameForm("el", "Ελέν Καρβέν"),),
    )

    assert person.names() == ("Hélène Carvin", "Helene Carvin", "Ελέν Καρβέν")
