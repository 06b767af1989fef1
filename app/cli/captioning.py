"""Commands of the photo desk: photo add, list, attach, detach, caption, describe."""

import argparse
from datetime import date
from pathlib import Path

from app.cli.arguments import Commands, add_format, is_file, open_desk
from app.cli.output import dump, say
from app.desk.photos import captioning
from app.desk.stories import filing
from app.words import _

TEXTS = ("caption", "alt", "credit")
DETAILS = (
    "headline",
    "description",
    "alt",
    "credit",
    "copyright_notice",
    "created",
    "city",
    "country",
    "usage_terms",
    "digital_source_type",
)


def add(commands: Commands) -> None:
    """Add the commands."""
    photo = commands.add_parser("photo", help=_("add, list, attach and caption photos"))
    verbs = photo.add_subparsers(dest="verb", required=True, metavar=_("COMMAND"))
    adding = verbs.add_parser("add", help=_("take image files in"))
    adding.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add_format(adding)
    adding.set_defaults(act=take_in)
    listing = verbs.add_parser("list", help=_("list the photos"))
    listing.add_argument("words", nargs="*", help=_("words to look for"))
    add_format(listing)
    listing.set_defaults(act=list_photos)
    _add_slot_verbs(verbs)
    describing = verbs.add_parser("describe", help=_("set what is known of a photo"))
    describing.add_argument("photo")
    for name in DETAILS:
        describing.add_argument(f"--{name.replace('_', '-')}", dest=f"field_{name}", metavar="TEXT")
    describing.add_argument("--creator", dest="field_creator", action="append", metavar="NAME")
    describing.set_defaults(act=describe)


def _add_slot_verbs(verbs: Commands) -> None:
    attaching = verbs.add_parser("attach", help=_("put a photo in a slot of a story"))
    attaching.add_argument("story")
    attaching.add_argument("slot", type=int)
    attaching.add_argument("photo", help=_("a photo of the store, or an image file to take in"))
    attaching.set_defaults(act=attach)
    detaching = verbs.add_parser("detach", help=_("take the photo out of a slot"))
    detaching.add_argument("story")
    detaching.add_argument("slot", type=int)
    detaching.set_defaults(act=detach)
    writing = verbs.add_parser("caption", help=_("set the words of one use"))
    writing.add_argument("story")
    writing.add_argument("slot", type=int)
    for name in TEXTS:
        writing.add_argument(f"--{name}", dest=f"field_{name}", metavar="TEXT")
    writing.add_argument(
        "--dated", dest="field_dated", type=date.fromisoformat, metavar="YYYY-MM-DD"
    )
    for name, words in (
        ("archive", _("label the picture as an archive one")),
        ("decorative", _("the picture needs no alt text")),
    ):
        writing.add_argument(
            f"--{name}", dest=f"field_{name}", action=argparse.BooleanOptionalAction, help=words
        )
    writing.set_defaults(act=caption)


def take_in(arguments: argparse.Namespace) -> int:
    """Take image files in."""
    with open_desk(arguments) as desk:
        taken = [captioning.take_photo_in(desk, path) for path in arguments.files]
    if arguments.format == "json":
        dump([one.photo for one in taken])
        return 0
    for one in taken:
        photo = one.photo
        known = _("already here") if one.already else f"{photo.width}×{photo.height}"
        say(f"{photo.id[:8]}  {photo.file_name}  {known}  {photo.metadata.credit_line()}")
    return 0


def list_photos(arguments: argparse.Namespace) -> int:
    """Print the photos."""
    with open_desk(arguments, read_only=True) as desk:
        photos = captioning.photos(desk, words=" ".join(arguments.words))
    if arguments.format == "json":
        dump(photos)
        return 0
    for photo in photos:
        about = photo.metadata
        say(
            f"{photo.id[:8]}  {photo.file_name}  {photo.width}×{photo.height}  {about.credit_line()}"
        )
        if about.description:
            say(f"          {about.description}")
    return 0


def attach(arguments: argparse.Namespace) -> int:
    """Put a photo in a slot; an image file is taken in first."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        if is_file(arguments.photo):
            photo_id = captioning.take_photo_in(desk, Path(arguments.photo)).photo.id
        else:
            photo_id = captioning.find_photo(desk, arguments.photo)
        captioning.attach(desk, story_id, arguments.slot, photo_id)
    return 0


def detach(arguments: argparse.Namespace) -> int:
    """Take the photo out of a slot."""
    with open_desk(arguments) as desk:
        captioning.detach(desk, filing.find(desk, arguments.story), arguments.slot)
    return 0


def caption(arguments: argparse.Namespace) -> int:
    """Set the words of one use."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        captioning.caption(desk, story_id, arguments.slot, **_given(arguments))
    return 0


def describe(arguments: argparse.Namespace) -> int:
    """Set what is known of a photo."""
    fields = _given(arguments)
    if "creator" in fields:
        fields["creator"] = tuple(arguments.field_creator)
    with open_desk(arguments) as desk:
        captioning.describe(desk, captioning.find_photo(desk, arguments.photo), **fields)
    return 0


def _given(arguments: argparse.Namespace) -> dict[str, object]:
    return {
        name.removeprefix("field_"): value
        for name, value in vars(arguments).items()
        if name.startswith("field_") and value is not None
    }
