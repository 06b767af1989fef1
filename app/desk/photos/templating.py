"""Templating: fields kept under a name, codes from files, credits composed of what is known."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.person import Person
from app.domain.photo import Photo, PhotoMetadata
from app.domain.picking import CaptionTemplate
from app.photo.codes import Code, codes_from, codes_of
from app.photo.variables import Frame, credit_line
from app.store import originals, picking, sources, stories
from app.store import photos as rows
from app.store.journal import acting

CODES_FOLDER = "codes"
"""Where code files lie beside the store: tab-separated, one list each."""

LARGEST_LIST = 50_000_000
"""Bytes of the largest list read, of codes or captions: far more than any desk has."""

CREDIT = "{creator} / {agency}"
"""The usual credit line."""

_FIELDS = frozenset(field.name for field in fields(PhotoMetadata))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesIn:
    """A code file taken in. `doubled` codes were given twice; `odd` are numbers of lines left out."""

    count: int
    doubled: tuple[str, ...]
    odd: tuple[int, ...]


def templates(desk: Desk) -> tuple[CaptionTemplate, ...]:
    """Return the caption templates, by name."""
    with desk.store.reading() as connection:
        found = picking.templates(connection)
    return tuple(
        CaptionTemplate(id=template_id, name=name, fields=rows.fields_from(json.loads(told)))
        for (template_id, name), told in found.items()
    )


def template(desk: Desk, name: str) -> CaptionTemplate:
    """Return the template of this name.

    Raises:
        DeskError: `template.unknown`.
    """
    found = next((one for one in templates(desk) if one.name == name), None)
    if found is None:
        raise DeskError("template.unknown", name=name)
    return found


def save_template(desk: Desk, name: str, ticked: Mapping[str, Any]) -> Changes:
    """Keep fields of `PhotoMetadata` under a name; a template of that name gives way.

    Raises:
        DeskError: `template.no-name`.
        ValueError: a name is not a field of `PhotoMetadata`.
    """
    name = " ".join(name.split())
    if not name:
        raise DeskError("template.no-name")
    if unknown := ticked.keys() - _FIELDS:
        raise ValueError(", ".join(sorted(unknown)))
    told = rows.fields_text(ticked)
    with acting(desk.store, "save-template", desk.by) as act:
        known = {called: key for key, called in picking.templates(act.connection)}
        if name in known:
            act.update("caption_templates", known[name], {"fields": told})
        else:
            act.insert("caption_templates", {"id": uuid4().hex, "name": name, "fields": told})
    return act.changes()


def drop_template(desk: Desk, template_id: str) -> Changes:
    """Remove a template.

    Raises:
        DeskError: `template.unknown`.
    """
    with acting(desk.store, "drop-template", desk.by) as act:
        if template_id not in {key for key, _name in picking.templates(act.connection)}:
            raise DeskError("template.unknown", name=template_id)
        act.delete("caption_templates", template_id)
    return act.changes()


def codes(desk: Desk, on: date | None = None) -> tuple[Code, ...]:
    """Return the codes of the register, titles as held that day, and those of the code files."""
    with desk.store.reading() as connection:
        people = sources.people(connection)
    return codes_on(desk, people, on)


def codes_on(desk: Desk, people: Sequence[Person], on: date | None) -> tuple[Code, ...]:
    """Return the codes of some entries of the register and of the code files; the former win."""
    told = {one.code.casefold(): one for one in _filed_codes(desk)}
    told |= {one.code.casefold(): one for one in codes_of(people, on)}
    return tuple(told.values())


def take_codes_in(desk: Desk, source: Path) -> CodesIn:
    """Keep a code file beside the store; a list of the same file name gives way.

    Raises:
        DeskError: `photo.missing`, `photo.unreadable`, `photo.too-large`, `store.…`.
    """
    data = read_list(source)
    found = codes_from(data)
    originals.keep_bytes(desk.path.parent / CODES_FOLDER / f"{source.stem}.txt", data)
    return CodesIn(count=len(found.codes), doubled=found.doubled, odd=found.odd)


def credit_preview(
    desk: Desk, photo_ids: Sequence[str], template: str = CREDIT
) -> tuple[tuple[str, str], ...]:
    """Return the credit line a template gives for each photo, by id.

    Raises:
        DeskError: `photo.unknown`.
    """
    with desk.store.reading() as connection:
        found = rows.all_of(connection, photo_ids)
    return tuple((photo.id, _credit(photo, template)) for photo in found)


def compose_credits(desk: Desk, story_id: str, template: str = CREDIT) -> Changes:
    """Give every picture of a story the credit line a template makes, in one step.

    A picture of which nothing is known keeps the credit it has.

    Raises:
        DeskError: `photo.unknown`.
    """
    with acting(desk.store, "compose-credits", desk.by, story_id=story_id) as act:
        uses = [use for use in stories.uses(act.connection, story_id) if use.photo_id]
        photos = rows.some(act.connection, [use.photo_id or "" for use in uses])
        for use in uses:
            if line := _credit(photos[use.photo_id or ""], template):
                act.update("photo_uses", use.id, {"credit": line})
    return act.changes()


def _credit(photo: Photo, template: str) -> str:
    return credit_line(template, Frame(metadata=photo.metadata, file_name=photo.file_name))


def _filed_codes(desk: Desk) -> list[Code]:
    found: list[Code] = []
    for path in sorted((desk.path.parent / CODES_FOLDER).glob("*.txt")):
        found += codes_from(read_list(path)).codes
    return found


def read_list(path: Path) -> bytes:
    """Return the bytes of a list of codes or captions.

    Raises:
        DeskError: `photo.missing`, `photo.unreadable`, `photo.too-large`.
    """
    try:
        if path.stat().st_size > LARGEST_LIST:
            raise DeskError("photo.too-large", name=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DeskError("photo.missing", name=path.name) from error
    except OSError as error:
        raise DeskError("photo.unreadable", name=path.name) from error
