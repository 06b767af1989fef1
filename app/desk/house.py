"""The house: what a desk says of itself on its pages, from a file and a folder beside the store."""

import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import resources
from app.desk.desk import Desk
from app.domain.errors import DeskError
from app.export.edition import PNG, Edition, FooterLink, PictureFile
from app.export.pictures import hashed_name
from app.export.templates import NAMES
from app.export.theme import theme_of
from app.store import originals

FILE_NAME = "house.toml"
THEME_FOLDER = "theme"
EXAMPLE = "page/house.toml"
"""Every setting with an example, each line a comment."""

STYLE_NAME = "theme.css"

SMALLEST_LOGO = 112
"""Pixels of each side: what search engines ask of a publisher's logo."""

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = 24
_TEXTS = frozenset(
    field.name for field in fields(Edition) if field.type is str and field.name != "style"
)
_KEYS = _TEXTS | {"logo", "author_pages", "footer_links"}


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The settings in force. `given` are the keys the file sets; `own` the files of its theme."""

    edition: Edition
    file: Path
    given: tuple[str, ...]
    own: tuple[str, ...]


def edition(desk: Desk) -> Edition:
    """Return the settings of the house; each one not set has its default.

    Raises:
        DeskError: `house.…`, `edition.…` when a setting cannot be used.
    """
    return house(desk).edition


def house(desk: Desk) -> House:
    """Return the settings of the house with where each comes from; raises as `edition` does."""
    place = desk.path.parent / FILE_NAME
    said = _said(place)
    own, style = _own_theme(desk.path.parent / THEME_FOLDER)
    made = Edition(**_settings(said, place.parent), templates=own, style=style)
    _check_zone(made.time_zone)
    theme_of(made)
    names = [*own, *([STYLE_NAME] if style else [])]
    return House(edition=made, file=place, given=tuple(sorted(said)), own=tuple(names))


def settings_file(desk: Desk, first_lines: str) -> Path:
    """Return the file of the settings, made first where there is none: every key, none in force.

    `first_lines` are words for whoever opens it, in their language.

    Raises:
        DeskError: `store.unwritable`, `store.disk-full`.
    """
    place = desk.path.parent / FILE_NAME
    if not place.exists():
        told = "".join(f"# {line}\n" for line in first_lines.splitlines())
        example = resources.read_text(EXAMPLE)
        originals.keep_bytes(place, f"{told}\n{example}".encode())
    return place


def _said(place: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(place.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DeskError("house.unreadable", file=str(place), reason=str(error)) from error


def _settings(said: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    for key, value in said.items():
        if key not in _KEYS:
            raise DeskError("house.unknown", key=key, known=", ".join(sorted(_KEYS)))
        if key in _TEXTS | {"logo"} and not isinstance(value, str):
            raise DeskError("house.wrong-kind", key=key)
    found: dict[str, Any] = {key: said[key].strip() for key in _TEXTS if key in said}
    if "author_pages" in said:
        found["author_pages"] = _words_by_name(said["author_pages"], "author_pages")
    if "footer_links" in said:
        found["footer_links"] = _links(said["footer_links"])
    if said.get("logo"):
        found["logo"] = _logo(folder / said["logo"])
    return found


def _words_by_name(value: object, key: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise DeskError("house.wrong-kind", key=key)
    return {str(name): str(one) for name, one in value.items()}


def _links(value: object) -> tuple[FooterLink, ...]:
    if not isinstance(value, list):
        raise DeskError("house.wrong-kind", key="footer_links")
    links = [_words_by_name(one, "footer_links") for one in value]
    if any(set(link) != {"words", "address"} for link in links):
        raise DeskError("house.wrong-kind", key="footer_links")
    return tuple(FooterLink(**link) for link in links)


def _logo(place: Path) -> PictureFile:
    try:
        data = place.read_bytes()
    except OSError as error:
        raise DeskError("house.logo", file=str(place)) from error
    if len(data) < _HEADER or not data.startswith(_PNG):
        raise DeskError("house.logo", file=str(place))
    width, height = struct.unpack(">II", data[16:_HEADER])
    if min(width, height) < SMALLEST_LOGO:
        raise DeskError("house.logo", file=str(place))
    return PictureFile(
        name=hashed_name("logo", data, "png"),
        data=data,
        media_type=PNG,
        width=width,
        height=height,
        role="logo",
    )


def _own_theme(folder: Path) -> tuple[dict[str, str], str]:
    """Return the templates and the style sheet a house keeps in place of those that ship."""
    if not folder.is_dir():
        return {}, ""
    own: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.name not in {*NAMES, STYLE_NAME} and not path.name.startswith("."):
            known = ", ".join([*NAMES, STYLE_NAME])
            raise DeskError("house.theme-file", name=path.name, known=known)
        try:
            own[path.name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise DeskError("house.unreadable", file=str(path), reason=str(error)) from error
    style = own.pop(STYLE_NAME, "")
    return {name: text for name, text in own.items() if name in NAMES}, style


def _check_zone(name: str) -> None:
    # Windows keeps no table of time zones: the zone that needs none must not ask for it.
    if name == "UTC":
        return
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise DeskError("house.time-zone", zone=name) from error
