"""One invented story in French, with two pictures, for every test of the export."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.package import Package
from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from app.domain.quote import Attribution, Mention, Quote, QuoteKind, SourceKind, Speaker
from app.domain.story import Story
from app.domain.text import Span
from app.export.article import Article, Times, article
from app.export.edition import Edition, Page, Picture
from app.export.page import render
from app.export.pictures import MadeRendition, assemble, wanted

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

BODY = """![](photo:1)

Le maire de Valmorey a présenté mercredi un plan pour rouvrir le port, fermé depuis la crue.

"Nous rendons le port à ceux qui en vivent", a déclaré Hélène Taravel. "C'était long!"

« Nous avons attendu sept ans, pas un de plus. »

## Des quais "d'un autre siècle"

Les quais datent de 1884... Un agent de la mairie, sous couvert d'anonymat, parle de "retards
à prévoir encore".

![](photo:2)

La région se prononce le 4 décembre, [dit le dossier](http://example.org/dossier).
"""


def _quote(words: str, speaker: str, kind: SourceKind = SourceKind.NAMED) -> Quote:
    start = BODY.index(words)
    return Quote(
        span=Span(start, start + len(words)),
        kind=QuoteKind.DIRECT,
        group=start,
        speaker=Speaker(span=None, text=speaker, name=speaker, kind=kind),
    )


def _mention(name: str) -> Mention:
    start = BODY.index(name)
    return Mention(span=Span(start, start + len(name)), text=name, name=name)


def _photo(number: int, width: int, height: int) -> Photo:
    return Photo(
        id=f"p{number}",
        digest=f"{number}" * 64,
        file_name=f"DSC_{number}.JPG",
        media_type="image/jpeg",
        width=width,
        height=height,
        metadata=PhotoMetadata(
            creator=("Aurore Vidalenc",),
            credit="Agence Sémaphore",
            city="Valmorey",
            instructions="Ne pas vendre au Phare",
            job_id="CMD-7781",
        ),
        taken_in_at=AT,
    )


@pytest.fixture
def package() -> Package:
    """A complete story: two slots filled, two speakers, one source without a name."""
    story = Story(
        id="s-secret-id",
        slug="",
        language="fr-FR",
        headline="À Valmorey, le port rouvrira en 2028",
        kicker="Littoral",
        standfirst="Fermés depuis la crue, les quais de 1884 seront refaits pour 12 millions d'euros.",
        byline="Clémence Aubrac et Yann Le Dantec",
        dateline="VALMOREY",
        body=BODY,
        agency_credit="Avec Agence Sémaphore",
        section="Territoires",
        tags=("Ports", "Pêche"),
        note="Ne pas citer Gaspard Rolle, il risque sa place",
        created_at=AT,
        updated_at=AT,
    )
    uses = (
        PhotoUse(
            id="u1",
            slot=1,
            photo_id="p1",
            caption="Le port de Valmorey, lundi 16 novembre 2026.",
            alt="Un bassin vide au lever du jour, devant des entrepôts bas",
        ),
        PhotoUse(
            id="u2",
            slot=2,
            photo_id="p2",
            caption="Le quai des Tanneurs avant la crue.",
            alt="Des bâtiments ocre serrés au pied d'une colline",
            archive=True,
        ),
    )
    quotes = (
        _quote("Nous rendons le port à ceux qui en vivent", "Hélène Taravel"),
        _quote("retards\nà prévoir encore", "Gaspard Rolle"),
    )
    return Package(
        story=story,
        uses=uses,
        photos={"p1": _photo(1, 2400, 1600), "p2": _photo(2, 1600, 1067)},
        attribution=Attribution(quotes=quotes, mentions=(_mention("Hélène Taravel"),)),
    )


@pytest.fixture
def edition() -> Edition:
    """A house with a name and no other setting."""
    return Edition(site_name="Le Courrier du Littoral")


@pytest.fixture
def times() -> Times:
    """Published in the morning, changed in the afternoon."""
    return Times(published=AT, modified=AT.replace(hour=14))


Develop = Callable[[Package, Edition], dict[int, Picture]]


@pytest.fixture
def develop() -> Develop:
    """Make the pictures of a story as the desk would, with bytes that only name themselves."""

    def pictures(package: Package, edition: Edition) -> dict[int, Picture]:
        found = {}
        for index, use in enumerate(package.uses):
            photo = package.photo_of(use)
            if photo is None:
                continue
            made = []
            for wish in wanted(use, photo, edition, lead=index == 0):
                width, height = wish.spec.size_of(photo.width, photo.height)
                data = f"{photo.id} {wish.role} {width} {wish.spec.format}".encode()
                made.append(MadeRendition(wanted=wish, data=data, width=width, height=height))
            found[use.slot] = assemble(made)
        return found

    return pictures


@pytest.fixture
def pictures(package: Package, edition: Edition, develop: Develop) -> dict[int, Picture]:
    """The pictures of the story, by slot."""
    return develop(package, edition)


@pytest.fixture
def told(package: Package, pictures: dict[int, Picture], edition: Edition, times: Times) -> Article:
    """The story as a reader gets it."""
    return article(package, pictures, edition, times)


@pytest.fixture
def published(edition: Edition, develop: Develop, times: Times) -> Callable[[Package], Page]:
    """Render any package of this house at the same time."""

    def page(package: Package) -> Page:
        return render(
            package,
            develop(package, edition),
            edition,
            published_at=times.published,
            modified_at=times.modified,
        )

    return page


@pytest.fixture
def with_story(package: Package) -> Callable[..., Package]:
    """Change fields of the story."""

    def changed(**fields: object) -> Package:
        return replace(package, story=replace(package.story, **fields))  # type: ignore[arg-type]  # the fields of a story, by name

    return changed
