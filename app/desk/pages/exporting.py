"""Exporting: one story in one file, in the form somebody else asks for."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.desk import house, packages
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.domain.errors import DeskError
from app.domain.package import Package
from app.export import newsml, ninjs, plaintext, proof, word
from app.export.article import Article, Times, article
from app.export.copytext import copy_text
from app.export.edition import Edition
from app.store import originals

_FORMS: dict[str, Callable[[Package, Article, Edition], bytes]] = {
    "docx": lambda _package, told, _edition: word.word(told),
    "md": lambda package, _told, _edition: copy_text(package),
    "newsml": lambda _package, told, edition: newsml.newsml(told, edition),
    "ninjs": lambda _package, told, edition: ninjs.ninjs(told, edition),
    "pdf": lambda _package, told, _edition: proof.proof(told),
    "txt": lambda _package, told, _edition: plaintext.text(told),
}

FORMS = {
    "docx": ".docx",
    "md": ".md",
    "newsml": ".newsml.xml",
    "ninjs": ".ninjs.json",
    "pdf": ".pdf",
    "txt": ".txt",
}
"""Each form with the end of its file's name."""


def exported(desk: Desk, story_id: str, form: str, *, now: datetime | None = None) -> bytes:
    """Return a story in one of `FORMS`, as it stands and with the dates of its publication.

    Nothing private is in it, as nothing is on the page. Pictures come in one size.

    Raises:
        DeskError: `story.unknown`, `house.…`, `photo.…`.
        KeyError: no such form.
    """
    make = _FORMS[form]
    package = packages.load(desk.store, story_id, desk.by)
    edition = house.edition(desk)
    before = publishing.publications_of(desk, story_id)
    moment = now or package.story.updated_at
    times = Times(published=before[-1].at if before else moment, modified=moment)
    pictures = publishing.pictures_for_preview(desk, package, edition)
    return make(package, article(package, pictures, edition, times), edition)


def export(desk: Desk, story_id: str, form: str, to: Path | None = None) -> Path:
    """Write a story in one of `FORMS` to the file `to`, or one named after it here; return its place.

    Raises:
        DeskError: `export.not-written`, and those of `exported`.
    """
    data = exported(desk, story_id, form)
    slug = packages.unread(desk.store, story_id).story.slug
    place = (to or Path(f"{slug}{FORMS[form]}")).expanduser()
    if place.is_dir():
        place /= f"{slug}{FORMS[form]}"
    try:
        originals.write_whole(io.BytesIO(data), place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DeskError("export.not-written", path=str(place), reason=reason) from error
    return place
