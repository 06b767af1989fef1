"""The pages that lead to stories: every story is reached, and a page stands while its key does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lxml import html

from app.export.edition import Card, Edition, Thumb
from app.export.lists import FRONT, PICTURES, SECTION, Made, language_of, lists

NEWEST = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)


def card(number: int, **fields: object) -> Card:
    plain = Card(
        slug=f"digue-{number}",
        language="fr-FR",
        section="Territoires" if number % 2 else "Pêche & mer",
        headline=f"La digue numéro {number} tiendra <bien>",
        eyebrow="Littoral",
        summary="Les travaux dureront quatre mois.",
        authors=("Inès Valdor",),
        topics=("Ports",),
        published=NEWEST - timedelta(days=number),
        modified=NEWEST - timedelta(days=number),
        image="media/digue-og.jpg",
        image_type="image/jpeg",
        image_bytes=1000,
        thumbs=(
            Thumb(name="media/digue-480.avif", media_type="image/avif", width=480, height=320),
            Thumb(name="media/digue-480.jpg", media_type="image/jpeg", width=480, height=320),
        ),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]  # the fields of a card, by name


DAY = datetime(2026, 3, 4, tzinfo=UTC)
CARDS = tuple(card(number) for number in range(200))


def made(cards: tuple[Card, ...], edition: Edition) -> dict[str, Made]:
    return {one.name: one for one in lists(cards, edition, DAY)}


def test_every_story_stands_in_the_month_it_was_published_and_the_archive_leads_there(
    edition: Edition,
) -> None:
    pages = made(CARDS, edition)
    archive = pages["archive/index.html"].make().decode()
    months = [name for name in pages if name.startswith("archive/2")]

    listed = b"".join(pages[name].make() for name in months)
    assert all(f"../{one.slug}/index.html".encode() in listed for one in CARDS)
    assert all(f'href="../{name}"' in archive for name in months)
    assert "Mars 2026" in archive


def test_a_month_is_that_of_the_house_not_of_greenwich(edition: Edition) -> None:
    paris = replace(edition, time_zone="Europe/Paris")

    assert "archive/2026-04.html" in made((card(0),), paris)
    assert "archive/2026-03.html" in made((card(0),), edition)


def test_the_front_shows_the_newest_and_few_pictures(edition: Edition) -> None:
    page = html.document_fromstring(made(CARDS, edition)["index.html"].make())

    assert len(page.findall(".//ol/li")) == FRONT
    assert len(list(page.iter("img"))) == PICTURES
    assert len(list(page.iter("h1"))) == 1


def test_each_section_has_its_page_under_a_safe_name(edition: Edition) -> None:
    pages = made(CARDS, edition)

    assert {name for name in pages if name.startswith("section/")} == {
        "section/territoires/index.html",
        "section/peche-mer/index.html",
    }
    shown = html.document_fromstring(pages["section/peche-mer/index.html"].make())
    assert len(shown.findall(".//ol/li")) == SECTION


def test_what_is_told_of_a_story_is_never_markup(edition: Edition) -> None:
    assert b"<bien>" not in made(CARDS, edition)["index.html"].make()


def test_a_change_in_one_story_changes_only_the_lists_that_show_it(edition: Edition) -> None:
    old = CARDS[-1]
    changed = (*CARDS[:-1], replace(old, headline="La digue a cédé"))

    before, after = made(CARDS, edition), made(changed, edition)

    different = {name for name in before if before[name].key != after[name].key}
    assert different == {f"archive/{old.published:%Y-%m}.html"}
    assert all(before[name].make() == after[name].make() for name in before.keys() - different)


def test_the_site_speaks_the_language_of_most_of_its_stories_unless_told(edition: Edition) -> None:
    mixed = (card(1), card(2), card(3, language="en-GB"))

    assert language_of(mixed, edition) == "fr-FR"
    assert language_of(mixed[1:], edition) == "en-GB"
    assert language_of(mixed, replace(edition, language="en-US")) == "en-US"
