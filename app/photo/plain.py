"""Values as plain JSON, the only thing that passes between the desk and a worker besides bytes.

No pickles: a worker that a hostile picture has taken over could send anything.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from app.domain.photo import Conflict, Crop, Focus, PhotoMetadata
from app.domain.rendition import ImageFormat, RenditionSpec
from app.photo.facts import Facts
from app.photo.fields import FIELDS, LISTS, Shape

Plain = dict[str, Any]


def plain_metadata(metadata: PhotoMetadata) -> Plain:
    """Return metadata as JSON can hold it."""
    told = asdict(metadata)
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in told.items()}


def metadata_from(told: Mapping[str, Any]) -> PhotoMetadata:
    """Return metadata from what `plain_metadata` gave and JSON carried."""
    values: Plain = {}
    for row in FIELDS:
        value = told[row.name]
        if row.shape in LISTS:
            value = tuple(value)
        elif row.shape is Shape.DAY and value is not None:
            value = date.fromisoformat(value)
        values[row.name] = value
    return PhotoMetadata(**values)


def plain_spec(spec: RenditionSpec) -> Plain:
    """Return a spec as JSON can hold it."""
    words = None if spec.words is None else plain_metadata(spec.words)
    return {**asdict(spec), "words": words}


def spec_from(told: Mapping[str, Any]) -> RenditionSpec:
    """Return a spec from what `plain_spec` gave and JSON carried."""
    ratio, words, crop = told["ratio"], told["words"], told["crop"]
    values = {
        **told,
        "ratio": None if ratio is None else tuple(ratio),
        "focus": Focus(**told["focus"]),
        "crop": None if crop is None else Crop(**crop),
        "format": ImageFormat(told["format"]),
        "words": None if words is None else metadata_from(words),
    }
    return RenditionSpec(**values)


def facts_from(told: Mapping[str, Any]) -> Facts:
    """Return facts from what `asdict` gave and JSON carried."""
    return Facts(**{**told, "notices": tuple(told["notices"])})


def conflicts_from(told: list[Mapping[str, str]]) -> tuple[Conflict, ...]:
    """Return conflicts from what `asdict` gave and JSON carried."""
    return tuple(Conflict(**conflict) for conflict in told)
