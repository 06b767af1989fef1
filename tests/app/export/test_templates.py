import pytest
from jinja2 import TemplateNotFound, UndefinedError

from app.domain.errors import DeskError
from app.export.templates import NAMES, templates, told_clearly


def test_what_ships_is_used_where_the_house_has_nothing_of_its_own() -> None:
    own = {"byline.html": "{{ 1 }}<i>"}

    assert templates(own).get_template("byline.html").render() == "1<i>"
    assert templates(own).get_template("figure.html").name == "figure.html"
    with pytest.raises(TemplateNotFound):
        templates(own).get_template("house.html")


def test_words_are_escaped_in_a_template_of_the_house_too() -> None:
    made = templates({"byline.html": "{{ name }}"}).get_template("byline.html")

    assert made.render(name="<b>") == "&lt;b&gt;"


def test_every_template_that_may_be_replaced_ships() -> None:
    assert [templates({}).get_template(name).name for name in NAMES] == list(NAMES)


def test_a_fault_of_a_shipped_template_is_ours_and_one_of_the_house_is_told() -> None:
    with pytest.raises(UndefinedError), told_clearly({}):
        raise UndefinedError("x")
    with pytest.raises(DeskError) as told, told_clearly({"byline.html": ""}):
        raise UndefinedError("x")

    assert told.value.params == {"name": "byline.html", "reason": "x"}
