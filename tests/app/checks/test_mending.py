"""Mending: edits where they belong, and not one quoted word changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.check import check
from app.checks.mending import fixes_together, mend
from app.domain.errors import DeskError
from app.domain.finding import Edit, Fix, Part, Place
from app.domain.package import Package
from app.domain.photo import PhotoUse
from app.domain.story import Story
from app.domain.text import Span
from app.language.marks import quoted

Make = Callable[..., Package]
NOW = datetime(2021, 5, 14, 12, 0, tzinfo=UTC)


def _fix(part: Part, start: int, end: int, text: str, slot: int | None = None) -> Fix:
    return Fix("write-instead", (Edit(Place(part, Span(start, end), slot), text),))


def test_edits_go_to_their_fields_and_others_stay(make: Make, use: PhotoUse) -> None:
    package = make(headline="Le moulin", body="Un deux trois", uses=(use,))
    fixes = (
        _fix(Part.BODY, 0, 2, "Une"),
        _fix(Part.BODY, 8, 13, "quatre"),
        _fix(Part.HEADLINE, 0, 2, "Un"),
        _fix(Part.CREDIT, 0, 3, "Léa", slot=1),
    )

    mended = mend(package, fixes)

    assert mended.story.body == "Une deux quatre"
    assert mended.story.headline == "Un moulin"
    assert mended.uses == (replace(use, credit="Léa Marchand"),)
    assert package.story.body == "Un deux trois"


@pytest.mark.parametrize(
    ("fixes", "code"),
    [
        ((_fix(Part.BODY, 9, 12, "non"),), "fix.quoted-words"),
        ((_fix(Part.BODY, 10, 10, "x"),), "fix.quoted-words"),
        ((_fix(Part.BODY, 0, 2, "a"), _fix(Part.BODY, 1, 4, "b")), "fix.overlap"),
        ((_fix(Part.BODY, 1, 1, "a"), _fix(Part.BODY, 1, 1, "b")), "fix.overlap"),
        ((_fix(Part.BODY, 90, 92, "a"),), "fix.no-place"),
        ((_fix(Part.CAPTION, 0, 1, "a", slot=9),), "fix.no-place"),
        ((Fix("write-instead", (Edit(Place(Part.BODY), "a"),)),), "fix.no-place"),
    ],
)
def test_an_edit_that_may_not_be_is_refused(make: Make, fixes: tuple[Fix, ...], code: str) -> None:
    package = make(body='Il dit "oui" ici.')

    with pytest.raises(DeskError) as raised:
        mend(package, fixes)

    assert raised.value.code == code


@pytest.mark.parametrize("part", [Part.CAPTION, Part.ALT, Part.CREDIT])
def test_quoted_words_under_a_picture_are_refused_too(make: Make, part: Part) -> None:
    words = "« Quai fermé », dit l’affiche."
    picture = PhotoUse(id="u", slot=1, caption=words, alt=words, credit=words)
    package = make(body="Un.", uses=(picture,))

    with pytest.raises(DeskError, match=r"fix\.quoted-words"):
        mend(package, (_fix(part, 2, 6, "Port", slot=1),))


def test_the_same_edit_twice_is_made_once(make: Make) -> None:
    fix = _fix(Part.BODY, 0, 2, "Une")

    assert mend(make(body="Un."), (fix, fix)).story.body == "Une."


def test_of_two_fixes_that_meet_the_first_is_taken(make: Make) -> None:
    first, second, third = (
        _fix(Part.BODY, 0, 3, "a"),
        _fix(Part.BODY, 2, 4, "b"),
        _fix(Part.BODY, 4, 5, "c"),
    )

    assert fixes_together((first, second, third)) == (first, third)


_PIECES = st.sampled_from(
    [
        *(
            "Il dit ",
            "l'Etat ",
            "États-Unis ",
            "Etats-Unis ",
            "le le ",
            "oui ! ",
            "M. Orlov ",
            ". ",
        ),
        *('"', "« ", " »", "“", "”", "'", "(", ") ", "\n\n", "...", " - ", "manoeuvre ", "\u200b"),
        *(
            "lundi 13 mai 2021 ",
            "Sergei Orlov ",
            "Sergueï Orlov ",
            "l'Otan ",
            "OTAN ",
            "5 km ",
            ",",
        ),
    ]
)
_COPY = st.lists(_PIECES, max_size=40).map("".join)


def _outer_words(text: str) -> list[str]:
    return [marked.inner.of(text) for marked in quoted(text) if marked.level == 1]


@given(_COPY, _COPY, st.sampled_from(["fr-FR", "en-US"]))
def test_all_fixes_together_leave_every_quoted_word_alone(
    body: str, caption: str, language: str
) -> None:
    story = Story(
        id="s",
        slug="s",
        language=language,
        headline="États-Unis",
        body=body,
        dated=date(2021, 5, 13),
        created_at=NOW,
        updated_at=NOW,
    )
    package = Package(story=story, uses=(PhotoUse(id="u", slot=1, caption=caption),))
    fixes = fixes_together(fix for each in check(package, now=NOW) for fix in each.fixes)

    mended = mend(package, fixes)

    for before, after in ((body, mended.story.body), (caption, mended.uses[0].caption)):
        at = 0
        for words in _outer_words(before):
            at = after.index(words, at) + len(words)
