"""Commands for photos by the hundred: photos ingest, list, rate, label, stamp, write and others."""

import argparse
from pathlib import Path

from app.cli import photos_words
from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import complain, dump, say, shortened
from app.cli.photos_chosen import add_choice, chosen, wish
from app.desk.desk import Desk
from app.desk.photos import ingesting, locating, selecting
from app.desk.photos.ingesting import How, Progress
from app.domain.photo import Flag
from app.domain.picking import LABELS, Order, PhotoLine
from app.sentences import sentence
from app.words import _, ngettext

UNRATED = "none"

_FLAGS = {Flag.NONE: " ", Flag.PICK: "+", Flag.REJECT: "x"}


def add(commands: Commands) -> None:
    """Add the commands."""
    photos = commands.add_parser("photos", help=_("take in, sift, caption and write many photos"))
    verbs = photos.add_subparsers(dest="verb", required=True, metavar=_("COMMAND"))
    _add_ingest(verbs)
    _add_lists(verbs)
    _add_marks(verbs)
    photos_words.add(verbs)


def _add_ingest(verbs: Commands) -> None:
    taking = verbs.add_parser("ingest", help=_("take folders, cards or files in"))
    taking.add_argument("sources", nargs="+", type=Path, metavar="PATH")
    taking.add_argument(
        "--in-place", action="store_true", help=_("use the files where they lie, copy nothing")
    )
    taking.add_argument("--name", default="", help=_("what to call the batch"))
    add_format(taking)
    taking.set_defaults(act=ingest)
    finding = verbs.add_parser("locate", help=_("find missing originals in a folder"))
    finding.add_argument("folder", type=Path)
    finding.set_defaults(act=locate)


def _add_lists(verbs: Commands) -> None:
    listing = verbs.add_parser("list", help=_("list photos: sifted, sorted"))
    add_choice(listing)
    listing.add_argument(
        "--sort", choices=[order.value for order in Order], default=Order.TAKEN_IN.value
    )
    add_format(listing)
    listing.set_defaults(act=list_photos)
    for name, act, words in (
        ("batches", list_batches, _("list what was taken in together")),
        ("alike", list_alike, _("list photos that look alike")),
        ("missing", list_missing, _("list photos whose original is gone")),
    ):
        parser = verbs.add_parser(name, help=words)
        add_format(parser)
        parser.set_defaults(act=act)


def _add_marks(verbs: Commands) -> None:
    rating = verbs.add_parser("rate", help=_("rate photos from 0 to 5"))
    rating.add_argument("stars", choices=(*"012345", UNRATED))
    add_choice(rating)
    rating.set_defaults(act=rate)
    labelling = verbs.add_parser("label", help=_("give photos a colour"))
    labelling.add_argument("colour", choices=(*LABELS, UNRATED))
    add_choice(labelling)
    labelling.set_defaults(act=label)
    flagging = verbs.add_parser("flag", help=_("pick photos or reject them"))
    flagging.add_argument("mark", choices=(Flag.PICK.value, Flag.REJECT.value, UNRATED))
    add_choice(flagging)
    flagging.set_defaults(act=flag)


def ingest(arguments: argparse.Namespace) -> int:
    """Take files in, telling of each; 1 when some were left out."""
    how = How.IN_PLACE if arguments.in_place else How.COPY
    with open_desk(arguments) as desk:
        run = ingesting.ingest(desk, arguments.sources, how=how, name=arguments.name)
        news = [_told(one, quiet=arguments.format == "json") for one in run]
    result = news[-1].result
    if result is None:
        return 1
    if arguments.format == "json":
        failed = [{"file": str(one.path), "code": one.error.code} for one in result.failed]
        told = {name: getattr(result, name) for name in ("batch_id", "taken", "already", "alike")}
        dump({**told, "failed": failed, "conflicting": result.conflicting})
        return int(bool(result.failed))
    taken = ngettext("{n} photo taken in", "{n} photos taken in", len(result.taken))
    known = ngettext("{n} known before", "{n} known before", len(result.already))
    bad = ngettext("{n} left out", "{n} left out", len(result.failed))
    parts = ((taken, result.taken), (known, result.already), (bad, result.failed))
    say(", ".join(words.format(n=len(found)) for words, found in parts))
    if result.alike:
        words = ngettext("{n} group looks alike", "{n} groups look alike", len(result.alike))
        say(words.format(n=len(result.alike)))
    return int(bool(result.failed))


