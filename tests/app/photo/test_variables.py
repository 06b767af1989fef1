"""Variables: filled from the photo, in the language of the story; the unknown stays in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.photo import PhotoMetadata
from app.photo.variables import VARIABLES, Frame, credit_line, fill

PHOTO = PhotoMetadata(
    city="Port-Sablé",
    created="2024-05-01T09:08:07+02:00",
    camera="Optique 7",
    creator=("Zoé Lemaître",),
    credit="Littorale",
    persons=("Hélène Carvin", "Tomasz Orlik", "Ada Berg"),
)
FRAME = Frame(metadata=PHOTO, file_name="vue-07.jpg", seq=7, slug="moulin")
ENGLISH = Frame(metadata=PHOTO, file_name="vue-07.jpg", language="en-US")


@pytest.mark.parametrize(
    ("template", "french", "english"),
    [
        ("{city}", "Port-Sablé", "Port-Sablé"),
        ("{date}", "01/05/2024", "05/01/2024"),
        ("{date:iso}", "2024-05-01", "2024-05-01"),
        ("{date:long}", "1er\u00a0mai\u00a02024", "May\u00a01, 2024"),
        ("{date:weekday}", "mercredi", "Wednesday"),
        ("{time}", "09 h 08", "09:08"),
        (
            "{persons}",
            "Hélène Carvin, Tomasz Orlik et Ada Berg",
            "Hélène Carvin, Tomasz Orlik and Ada Berg",
        ),
        ("{persons:first}", "Hélène Carvin", "Hélène Carvin"),
        (
            "{camera} {file} {file:full}",
            "Optique 7 vue-07 vue-07.jpg",
            "Optique 7 vue-07 vue-07.jpg",
        ),
        ("{{city}}", "{city}", "{city}"),
    ],
)
def test_each_variable_speaks_the_language_of_the_story(
    template: str, french: str, english: str
) -> None:
    assert fill(template, FRAME).text == french
    assert fill(template, ENGLISH).text == english


def test_numbers_are_padded_on_demand() -> None:
    assert fill("{slug}-{seq:3} {seq}", FRAME).text == "moulin-007 7"


def test_what_nobody_knows_stays_and_what_is_empty_is_said() -> None:
    done = fill("{headline} {ville} {seq:x} {date:lunar} { city}", FRAME)
    assert done.text == "{ville} {seq:x} {date:lunar} { city}"
    assert done.unknown == ("{ville}", "{seq:x}", "{date:lunar}")
    assert done.empty == ("headline",)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{headline}, {city}, {country}.", "Port-Sablé."),
        ("{city}, {country}, {date:iso}.", "Port-Sablé, 2024-05-01."),
        ("{headline}, {country}, {event}.", ""),
        ("À {city} ({country}), {persons:first}", "À Port-Sablé, Hélène Carvin"),
        ("{city} ({country}, {event})", "Port-Sablé"),
        ("{headline} : {city} – {event}", "Port-Sablé"),
        ("Vue de {city} {country}.", "Vue de Port-Sablé."),
        ("{city}. {country}, {persons:first}.", "Port-Sablé. Hélène Carvin."),
        ("{event}\n{city}", "\nPort-Sablé"),
    ],
)
def test_what_is_empty_takes_the_sign_that_parted_it_along(template: str, text: str) -> None:
    assert fill(template, FRAME).text == text


@given(st.sampled_from(sorted(VARIABLES)), st.sampled_from(["", "long", "3", "first", "0", "full"]))
def test_every_variable_answers_every_form_of_an_empty_photo(name: str, form: str) -> None:
    template = f"{{{name}:{form}}}" if form else f"{{{name}}}"
    done = fill(template, Frame(metadata=PhotoMetadata()))
    assert done.text == template or not done.unknown


@given(st.text().filter(lambda text: "{" not in text and "}" not in text))
def test_a_text_without_braces_stays_as_it_is(text: str) -> None:
    assert fill(text, FRAME).text == text


@pytest.mark.parametrize(
    ("photo", "line"),
    [
        (PHOTO, "Zoé Lemaître / Littorale"),
        (PhotoMetadata(creator=("Zoé Lemaître",)), "Zoé Lemaître"),
        (PhotoMetadata(source="Littorale"), "Littorale"),
        (PhotoMetadata(creator=("Littorale",), credit="Littorale"), "Littorale"),
        (PhotoMetadata(), ""),
    ],
)
def test_a_credit_line_has_no_holes_and_no_repeats(photo: PhotoMetadata, line: str) -> None:
    assert credit_line("{creator} / {agency}", Frame(metadata=photo)) == line


def test_another_separator_leaves_no_hole_either() -> None:
    empty = Frame(metadata=PhotoMetadata(credit="Littorale"))
    assert credit_line("{creator} | {agency} | {source}", empty) == "Littorale"
