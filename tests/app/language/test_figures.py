"""Figures: letters or digits before what they count, thousands, decimals and units."""

import pytest

from app.language.figures import figure_faults, number_words, value_of


def _found(line: str, language: str) -> list[tuple[str, str, str]]:
    return [(one.span.of(line), one.right, one.code) for one in figure_faults(line, language)]


@pytest.mark.parametrize(
    ("line", "language", "found"),
    [
        ("Le feu a détruit 3 granges.", "fr-FR", ("3", "trois", "small")),
        ("The fire took 3 barns.", "en-US", ("3", "three", "small")),
        ("Il faut douze tracteurs.", "fr-FR", ("douze", "12", "large")),
        ("They need twenty-two tractors.", "en-US", ("twenty-two", "22", "large")),
        ("Le chantier coûte 125000 euros.", "fr-FR", ("125000", "125\u202f000", "grouping")),
        (
            "Le chantier coûte 1.250.000 euros.",
            "fr-FR",
            ("1.250.000", "1\u202f250\u202f000", "grouping"),
        ),
        ("The works cost 125000 dollars.", "en-GB", ("125000", "125,000", "grouping")),
        ("The works cost 125 000 dollars.", "en-GB", ("125 000", "125,000", "grouping")),
        ("Le chômage monte à 8.4 %.", "fr-FR", ("8.4", "8,4", "decimal")),
        ("Unemployment rose to 8,4%.", "en-US", ("8,4", "8.4", "decimal")),
        ("La route fait 12km.", "fr-FR", ("km", "\u00a0km", "unit-space")),
        ("The road is 12kms long.", "en-GB", ("kms", "\u00a0km", "unit-sign")),
        ("Un terrain de 400 m2.", "fr-FR", ("m2", "m²", "unit-sign")),
    ],
)
def test_a_figure_is_read_as_the_country_writes_it(
    line: str, language: str, found: tuple[str, str, str]
) -> None:
    assert _found(line, language) == [found]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Elle a 5 ans et part à 8 heures.", "fr-FR"),
        ("Le 3 mars, 4 sur 10 étaient là.", "fr-FR"),
        ("De 3 à 5 joueurs, page 4, article 5.", "fr-FR"),
        ("Cent vingt-cinq salariés partent.", "fr-FR"),
        ("Douze tracteurs partent.", "fr-FR"),
        ("Un numéro : 06 12 34 56 78, à 75011 Paris.", "fr-FR"),
        ("La version 2.0, le 12.05.2017, à 12:30.", "fr-FR"),
        ("En 2017, 1 250 personnes et 12,5 %.", "fr-FR"),
        ("She is 5 years old and drove 6 miles.", "en-US"),
        ("The Apollo 9 astronauts, from 8 to 9 planes.", "en-US"),
        ("Call 555-0123; ZIP NY 10032.", "en-US"),
        ("Sales rose 4.5% to 1,250,000 units in 3 minutes 32 seconds.", "en-US"),
        ("`12km` https://a.example/12km", "fr-FR"),
        ("5 Häuser, 125000 Euro", "de-DE"),
    ],
)
def test_ages_dates_scores_and_names_keep_their_figures(line: str, language: str) -> None:
    assert _found(line, language) == []


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("deux", 2),
        ("Dix-sept", 17),
        ("vingt-et-un", 21),
        ("mille", 1000),
        ("six", 6),
        ("Twelve", 12),
        ("forty-two", 42),
        ("hundred", 100),
        ("250", 250),
        ("moulin", None),
        ("²", None),
        ("", None),
    ],
)
def test_a_number_in_one_word_has_its_value(word: str, value: int | None) -> None:
    assert value_of(word) == value


@pytest.mark.parametrize("tongue", ["fr", "en"])
def test_every_number_from_two_to_sixty_nine_has_its_word(tongue: str) -> None:
    values = number_words(tongue).values()

    assert set(range(2, 70)) <= set(values)
    assert len(values) == len(set(values))


@pytest.mark.parametrize("language", ["fr-FR", "fr-CA", "fr-CH"])
def test_an_hour_is_parted_as_french_parts_it(language: str) -> None:
    line = "À 18h30, 7H15 ou 18 h30, de 9h-17h, puis 8h."

    found = [(fault.span.of(line), fault.right) for fault in figure_faults(line, language)]

    assert found == [
        ("18h30", "18\u00a0h\u00a030"),
        ("7H15", "7\u00a0h\u00a015"),
        ("18 h30", "18\u00a0h\u00a030"),
        ("9h", "9\u00a0h"),
        ("8h", "8\u00a0h"),
    ]


@pytest.mark.parametrize(
    "line",
    ["À 18 h 30, 24h/24, en 1h23'45.", "Le vol A24h, 3,5h et 1h23min.", "www.quai.invalid/18h30"],
)
def test_other_hours_stay(line: str) -> None:
    assert [fault for fault in figure_faults(line, "fr-FR") if fault.code == "hour"] == []
    assert [fault for fault in figure_faults("À 18h30", "en-GB") if fault.code == "hour"] == []
