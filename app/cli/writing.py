"""Commands that write: revise, undo, redo."""

import argparse
from datetime import date

from app.cli.arguments import Commands, open_desk
from app.cli.output import say
from app.desk import filing, undoing, writing
from app.desk.desk import Desk
from app.sentences import act_name
from app.words import _

FIELDS = (
    "slug",
    "language",
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "section",
    "agency_credit",
    "note",
)


def add(commands: Commands) -> None:
    """Add the commands."""
    revising = commands.add_parser("revise", help=_("set fields of a story"))
    revising.add_argument("story")
    for field in FIELDS:
        revising.add_argument(f"--{field.replace('_', '-')}", dest=f"field_{field}", metavar="TEXT")
    revising.add_argument(
        "--dated", dest="field_dated", type=date.fromisoformat, metavar="YYYY-MM-DD"
    )
    revising.set_defaults(act=revise)
    commands.add_parser("undo", help=_("take the last act back")).set_defaults(act=undo)
    commands.add_parser("redo", help=_("do it again")).set_defaults(act=redo)


def revise(arguments: argparse.Namespace) -> int:
    """Set the fields given."""
    fields = {
        name.removeprefix("field_"): value
        for name, value in vars(arguments).items()
        if name.startswith("field_") and value is not None
    }
    with open_desk(arguments) as desk:
        writing.revise(desk, filing.find(desk, arguments.story), **fields)
    return 0


def undo(arguments: argparse.Namespace) -> int:
    """Take the last act back."""
    with open_desk(arguments) as desk:
        return _say_undone(desk, back=True)


def redo(arguments: argparse.Namespace) -> int:
    """Do the last act taken back again."""
    with open_desk(arguments) as desk:
        return _say_undone(desk, back=False)


def _say_undone(desk: Desk, *, back: bool) -> int:
    name = undoing.undo_name(desk) if back else undoing.redo_name(desk)
    if not name:
        say(_("Nothing to take back.") if back else _("Nothing to do again."))
        return 0
    if back:
        undoing.undo(desk)
    else:
        undoing.redo(desk)
    said = _("Taken back: {act}") if back else _("Done again: {act}")
    say(said.format(act=act_name(name)))
    return 0
