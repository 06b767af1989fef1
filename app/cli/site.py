"""Commands for the house and its site: house, site."""

import argparse
from dataclasses import fields
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say
from app.desk import house as settings
from app.desk.house import House
from app.desk.pages import site as sites
from app.desk.pages.site import Site
from app.words import _, ngettext

_SHOWN = frozenset({"templates", "style", "card"})
"""Parts of an edition that are files of the theme, named apart."""


def add(commands: Commands) -> None:
    """Add the commands."""
    ours = commands.add_parser("house", help=_("show the settings of the house"))
    add_format(ours)
    ours.set_defaults(act=house)
    whole = commands.add_parser("site", help=_("bring a site of all ready stories up to date"))
    whole.add_argument("--to", type=Path, metavar="DIR", help=_("the folder to write"))
    add_format(whole)
    whole.set_defaults(act=site)


def house(arguments: argparse.Namespace) -> int:
    """Show each setting, those of the file first said to be so."""
    with open_desk(arguments, read_only=True) as desk:
        found = settings.house(desk)
    if arguments.format == "json":
        dump(_record(found))
        return 0
    say(_("Settings of the house: {path}").format(path=found.file))
    for name, value in _record(found).items():
        mark = "*" if name in found.given else " "
        say(f"{mark} {name} = {value}")
    if found.own:
        say(_("Its own theme: {names}").format(names=", ".join(found.own)))
    say(_("* set in the file; the others have their default"))
    return 0


def _record(found: House) -> dict[str, object]:
    edition = found.edition
    told = {one.name: getattr(edition, one.name) for one in fields(edition)}
    told["logo"] = edition.logo.name if edition.logo else ""
    return {name: value for name, value in told.items() if name not in _SHOWN}


def site(arguments: argparse.Namespace) -> int:
    """Write the site; 1 when stories were held back."""
    with open_desk(arguments) as desk:
        done = sites.publish_site(desk, arguments.to or desk.path.parent / "site")
    if arguments.format == "json":
        dump(done)
    else:
        say_site(done)
    return 1 if done.held else 0


def say_site(done: Site) -> None:
    """Say what became of the site and which stories wait."""
    if done.identical:
        say(_("The site is up to date: {path}").format(path=done.folder))
    else:
        say(_("The site is written: {path}").format(path=done.folder))
    stories = ngettext("{n} story", "{n} stories", done.stories).format(n=done.stories)
    files = ngettext("{n} file written", "{n} files written", done.files).format(n=done.files)
    say(f"  {stories}, {files}")
    for one in done.held:
        say(
            "  "
            + _("Held back: {slug} ({codes})").format(slug=one.slug, codes=", ".join(one.codes))
        )
