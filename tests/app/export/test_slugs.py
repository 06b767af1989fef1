import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.slugs import LONGEST, is_safe, slug


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("À Valmorey, l’œuvre d’Été", "a-valmorey-l-oeuvre-d-ete"),
        ("  Straße & Łódź ", "strasse-lodz"),
        ("100 000 €", "100-000"),
        ("CON", "con-story"),
        ("com1", "com1-story"),
    ],
)
def test_a_slug_keeps_the_words_and_drops_the_accents(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_slug_is_cut_between_words() -> None:
    made = slug("quai " * 40)

    assert len(made) <= LONGEST
    assert set(made.split("-")) == {"quai"}


def test_two_texts_without_latin_letters_get_two_slugs() -> None:
    assert slug("Порт") != slug("Мост")
    assert slug("Порт").startswith("story-")


@given(st.text(max_size=300))
def test_every_slug_is_a_safe_name(text: str) -> None:
    made = slug(text)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert is_safe(made)
    assert slug(made) == made


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../x",
        "/x",
        "a/../b",
        "a/b/c",
        "nul.txt",
        "a.",
        "A.html",
        "a b",
        "é",
        "a\u202eb",
    ],
)
def test_names_that_some_system_refuses_are_not_safe(name: str) -> None:
    assert not is_safe(name)


@pytest.mark.parametrize("name", ["index.html", "media/port-480-0a1b2c.avif", "story.ninjs.json"])
def test_names_of_a_page_are_safe(name: str) -> None:
    assert is_safe(name)
