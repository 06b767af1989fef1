import io
from dataclasses import replace

import pytest
from PIL import Image

from app.domain.errors import DeskError
from app.export.edition import Edition
from app.export.theme import THEMES, theme_of


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_is_one_small_sheet_that_asks_for_nothing(name: str) -> None:
    theme = theme_of(Edition(theme=name))

    assert len(theme.style.encode()) < 14_336
    assert "url(" not in theme.style
    assert "@import" not in theme.style
    assert "</" not in theme.style
    assert theme.style_source.startswith("'sha256-")


def test_a_theme_that_does_not_ship_is_refused_by_name() -> None:
    with pytest.raises(DeskError) as refused:
        theme_of(Edition(theme="tabloid"))

    assert refused.value.code == "edition.theme"
    assert refused.value.params == {"theme": "tabloid"}


def test_the_pictures_of_a_theme_have_the_size_it_says() -> None:
    theme = theme_of(Edition())

    for file in (theme.logo, *theme.card.files):
        assert Image.open(io.BytesIO(file.data)).size == (file.width, file.height)


def test_the_logo_of_the_house_comes_before_the_themes() -> None:
    logo = replace(theme_of(Edition()).logo, name="media/ours.png")

    assert theme_of(Edition(logo=logo)).logo == logo
