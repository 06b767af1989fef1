"""Commands that write: revise, undo, redo."""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from app.cli.arguments import Commands, open_desk
from app.cli.output import say
from app.desk import undoing
from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.story import Status
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
    # A field that is not named stays; one named with nothing is emptied.
    revising.set_defaults(act=revise)
    revising.argument_default = argparse.SUPPRESS
    revising.add_argument("story")
    for field in FIELDS:
        revising.add_argument(f"--{field.replace('_', '-')}", dest=f"field_{field}", metavar="TEXT")
    _add_decisions(revising)
    commands.add_parser("undo", help=_("take the last act back")).set_defaults(act=undo)
    commands.add_parser("redo", help=_("do it again")).set_defaults(act=redo)


def _add_decisions(revising: argparse.ArgumentParser) -> None:
    """Add the fields that are not one line of text."""
    add = revising.add_argument
    add("--dated", dest="field_dated", type=_day, metavar="YYYY-MM-DD")
    add(
        "--body",
        dest="field_body",
        type=_text_of,
        metavar="FILE",
        help=_("put the text of a Markdown file in the place of the body; - reads it as it comes"),
    )
    add(
        "--tags",
        dest="field_tags",
        type=_tags,
        metavar="TAG,TAG",
        help=_("tags with commas between; none when empty"),
    )
    add("--status", dest="field_status", choices=[str(one) for one in Status])
    add(
        "--embargo",
        dest="field_embargo",
        type=_moment,
        metavar="YYYY-MM-DDTHH:MM",
        help=_("until when it may not go out, in local time or with its offset; lifted when empty"),
    )
    add("--target-words", dest="field_target_words", type=int, metavar="N")


def _tags(words: str) -> tuple[str, ...]:
    return tuple(tag for part in words.split(",") if (tag := part.strip()))


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words.strip() else None
    except ValueError as error:
        raise argparse.ArgumentTypeError(_not_a_time(words)) from error


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words).astimezone(UTC) if words.strip() else None
    except ValueError as error:
        raise argparse.ArgumentTypeError(_not_a_time(words)) from error


def _not_a_time(words: str) -> str:
    return _("“{words}” is no date or time as 2026-03-04 or 2026-03-04T18:00").format(words=words)


def _text_of(name: str) -> str:
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def revise(arguments: argparse.Namespace) -> int:
    """Set the fields given."""
    fields = {
        name.removeprefix("field_"): value
        for name, value in vars(arguments).items()
        if name.startswith("field_")
    }
    if "status" in fields:
        fields["status"] = Status(fields["status"])
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
