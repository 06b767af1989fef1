"""The story as a whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.finding import Finding
from app.domain.package import Package
from app.domain.photo import PhotoUse
from app.domain.quote import Attribution, Quote, QuoteKind, Speaker
from app.domain.text import Span

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("STO001", {"headline": " "}),
        ("STO002", {"headline": "m" * 111}),
        ("STO003", {"embargo": datetime(2021, 5, 14, 12, 1, tzinfo=UTC)}),
        ("STO005", {"body": "![](photo:1)\n\n"}),
        ("STO006", {"target_words": 400}),
        ("STO007", {"body": "Un.\n\n![](photo:7)"}),
    ],
)
def test_what_is_wrong_with_a_story_is_told(
    make: Make, found: Found, use: PhotoUse, code: str, fields: dict[str, object]
) -> None:
    assert len(found(make(uses=(use,), **fields), code)) == 1


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("STO002", {"headline": "m" * 110}),
        ("STO003", {"embargo": datetime(2021, 5, 14, 12, 0, tzinfo=UTC)}),
        ("STO006", {"target_words": 3}),
        ("STO007", {"body": "Un.\n\n![](photo:1)"}),
    ],
)
def test_what_is_just_right_is_not(
    make: Make, found: Found, use: PhotoUse, code: str, fields: dict[str, object]
) -> None:
    assert found(make(uses=(use,), **fields), code) == []


def test_a_slot_twice_is_told_once(make: Make, found: Found, use: PhotoUse) -> None:
    body = "![](photo:1)\n\nUn.\n\n![](photo:1)"

    [finding] = found(make(body=body, uses=(use,)), "STO008")

    assert finding.place.span == Span(19, 31)


def _said_by(*names: str) -> Attribution:
    return Attribution(
        quotes=tuple(
            Quote(
                span=Span(at, at + 1),
                kind=QuoteKind.INDIRECT,
                group=at,
                speaker=Speaker(span=None, text=name, name=name),
            )
            for at, name in enumerate(names)
        )
    )


def test_a_story_of_one_voice_is_told(make: Make, found: Found) -> None:
    package = replace(make(), attribution=_said_by("Anna Vidal", "Anna Vidal", "Anna Vidal"))

    [finding] = found(package, "STO004")

    assert dict(finding.params) == {"speaker": "Anna Vidal", "count": "3"}


@pytest.mark.parametrize("names", [("Anna", "Anna"), ("Anna", "Léo", "Anna"), ()])
def test_two_voices_or_few_quotes_are_not(make: Make, found: Found, names: tuple[str, ...]) -> None:
    assert found(replace(make(), attribution=_said_by(*names)), "STO004") == []
