"""The verbs of `photos` that put words on pictures, into files, on paper and in tables."""

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import complain, dump, say
from app.cli.photos_chosen import add_choice, chosen
from app.desk.desk import Desk
from app.desk.photos import batching, sheets, stamping, templating
from app.desk.photos.batching import Preview, Stamp
from app.desk.photos.reconciling import value_from
from app.desk.photos.sheets import CaptionsIn, Layout
from app.desk.photos.stamping import Into
from app.desk.stories import filing
from app.domain.picking import Hunt, text_of
from app.sentences import left_quoted, sentence
from app.words import _, ngettext

SETTABLE = tuple(fact.name for fact in batching.FIELDS if not fact.fixed)


def add(verbs: Commands) -> None:
    """Add the verbs."""
    _add_stamp(verbs)
    _add_replace(verbs)
    _add_write(verbs)
    _add_sheets(verbs)
    _add_templates(verbs)


def _add_stamp(verbs: Commands) -> None:
    parser = verbs.add_parser("stamp", help=_("put the same words on many photos"))
    add_choice(parser)
    parser.add_argument(
        "--set",
        dest="fields",
        action="append",
        type=_field,
        default=[],
        metavar="FIELD=TEXT",
        help=_("a field and its text, with {variables} and =codes="),
    )
    parser.add_argument("--template", metavar="NAME", help=_("a template kept in the store"))
    parser.add_argument("--for-story", default="", metavar="STORY", help=_("gives {slug}"))
    _add_dry_run(parser)
    parser.set_defaults(act=stamp)


def _add_replace(verbs: Commands) -> None:
    parser = verbs.add_parser("replace", help=_("find words and replace them"))
    parser.add_argument("find")
    parser.add_argument("words_instead", metavar="REPLACEMENT")
    add_choice(parser)
    parser.add_argument("--in", dest="fields", action="append", choices=SETTABLE, metavar="FIELD")
    parser.add_argument("--regex", action="store_true", help=_("the words are an expression"))
    parser.add_argument("--case", action="store_true", help=_("capitals matter"))
    _add_dry_run(parser)
    parser.set_defaults(act=replace)


def _add_write(verbs: Commands) -> None:
    parser = verbs.add_parser("write", help=_("write words into files"))
    parser.add_argument("into", choices=[into.value for into in Into])
    add_choice(parser)
    parser.add_argument("--to", type=Path, metavar="DIR", help=_("the folder to write"))
    add_format(parser)
    parser.set_defaults(act=write)


def _add_sheets(verbs: Commands) -> None:
    sheet = verbs.add_parser("sheet", help=_("a contact sheet to print, as HTML"))
    add_choice(sheet)
    sheet.add_argument("--to", type=Path, required=True, metavar="FILE")
    sheet.add_argument("--title", default="")
    sheet.add_argument("--columns", type=int, choices=range(1, 11), default=4)
    sheet.add_argument("--rows", type=int, choices=range(1, 13), default=5)
    sheet.add_argument("--field", dest="fields", action="append", choices=sheets.FIELDS)
    sheet.set_defaults(act=contact_sheet)
    table = verbs.add_parser("csv", help=_("captions as a table for a spreadsheet"))
    add_choice(table)
    table.add_argument("--to", type=Path, metavar="FILE")
    table.set_defaults(act=captions_out)
    back = verbs.add_parser("csv-in", help=_("take captions in from a table"))
    back.add_argument("file", type=Path)
    _add_dry_run(back)
    back.set_defaults(act=captions_in)


def _add_templates(verbs: Commands) -> None:
    keeping = verbs.add_parser("keep-template", help=_("keep fields under a name"))
    keeping.add_argument("name")
    keeping.add_argument(
        "--set", dest="fields", action="append", type=_field, required=True, metavar="FIELD=TEXT"
    )
    keeping.set_defaults(act=keep_template)
    listing = verbs.add_parser("templates", help=_("list the templates"))
    add_format(listing)
    listing.set_defaults(act=list_templates)
    dropping = verbs.add_parser("drop-template", help=_("remove a template"))
    dropping.add_argument("name")
    dropping.set_defaults(act=drop_template)
    codes = verbs.add_parser("codes", help=_("keep a tab-separated file of codes"))
    codes.add_argument("file", type=Path)
    codes.set_defaults(act=take_codes)


def _add_dry_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help=_("show it, change nothing"))
    add_format(parser)


def stamp(arguments: argparse.Namespace) -> int:
    """Put a template and fields on the photos chosen; 1 when a variable or code is unknown."""
    with open_desk(arguments) as desk:
        fields = _fields(desk, arguments)
        meant = Stamp(fields=fields, story_id=_story(desk, arguments.for_story))
        ids = chosen(desk, arguments)
        seen = batching.preview(desk, ids, meant)
        if not arguments.dry_run:
            batching.apply(desk, ids, meant)
    return _say_previews(seen, arguments.format)


def replace(arguments: argparse.Namespace) -> int:
    """Replace words in the photos chosen."""
    hunt = Hunt(
        find=arguments.find,
        words=arguments.words_instead,
        fields=tuple(arguments.fields or ("headline", "description", "alt")),
        regex=arguments.regex,
        case=arguments.case,
    )
    with open_desk(arguments) as desk:
        ids = chosen(desk, arguments)
        seen = batching.preview_replace(desk, ids, hunt)
        if not arguments.dry_run:
            batching.replace_words(desk, ids, hunt)
    return _say_previews(seen, arguments.format)


