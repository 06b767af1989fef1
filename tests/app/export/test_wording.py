from datetime import UTC, datetime

import pytest

from app.export.wording import wording

AT = datetime(2027, 1, 1, 23, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "written"),
    [
        ("fr-FR", "UTC", "1er\u00a0janvier 2027 à 23\u00a0h\u00a005 UTC"),
        ("fr-FR", "Europe/Paris", "2\u00a0janvier 2027 à 0\u00a0h\u00a005 CET"),
        ("en-GB", "UTC", "1 January 2027, 23:05 UTC"),
        ("en-US", "UTC", "January 1, 2027, 23:05 UTC"),
    ],
)
def test_a_moment_is_written_as_a_reader_would(language: str, zone: str, written: str) -> None:
    assert wording(language).moment(AT, zone) == written


@pytest.mark.parametrize(
    ("language", "locale"),
    [("fr-FR", "fr_FR"), ("fr", "fr_FR"), ("en", "en_GB"), ("en-CA", "en_CA"), ("it", "it_IT")],
)
def test_the_locale_has_a_language_and_a_country(language: str, locale: str) -> None:
    assert wording(language).locale() == locale


def test_both_languages_have_the_same_words() -> None:
    assert set(wording("fr").table) == set(wording("en").table) - {"date_us"}
