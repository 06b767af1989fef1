"""The check as a whole: order, and quiet where there is nothing to say."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import resources
from app.checks.check import RULES, check
from app.domain.finding import Part, Severity
from app.domain.package import Package
from app.domain.photo import Photo, PhotoUse

Make = Callable[..., Package]
NOW = datetime(2021, 5, 14, 12, 0, tzinfo=UTC)

CLEAN_FRENCH = (
    "![](photo:1)\n\nLe moulin de Brume a rouvert jeudi 13\u00a0mai, a annoncé M.\u00a0Vidal. "
    "L’eau y coule de nouveau, trois ans après l’incendie.\n\n"
    "## Une roue neuve\n\nLa roue a été taillée à 12\u00a0km du village."
)
CLEAN_ENGLISH = (
    "![](photo:1)\n\nThe mill at Brume reopened on Thursday, May 13, its owner said. "
    "Water is running again, three years after the fire — or nearly."
)


def test_every_rule_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in RULES]

    assert len(codes) == len(set(codes))
    assert all(code[:3].isupper() and code[3:].isdigit() for code in codes)


def test_a_clean_story_has_no_finding(make: Make, use: PhotoUse, photo: Photo) -> None:
    package = replace(make(body=CLEAN_FRENCH, uses=(use,)), photos={"p1": photo})

    assert check(package, now=NOW) == ()


def test_a_clean_english_story_has_no_finding(make: Make, use: PhotoUse, photo: Photo) -> None:
    caption = "Anna Vidal outside the mill, May 13, 2021."
    uses = (replace(use, caption=caption, alt="A woman in blue outside a mill."),)
    package = make("en-US", body=CLEAN_ENGLISH, headline="The mill reopens", uses=uses)
    package = replace(package, dictionary=("Brume",))

    assert check(replace(package, photos={"p1": photo}), now=NOW) == ()


def test_findings_come_in_reading_order_and_the_same_each_time(make: Make, use: PhotoUse) -> None:
    body = "L'eau  coule le 31 avril 2021.\n\nUn un mot.\n\n![](photo:9)"
    package = make(headline="", body=body, uses=(replace(use, credit="", photo_id=None),))

    findings = check(package, now=NOW)

    places = [
        (each.place.part, each.place.span.start if each.place.span else -1) for each in findings
    ]
    assert places[0] == (Part.HEADLINE, -1)
    body_starts = [start for part, start in places if part is Part.BODY]
    assert body_starts == sorted(body_starts)
    assert [part for part, _ in places][-2:] == [Part.CREDIT, Part.PHOTO]
    assert findings == check(package, now=NOW)


def test_only_what_must_stop_a_page_blocks() -> None:
    blocking = {rule.code for rule in RULES if rule.severity is Severity.BLOCK}

    assert blocking == {
        *(
            "ATT001",
            "ATT008",
            "ATT009",
            "ATT010",
            "PHO001",
            "PHO002",
            "PHO006",
            "PHO012",
            "PHO013",
            "PHO015",
        ),
        *("STO001", "STO003", "STO005", "STO007"),
    }


def test_places_lie_inside_their_text(make: Make, use: PhotoUse) -> None:
    body = 'Il dit: "oui" le lundi 13 mai 2021 !  Des  oeuvres...'
    package = make(body=body, uses=(replace(use, caption="L'an 12 janvier 2019"),))

    for finding in check(package, now=NOW):
        text = body if finding.place.part is Part.BODY else package.uses[0].caption
        if finding.place.span and finding.place.part in {Part.BODY, Part.CAPTION}:
            assert finding.place.span.of(text)
            assert finding.excerpt in text


def test_every_way_of_mending_has_its_label(make: Make, use: PhotoUse) -> None:
    body = "L'Etat  a vu le le lundi 13 mai 2021 a\u200b !"
    uses = (replace(use, caption="Au moulin, en vue, le 3 mars 2020.", alt="Photo de roue."),)

    fixes = [fix for each in check(make(body=body, uses=uses), now=NOW) for fix in each.fixes]

    labels = tomllib.loads(resources.read_text("stylebook/en/fixes.toml"))
    assert {fix.code for fix in fixes} == set(labels)
