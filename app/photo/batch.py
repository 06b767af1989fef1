"""The same words on many pictures: what they share, a template put on them, words replaced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from app.domain.photo import PhotoMetadata
from app.domain.picking import Change, Hunt
from app.language import search
from app.language.search import Query
from app.photo.codes import Code, expand
from app.photo.fields import FIELDS, LISTS, Merge, Shape
from app.photo.variables import Frame, credit_line, fill

_SHAPES = {row.name: row.shape for row in FIELDS}
_WORDS = frozenset(name for name, shape in _SHAPES.items() if shape in {Shape.TEXT, Shape.LANG})
_FIXED = frozenset(row.name for row in FIELDS if row.merge is Merge.EXIF_ONLY)


def shared(pictures: Iterable[PhotoMetadata]) -> tuple[PhotoMetadata, frozenset[str]]:
    """Return what all pictures say alike, and the fields in which they differ, left empty there."""
    all_pictures = list(pictures)
    if not all_pictures:
        return PhotoMetadata(), frozenset()
    first, *others = all_pictures
    mixed = frozenset(
        name
        for name in _SHAPES
        if any(getattr(other, name) != getattr(first, name) for other in others)
    )
    empty = PhotoMetadata()
    return replace(first, **{name: getattr(empty, name) for name in mixed}), mixed


def stamped(
    frame: Frame, template: Mapping[str, Any], codes: Sequence[Code] = ()
) -> tuple[PhotoMetadata, tuple[str, ...]]:
    """Put the ticked fields of a template on one picture; return it and what was left unknown.

    Texts may hold variables and codes; lists are texts too, one by one. Unknown variables and
    codes stay as typed and are named.

    Raises:
        ValueError: a field that is none of a picture's, or that only a camera sets.
    """
    if wrong := set(template) - set(_SHAPES) | set(template) & _FIXED:
        raise ValueError(sorted(wrong))
    unknown: list[str] = []

    def words(text: str) -> str:
        filled = fill(text, frame)
        expanded = expand(filled.text, codes)
        unknown.extend((*filled.unknown, *expanded.unknown))
        return expanded.text

    # What the template says as it stands is there for the variables of its other fields.
    plain = {name: value for name, value in template.items() if not _has_variables(value)}
    frame = replace(frame, metadata=replace(frame.metadata, **plain))
    values: dict[str, Any] = {}
    for name, value in template.items():
        if _SHAPES[name] in LISTS:
            values[name] = tuple(filter(None, (words(item).strip() for item in value)))
        else:
            values[name] = words(value) if isinstance(value, str) else value
    if isinstance(credit := values.get("credit"), str):
        # What is not known of a picture leaves no hole in its credit.
        values["credit"] = credit_line(credit, frame)
    return replace(frame.metadata, **values), tuple(unknown)


def _has_variables(value: object) -> bool:
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and ("{" in text or "=" in text) for text in texts)


def replaced(metadata: PhotoMetadata, hunt: Hunt) -> tuple[PhotoMetadata, int]:
    r"""Replace what is hunted for in text fields, and in each value of lists.

    Of an expression, `\1` stands for a group. Words between quotation marks stay as they are: the
    number says how many finds were left for touching some.

    Raises:
        DeskError: `find.pattern`, `find.replacement` when one cannot be read, `find.too-slow`.
    """
    query, left = Query(hunt.find, pattern=hunt.regex, case=hunt.case), 0
    search.understood(query, hunt.words)

    def put(text: str) -> str:
        nonlocal left
        found = search.hits(text, query, hunt.words)
        left += sum(hit.quoted for hit in found)
        return search.replaced(text, found)

    values: dict[str, Any] = {}
    for name in hunt.fields:
        value = getattr(metadata, name)
        if name in _WORDS:
            values[name] = put(value)
        elif _SHAPES.get(name) in LISTS:
            values[name] = tuple(filter(None, map(put, value)))
    return replace(metadata, **values), left


def changes(before: PhotoMetadata, after: PhotoMetadata) -> tuple[Change, ...]:
    """Return the fields that differ, in the order of the form."""
    pairs = (
        (field.name, getattr(before, field.name), getattr(after, field.name))
        for field in fields(PhotoMetadata)
    )
    return tuple(Change(field=name, before=b, after=a) for name, b, a in pairs if a != b)
