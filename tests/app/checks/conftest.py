"""A small story to check, and the codes a check finds in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.checks.check import check
from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from app.domain.story import Story

NOW = datetime(2021, 5, 14, 12, 0, tzinfo=UTC)

Found = Callable[[Package, str], list[Finding]]
Make = Callable[..., Package]


@pytest.fixture
def make() -> Make:
    """A package with the given fields of its story, and the uses given as keywords."""

    def made(language: str = "fr-FR", uses: tuple[PhotoUse, ...] = (), **fields: object) -> Package:
        story = Story(
            id="s1",
            slug="moulin",
            language=language,
            headline="Le moulin rouvre",
            body="Le moulin rouvre.",
            dated=date(2021, 5, 13),
            created_at=NOW,
            updated_at=NOW,
        )
        return Package(story=replace(story, **fields), uses=uses)  # type: ignore[arg-type]  # any field of a story

    return made


@pytest.fixture
def found() -> Found:
    """The findings of one code in a package."""

    def of_code(package: Package, code: str) -> list[Finding]:
        return [finding for finding in check(package, now=NOW) if finding.code == code]

    return of_code


@pytest.fixture
def use() -> PhotoUse:
    """A picture used well: nothing to remark about it."""
    return PhotoUse(
        id="u1",
        slot=1,
        photo_id="p1",
        caption="Anna Vidal devant le moulin de Brume, le 13\u00a0mai 2021.",
        alt="Une femme en bleu devant un moulin à eau.",
        credit="Léo Marchand",
        persons=("Anna Vidal",),
    )


@pytest.fixture
def photo() -> Photo:
    """The picture of that use."""
    return Photo(
        id="p1",
        digest="0" * 64,
        file_name="moulin.jpg",
        media_type="image/jpeg",
        width=1200,
        height=800,
        metadata=PhotoMetadata(),
        taken_in_at=NOW,
    )
