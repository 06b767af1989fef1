"""The command for a damaged store: recover."""

import argparse

from app.cli.arguments import Commands, add_format
from app.cli.output import dump, say
from app.desk import recovering
from app.words import _, ngettext


def add(commands: Commands) -> None:
    """Add the command."""
    saving = commands.add_parser(
        "recover", help=_("read a damaged store into a sound one; the damaged files are kept")
    )
    add_format(saving)
    saving.set_defaults(act=recover)


def recover(arguments: argparse.Namespace) -> int:
    """Recover the store and say what was read, what came from a copy and what is lost; 1 when any is."""
    told = recovering.recover(arguments.store)
    lost = max(0, told.unreadable - told.from_copy) + told.unattached
    if arguments.format == "json":
        dump(told)
        return int(bool(lost))
    say(ngettext("{n} row was read.", "{n} rows were read.", told.read).format(n=told.read))
    if told.copy:
        came = ngettext("{n} row came from {copy}.", "{n} rows came from {copy}.", told.from_copy)
        say(came.format(n=told.from_copy, copy=told.copy))
    if lost:
        gone = ngettext(
            "{n} row could not be found again.", "{n} rows could not be found again.", lost
        )
        say(gone.format(n=lost))
    for story in told.doubtful:
        say(_("Read through the story {story}: its text may be an older one.").format(story=story))
    say(_("The damaged files are kept in {folder}.").format(folder=told.aside))
    return int(bool(lost))