def _told(news: Progress, *, quiet: bool) -> Progress:
    if news.error:
        complain(f"{news.name}: {sentence(news.error)}")
    elif news.name and not quiet:
        known = f"  ({_('already here')})" if news.already else ""
        say(f"{news.done}/{news.total}  {news.name}{known}")
    return news


def locate(arguments: argparse.Namespace) -> int:
    """Find missing originals; 1 when some are still missing."""
    with open_desk(arguments) as desk:
        found = locating.locate(desk, arguments.folder)
    parts = (
        ngettext("{n} found again", "{n} found again", len(found.found)).format(n=len(found.found)),
        ngettext("{n} still missing", "{n} still missing", len(found.missing)).format(
            n=len(found.missing)
        ),
    )
    say(", ".join(parts))
    return int(bool(found.missing))


def list_photos(arguments: argparse.Namespace) -> int:
    """Print the photos chosen, or all."""
    with open_desk(arguments, read_only=True) as desk:
        if arguments.photos:
            ids = chosen(desk, arguments)
        else:
            ids = selecting.find(desk, wish(desk, arguments, Order(arguments.sort)))
        _say_lines(desk, ids, as_json=arguments.format == "json")
    return 0


def list_missing(arguments: argparse.Namespace) -> int:
    """Print the photos whose original is gone; 1 when there are any."""
    with open_desk(arguments, read_only=True) as desk:
        gone = selecting.missing(desk)
        _say_lines(desk, [line.id for line in gone], as_json=arguments.format == "json")
    return int(bool(gone))


def list_alike(arguments: argparse.Namespace) -> int:
    """Print groups of photos that look alike."""
    with open_desk(arguments, read_only=True) as desk:
        groups = selecting.alike(desk)
        if arguments.format == "json":
            dump(groups)
            return 0
        for group in groups:
            say("  ".join(line.file_name for line in selecting.lines(desk, group)))
    return 0


def list_batches(arguments: argparse.Namespace) -> int:
    """Print what was taken in together, newest first."""
    with open_desk(arguments, read_only=True) as desk:
        found = selecting.batches(desk)
    if arguments.format == "json":
        dump(found)
        return 0
    for batch in found:
        say(f"{batch.id[:8]}  {batch.at:%Y-%m-%d %H:%M}  {batch.photos:>5}  {batch.name}")
    return 0


def rate(arguments: argparse.Namespace) -> int:
    """Rate the photos chosen."""
    with open_desk(arguments) as desk:
        stars = None if arguments.stars == UNRATED else int(arguments.stars)
        selecting.rate(desk, chosen(desk, arguments), stars)
    return 0


def label(arguments: argparse.Namespace) -> int:
    """Give the photos chosen a colour."""
    with open_desk(arguments) as desk:
        code = "" if arguments.colour == UNRATED else arguments.colour
        selecting.label(desk, chosen(desk, arguments), code)
    return 0


def flag(arguments: argparse.Namespace) -> int:
    """Pick or reject the photos chosen."""
    with open_desk(arguments) as desk:
        mark = Flag.NONE if arguments.mark == UNRATED else Flag(arguments.mark)
        selecting.flag(desk, chosen(desk, arguments), mark)
    return 0


def _say_lines(desk: Desk, ids: "tuple[str, ...] | list[str]", *, as_json: bool) -> None:
    lines = selecting.lines(desk, ids)
    if as_json:
        dump(lines)
        return
    for line in lines:
        say(_as_words(line))


def _as_words(line: PhotoLine) -> str:
    stars = "-" if line.rating is None else str(line.rating)
    lacks = ",".join(line.lacks)
    about = shortened(line.headline or line.description)
    return f"{line.id[:8]} {_FLAGS[line.flag]}{stars} {line.file_name}  {about}  [{lacks}]"
