"""Commands on the register: people list, add, merge, import, export."""

import argparse
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say
from app.desk.sources import register_files, register_imports, registering
from app.domain.person import Person, PersonKind, Title
from app.words import N_, _, ngettext

KINDS = {
    PersonKind.PERSON: N_("person"),
    PersonKind.ORGANISATION: N_("organisation"),
    PersonKind.DOCUMENT: N_("document"),
    PersonKind.AGENCY: N_("agency"),
    PersonKind.ANONYMOUS: N_("anonymous"),
}


def add(commands: Commands) -> None:
    """Add the commands."""
    top = commands.add_parser("people", help=_("the register of people and sources"))
    acts = top.add_subparsers(dest="people", metavar=_("COMMAND"), required=True)
    listing = acts.add_parser("list", help=_("list the register"))
    listing.add_argument("words", nargs="*")
    add_format(listing)
    listing.set_defaults(act=list_people)
    adding = acts.add_parser("add", help=_("add an entry"))
    adding.add_argument("name")
    adding.add_argument("--kind", choices=[kind.value for kind in PersonKind], default="person")
    adding.add_argument("--code", default="", help=_("what captions type for it"))
    adding.add_argument("--variant", action="append", default=[], metavar="NAME")
    adding.add_argument("--title", action="append", default=[])
    adding.add_argument("--note", default="")
    adding.set_defaults(act=add_person)
    merging = acts.add_parser("merge", help=_("make two entries one"))
    merging.add_argument("kept", metavar="KEPT")
    merging.add_argument("other", metavar="OTHER")
    merging.set_defaults(act=merge_people)
    for name, act, words in (
        ("import", import_people, _("take a table (CSV) or a code file in")),
        ("export", export_people, _("write the register as a table (CSV) or a code file")),
    ):
        moving = acts.add_parser(name, help=words)
        moving.add_argument("file", type=Path, metavar="FILE")
        moving.add_argument(
            "--codes", action="store_true", help=_("a photo desk's tab-separated code file")
        )
        moving.set_defaults(act=act)


def list_people(arguments: argparse.Namespace) -> int:
    """Print the entries in which all the words are found."""
    with open_desk(arguments, read_only=True) as desk:
        found = registering.entries(desk, words=" ".join(arguments.words))
    if arguments.format == "json":
        dump(found)
        return 0
    for person in found:
        told = (person.name, _(KINDS[person.kind]), person.code, *person.variants)
        say("  ·  ".join(filter(None, told)))
    say(_counted(len(found)))
    return 0


def add_person(arguments: argparse.Namespace) -> int:
    """Add an entry."""
    person = Person(
        id="",
        name=arguments.name,
        kind=PersonKind(arguments.kind),
        code=arguments.code,
        variants=tuple(arguments.variant),
        titles=tuple(map(Title, arguments.title)),
        note=arguments.note,
    )
    with open_desk(arguments) as desk:
        registering.enter(desk, person)
    return 0


def merge_people(arguments: argparse.Namespace) -> int:
    """Merge an entry into another."""
    with open_desk(arguments) as desk:
        kept = registering.entry(desk, arguments.kept)
        registering.merge(desk, kept.id, registering.entry(desk, arguments.other).id)
    return 0


def import_people(arguments: argparse.Namespace) -> int:
    """Take a table or a code file in and say what it changed."""
    read = register_imports.import_codes if arguments.codes else register_imports.import_csv
    with open_desk(arguments) as desk:
        done = read(desk, arguments.file)
    say(_("{added} added, {changed} changed.").format(added=done.added, changed=done.changed))
    if done.doubled:
        say(_("Given twice, the last one holds: {codes}").format(codes=", ".join(done.doubled)))
    if done.odd:
        lines = ", ".join(map(str, done.odd))
        say(_("Lines that give no code: {lines}").format(lines=lines))
    return 0


def export_people(arguments: argparse.Namespace) -> int:
    """Write the register to a file."""
    write = register_files.export_codes if arguments.codes else register_files.export_csv
    with open_desk(arguments, read_only=True) as desk:
        say(_counted(write(desk, arguments.file)))
    return 0


def _counted(count: int) -> str:
    return ngettext("{n} entry", "{n} entries", count).format(n=count)
