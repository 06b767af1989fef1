"""Going from finding to finding in reading order."""

from collections.abc import Iterable, Sequence

from app.domain.finding import Finding, Part, Place

READING_ORDER = (
    Part.STORY,
    Part.KICKER,
    Part.HEADLINE,
    Part.STANDFIRST,
    Part.BYLINE,
    Part.DATELINE,
    Part.BODY,
    Part.PHOTO,
    Part.CAPTION,
    Part.ALT,
    Part.CREDIT,
)
FIELD_OF = {
    Part.KICKER: "kicker",
    Part.HEADLINE: "headline",
    Part.STANDFIRST: "standfirst",
    Part.BYLINE: "byline",
    Part.DATELINE: "dateline",
    Part.BODY: "body",
}
"""The field of the story whose text a part is; parts left out are mended elsewhere."""

Stop = tuple[int, int, int]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as a reader meets them."""
    return tuple(sorted(findings, key=stop_of))


def stop_of(finding: Finding) -> Stop:
    """Return where a finding stands on the walk through a story; stops compare in reading order."""
    return stop_of_place(finding.place)


def stop_of_place(place: Place) -> Stop:
    """Return where a place stands on the walk."""
    start = place.span.start if place.span else 0
    at = READING_ORDER.index(place.part)
    photo = READING_ORDER.index(Part.PHOTO)
    return (photo, place.slot or 0, at) if at >= photo else (at, 0, start)


def stop_at(field: str, point: int) -> Stop:
    """Return the stop of the caret in a field."""
    part = next((part for part, name in FIELD_OF.items() if name == field), Part.STORY)
    return (READING_ORDER.index(part), 0, point)


def step(findings: Sequence[Finding], here: Stop, direction: int) -> int | None:
    """Return the index of the next finding after (1) or before (-1) a stop, around the end.

    None when there is no finding.
    """
    return step_among([stop_of(finding) for finding in findings], here, direction)


def step_among(stops: Sequence[Stop], here: Stop, direction: int) -> int | None:
    """Return the index of the next stop after (1) or before (-1) another, around the end."""
    if not stops:
        return None
    if direction > 0:
        return next((i for i, stop in enumerate(stops) if stop > here), 0)
    last = len(stops) - 1
    return next((i for i in range(last, -1, -1) if stops[i] < here), last)


def at_one_place(one: Finding, other: Finding) -> bool:
    """Say whether two findings are about the same words, wholly or in part."""
    place, beside = one.place, other.place
    if place.span is None or beside.span is None:
        return place == beside
    same = (place.part, place.slot) == (beside.part, beside.slot)
    return same and place.span.overlaps(beside.span)
