from datetime import UTC, datetime

import pytest
from lxml import html

from app.export.edition import Edition
from app.export.withdrawal import withdrawn

AT = datetime(2026, 3, 6, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "headline", "day"),
    [
        ("fr-FR", "Cet article a été retiré", "7\u00a0mars 2026"),
        ("en-GB", "This article has been withdrawn", "7 March 2026"),
    ],
)
def test_a_withdrawn_story_says_so_in_its_language_and_nothing_else(
    language: str, headline: str, day: str
) -> None:
    house = Edition(site_name="Le Courrier", time_zone="Europe/Paris")

    page = withdrawn("port", language, house, at=AT, reason='<b>Une "erreur"')

    tree = html.document_fromstring(page.html)
    assert [one.text for one in tree.iter("h1")] == [headline]
    assert day in page.html
    assert "&lt;b&gt;" in page.html
    assert '<meta name="robots" content="noindex">' in page.html
    assert page.files == {}