def write(arguments: argparse.Namespace) -> int:
    """Write into files; 1 when some could not be written."""
    as_json = arguments.format == "json"
    with open_desk(arguments) as desk:
        ids = chosen(desk, arguments)
        for news in stamping.stamp(desk, ids, Into(arguments.into), folder=arguments.to):
            if news.error:
                complain(f"{news.name}: {sentence(news.error)}")
            elif news.place and not as_json:
                say(f"{news.done}/{news.total}  {news.place}")
            result = news.result
    if result is None:
        return 1
    if as_json:
        dump({name: getattr(result, name) for name in ("written", "unchanged", "failed")})
    else:
        words = ngettext("{n} file written", "{n} files written", len(result.written))
        say(words.format(n=len(result.written)))
    return int(bool(result.failed))


def contact_sheet(arguments: argparse.Namespace) -> int:
    """Write a contact sheet; a browser prints it or makes a PDF of it."""
    layout = Layout(title=arguments.title, columns=arguments.columns, rows=arguments.rows)
    if arguments.fields:
        layout = Layout(
            title=layout.title,
            columns=layout.columns,
            rows=layout.rows,
            fields=tuple(arguments.fields),
        )
    with open_desk(arguments, read_only=True) as desk:
        page = sheets.contact_sheet(desk, chosen(desk, arguments), layout)
    sheets.save(arguments.to, page.encode())
    say(str(arguments.to))
    return 0


def captions_out(arguments: argparse.Namespace) -> int:
    """Write captions as a table, to a file or to the standard output."""
    with open_desk(arguments, read_only=True) as desk:
        table = sheets.captions_table(desk, chosen(desk, arguments))
    if arguments.to is None:
        sys.stdout.write(table.decode("utf-8-sig"))
        return 0
    sheets.save(arguments.to, table)
    say(str(arguments.to))
    return 0


def captions_in(arguments: argparse.Namespace) -> int:
    """Take captions in from a table; 1 when lines named no photo of the store."""
    with open_desk(arguments) as desk:
        data = sheets.load(arguments.file)
        act = sheets.preview_captions if arguments.dry_run else sheets.take_captions_in
        taken = act(desk, data)
    _say_previews(taken.previews, arguments.format)
    return _say_strangers(taken)


def keep_template(arguments: argparse.Namespace) -> int:
    """Keep fields under a name."""
    with open_desk(arguments) as desk:
        templating.save_template(desk, arguments.name, dict(arguments.fields))
    return 0


def list_templates(arguments: argparse.Namespace) -> int:
    """Print the templates with their fields."""
    with open_desk(arguments, read_only=True) as desk:
        found = templating.templates(desk)
    if arguments.format == "json":
        dump({one.name: one.fields for one in found})
        return 0
    for one in found:
        say(one.name)
        for name, value in one.fields.items():
            say(f"    {name} = {value if isinstance(value, str) else _plain(value)}")
    return 0


def drop_template(arguments: argparse.Namespace) -> int:
    """Remove a template."""
    with open_desk(arguments) as desk:
        templating.drop_template(desk, templating.template(desk, arguments.name).id)
    return 0


def take_codes(arguments: argparse.Namespace) -> int:
    """Keep a file of codes; 1 when lines of it were left out."""
    with open_desk(arguments) as desk:
        found = templating.take_codes_in(desk, arguments.file)
    say(ngettext("{n} code", "{n} codes", found.count).format(n=found.count))
    for line in found.odd:
        complain(_("line {line} holds no code").format(line=line))
    return int(bool(found.odd))


def _field(text: str) -> tuple[str, object]:
    """Return a field and its value from "field=text"."""
    name, equals, words = text.partition("=")
    name = name.strip().replace("-", "_")
    if not equals or name not in SETTABLE:
        raise argparse.ArgumentTypeError(
            _("{name} is no field; these are: {known}").format(name=name, known=", ".join(SETTABLE))
        )
    return name, value_from(name, words)


def _fields(desk: Desk, arguments: argparse.Namespace) -> dict[str, object]:
    kept = templating.template(desk, arguments.template).fields if arguments.template else {}
    return {**kept, **dict(arguments.fields)}


def _story(desk: Desk, ref: str) -> str:
    return filing.find(desk, ref) if ref else ""


def _plain(value: object) -> str:
    return text_of(value) if isinstance(value, int | date | tuple) else ""


def _say_previews(previews: Iterable[Preview], kind: str) -> int:
    listed = tuple(previews)
    if kind == "json":
        dump(listed)
    else:
        for one in listed:
            say(f"{one.photo_id[:8]}  {one.file_name}")
            for change in one.changes:
                say(f"    {change.field}: {text_of(change.before)} → {text_of(change.after)}")
            if one.quoted:
                say(f"    {left_quoted(one.quoted)}")
    unknown = dict.fromkeys(word for one in listed for word in one.unknown)
    for word in unknown:
        complain(_("{word} is not known and stays as typed").format(word=word))
    return int(bool(unknown))


def _say_strangers(taken: CaptionsIn) -> int:
    for name in taken.unknown:
        complain(_("No photo of the store is called {name}.").format(name=name))
    for line in taken.odd:
        complain(_("line {line} names no photo").format(line=line))
    for name in taken.ignored:
        complain(_("column {name} is not known and was left aside").format(name=name))
    return int(bool(taken.unknown or taken.odd))
