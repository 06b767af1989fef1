"""The command that writes a story as one file: export."""

import argparse
from pathlib import Path

from app.cli.arguments import Commands, open_desk
from app.cli.output import say
from app.desk.pages import exporting
from app.desk.stories import filing
from app.words import _


def add(commands: Commands) -> None:
    """Add the command."""
    out = commands.add_parser("export", help=_("write a story as one file, for others to use"))
    out.add_argument("story")
    out.add_argument("--as", dest="form", choices=sorted(exporting.FORMS), required=True)
    out.add_argument("--to", type=Path, metavar="FILE", help=_("the file to write"))
    out.set_defaults(act=export)


def export(arguments: argparse.Namespace) -> int:
    """Write the file and say where it stands."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        place = exporting.export(desk, story_id, arguments.form, arguments.to)
    say(_("Written: {path}").format(path=place))
    return 0
