"""Which photos a command is about: those named, or those a sieve lets through."""

import argparse

from app.desk.desk import Desk
from app.desk.photos import captioning, selecting
from app.desk.stories import filing
from app.domain.completeness import ASKED
from app.domain.errors import DeskError
from app.domain.photo import Flag
from app.domain.picking import LABELS, Order, PhotoWish
from app.words import _

SIEVES = ("words", "story", "batch", "rating", "label", "flag", "lacks", "unused", "conflicting")


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Let a command be about photos named, or sifted."""
    parser.add_argument(
        "photos", nargs="*", metavar="PHOTO", help=_("ids, their beginnings, or file names")
    )
    parser.add_argument("--all", action="store_true", help=_("every photo of the store"))
    parser.add_argument("--words", metavar="TEXT", help=_("words in any text of the photo"))
    parser.add_argument("--story", metavar="STORY", help=_("photos a story shows"))
    parser.add_argument("--batch", metavar="ID", help=_("photos taken in together"))
    parser.add_argument("--rating", type=int, choices=range(6), help=_("the least rating"))
    parser.add_argument("--label", choices=tuple(LABELS))
    parser.add_argument("--flag", choices=(Flag.PICK.value, Flag.REJECT.value))
    parser.add_argument("--lacks", choices=(*ASKED, "any"), help=_("what they lack"))
    parser.add_argument("--unused", action="store_true", default=None, help=_("in no story"))
    parser.add_argument(
        "--conflicting",
        action="store_true",
        default=None,
        help=_("files that disagree in themselves"),
    )


def chosen(desk: Desk, arguments: argparse.Namespace) -> tuple[str, ...]:
    """Return the ids of the photos a command is about.

    Raises:
        DeskError: `photo.none-chosen`, neither named nor sifted nor all; `photo.unknown`.
    """
    if arguments.photos:
        return tuple(captioning.find_photo(desk, ref) for ref in arguments.photos)
    sifted = any(getattr(arguments, name) is not None for name in SIEVES)
    if not sifted and not arguments.all:
        raise DeskError("photo.none-chosen")
    return selecting.find(desk, wish(desk, arguments, Order.CREATED))


def wish(desk: Desk, arguments: argparse.Namespace, order: Order) -> PhotoWish:
    """Return what the sieves of a command ask for."""
    return PhotoWish(
        words=arguments.words or "",
        story_id=filing.find(desk, arguments.story) if arguments.story else "",
        batch_id=_batch(desk, arguments.batch) if arguments.batch else "",
        rating=arguments.rating,
        labels=frozenset({arguments.label} if arguments.label else ()),
        flags=frozenset({Flag(arguments.flag)} if arguments.flag else ()),
        lacks=arguments.lacks or "",
        used=False if arguments.unused else None,
        conflicting=bool(arguments.conflicting),
        order=order,
    )


def _batch(desk: Desk, ref: str) -> str:
    found = [batch.id for batch in selecting.batches(desk) if batch.id.startswith(ref)]
    if len(found) != 1:
        raise DeskError("batch.unknown", ref=ref)
    return found[0]
