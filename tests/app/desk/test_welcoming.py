"""The first run: the samples are filed, checked and published; the French one has its faults."""

import pytest

from app.desk import welcoming
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.desk.stories import filing
from app.domain.finding import Severity


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_store_is_welcomed_in_each_language(desk: Desk, language: str) -> None:
    made = welcoming.welcome(desk, language, "exemple")

    assert made.package.story.language.startswith(language)
    faults = {one.code for one in made.findings if one.severity is not Severity.HINT}
    # Its quotes wait for whoever opens it; the French sample has faults to be found besides.
    assert "ATT010" in faults
    assert (len(faults) > 1) == (language == "fr")
    assert made.publication.page.is_file()
    assert len(filing.stories(desk)) == 2
    assert not filing.is_new(desk)
    logged = publishing.publications_of(desk, made.package.story.id)[0]
    assert {one["by"] for one in logged.overrides} <= {welcoming.SIGNED}
