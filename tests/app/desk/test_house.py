"""The house settings: read from beside the store, held to what a page can bear, told plainly."""

import struct

import pytest

from app.desk import house
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing
from app.domain.errors import DeskError
from app.export.edition import Edition

SETTINGS = """
site_name = "Le Courrier du Littoral"
base_url = "https://courrier.example/"
time_zone = "Europe/Paris"
theme = "digital"
logo = "logo.png"
footer_links = [{words = "Abonnements", address = "https://courrier.example/abo/"}]

[author_pages]
"Inès Valdor" = "https://courrier.example/ines/"
"""


def png(side: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", side, side)


def settle(desk: Desk, words: str) -> None:
    (desk.path.parent / house.FILE_NAME).write_text(words, encoding="utf-8")


def own(desk: Desk, name: str, words: str) -> None:
    folder = desk.path.parent / house.THEME_FOLDER
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(words, encoding="utf-8")


def test_a_new_desk_has_every_default(desk: Desk) -> None:
    found = house.house(desk)

    assert found.edition == Edition()
    assert found.given == ()


def test_what_the_file_says_stands_on_the_page(desk: Desk, story_id: str) -> None:
    settle(desk, SETTINGS)
    (desk.path.parent / "logo.png").write_bytes(png(200))

    page = publishing.preview(desk, story_id)

    assert page.address.startswith("https://courrier.example/")
    assert "Le Courrier du Littoral" in page.html
    assert 'href="https://courrier.example/abo/">Abonnements</a>' in page.html
    assert any(name.startswith("media/logo-") for name in page.files)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("site_name = ", "house.unreadable"),
        ('nom = "Le Courrier"', "house.unknown"),
        ('style = "p {}"', "house.unknown"),
        ("site_name = 3", "house.wrong-kind"),
        ("author_pages = []", "house.wrong-kind"),
        ('footer_links = [{words = "Abonnements"}]', "house.wrong-kind"),
        ('footer_links = "Abonnements"', "house.wrong-kind"),
        ('time_zone = "Europe/Pariss"', "house.time-zone"),
        ('time_zone = "../etc/passwd"', "house.time-zone"),
        ('theme = "tabloid"', "edition.theme"),
        ('base_url = "javascript:alert(1)"', "edition.address"),
        ('logo = "absent.png"', "house.logo"),
        ('logo = "small.png"', "house.logo"),
        ('logo = "house.toml"', "house.logo"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(desk: Desk, words: str, code: str) -> None:
    settle(desk, words)
    (desk.path.parent / "small.png").write_bytes(png(100))

    with pytest.raises(DeskError) as refused:
        house.edition(desk)

    assert refused.value.code == code


def test_a_file_in_another_encoding_is_told(desk: Desk) -> None:
    (desk.path.parent / house.FILE_NAME).write_bytes("site_name = 'Été'".encode("latin-1"))

    with pytest.raises(DeskError) as refused:
        house.edition(desk)

    assert refused.value.code == "house.unreadable"


def test_the_desk_puts_its_own_template_and_tokens_in_place(desk: Desk, story_id: str) -> None:
    own(desk, "byline.html", "Signé : {{ article.byline }}<script>x</script>")
    own(desk, "theme.css", ":root { --accent: rebeccapurple } /* ours */")
    own(desk, ".DS_Store", "")
    filing.package(desk, story_id)

    page = publishing.preview(desk, story_id)

    assert "--accent: rebeccapurple" in page.html
    assert "ours" not in page.html
    assert house.house(desk).own == ("byline.html", "theme.css")


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("header.html", "x", "house.theme-file"),
        ("theme.css", "</style><script>", "edition.style"),
        ("article.html", "{% if %}", "house.template"),
        ("article.html", "{{ nothing.of.the.kind }}", "house.template"),
        ("article.html", "{{ article.__class__.__mro__ }}", "house.template"),
    ],
)
def test_a_theme_that_cannot_be_used_is_refused(
    desk: Desk, story_id: str, name: str, words: str, code: str
) -> None:
    own(desk, name, words)

    with pytest.raises(DeskError) as refused:
        publishing.preview(desk, story_id)

    assert refused.value.code == code


def test_the_file_is_made_with_every_setting_and_none_in_force(desk: Desk) -> None:
    place = house.settings_file(desk, "Settings.\nRead on.")
    words = place.read_text("utf-8")
    before = house.house(desk)

    assert words.startswith("# Settings.\n# Read on.\n\n")
    assert before.given == ()
    place.write_text(
        "\n".join(line.removeprefix("# ") for line in words.splitlines()[3:] if "logo" not in line)
    )
    given = house.house(desk).given
    assert {"site_name", "licence_url", "footer_links", "author_pages"} <= set(given)
    assert house.settings_file(desk, "Others.") == place
    assert "Others." not in place.read_text("utf-8")
