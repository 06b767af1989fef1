"""Commands that write: revise, history, restore, undo, redo."""

import argparse
from datetime import date

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say
from app.desk import filing, undoing, writing
from app.desk.desk import Desk
from app.sentences import act_name
from app.words import _, ngettext

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
    history = commands.add_parser("history", help=_("list the kept moments of a story"))
    history.add_argument("story")
    add_format(history)
    history.set_defaults(act=show_history)
    restoring = commands.add_parser("restore", help=_("put a kept moment back"))
    restoring.add_argument("story")
    restoring.add_argument("number", type=int)
    restoring.set_defaults(act=restore)
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


def show_history(arguments: argparse.Namespace) -> int:
    """Print the kept moments, newest first."""
    with open_desk(arguments, read_only=True) as desk:
        kept = writing.revisions(desk, filing.find(desk, arguments.story))
    if arguments.format == "json":
        dump(kept)
        return 0
    for one in kept:
        words = ngettext("{n} word", "{n} words", one.words).format(n=one.words)
        say(f"{one.number:>4}  {one.kept_at:%Y-%m-%d %H:%M} UTC  {words}  {one.name or one.reason}")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a kept moment back."""
    with open_desk(arguments) as desk:
        writing.restore(desk, filing.find(desk, arguments.story), arguments.number)
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
