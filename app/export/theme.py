"""The looks of a page: one style sheet out of the common one and a theme's, and its pictures."""

import base64
import functools
import hashlib
import re
from dataclasses import dataclass

import resources
from app.domain.errors import DeskError
from app.export.edition import PNG, Edition, Picture, PictureFile
from app.export.pictures import hashed_name

THEMES = ("broadsheet", "digital")

_CARDS = {"og": (1200, 630), "16x9": (1200, 675), "4x3": (1200, 900), "1x1": (1200, 1200)}
_LOGO_SIDE = 512


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its style sheet, the source that allows it in a content security policy, pictures."""

    name: str
    style: str
    style_source: str
    logo: PictureFile
    card: Picture


def theme_of(edition: Edition) -> Theme:
    """Return the theme of an edition, with the house's own logo and card where it has them.

    Raises:
        DeskError: "edition.theme" when no such theme ships.
    """
    if edition.theme not in THEMES:
        raise DeskError("edition.theme", theme=edition.theme)
    shipped = _shipped(edition.theme)
    logo, card = edition.logo or shipped.logo, edition.card or shipped.card
    if not edition.style:
        return Theme(shipped.name, shipped.style, shipped.style_source, logo, card)
    style = f"{shipped.style}\n{_lean(edition.style)}"
    return Theme(shipped.name, style, policy_source(style), logo, card)


def policy_source(text: str) -> str:
    """Return the source that allows one inline element in a content security policy (CSP 3)."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@functools.cache
def sheet(name: str) -> str:
    """Return one of the style sheets that ship for every theme, without comments."""
    return _lean(resources.read_text(f"page/{name}.css"))


@functools.cache
def _shipped(name: str) -> Theme:
    sheets = (f"page/{name}/theme.css", "page/base.css")
    style = "\n".join(_lean(resources.read_text(sheet)) for sheet in sheets)
    card = Picture(files=tuple(_card(role, size) for role, size in _CARDS.items()))
    logo = _file("logo", "logo", (_LOGO_SIDE, _LOGO_SIDE))
    return Theme(name, style, policy_source(style), logo, card)


def _card(role: str, size: tuple[int, int]) -> PictureFile:
    return _file(f"card-{role}", role, size)


def _file(stem: str, role: str, size: tuple[int, int]) -> PictureFile:
    data = resources.path(f"page/{stem}.png").read_bytes()
    name = hashed_name(stem, data, "png")
    width, height = size
    return PictureFile(name=name, data=data, media_type=PNG, width=width, height=height, role=role)


def _lean(sheet: str) -> str:
    """Return a style sheet without comments and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return "\n".join(stripped for row in bare.splitlines() if (stripped := row.strip()))
