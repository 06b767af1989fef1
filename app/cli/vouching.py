"""Commands on what stands behind a story: sources, transcript, mute."""

import argparse
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say, shortened
from app.desk.sources import muting, reporting, transcribing
from app.desk.sources.report_page import notes, page, tables
from app.desk.stories import filing
from app.domain.rewording import Reworded, Turn
from app.domain.transcript import Comparison, Likeness
from app.words import N_, _

LIKENESSES = {
    Likeness.VERBATIM: N_("verbatim"),
    Likeness.TRIMMED: N_("trimmed"),
    Likeness.ALTERED: N_("altered"),
    Likeness.NOT_FOUND: N_("not found"),
}


def add(commands: Commands) -> None:
    """Add the commands."""
    reporting_ = commands.add_parser("sources", help=_("say who speaks in a story, and how much"))
    reporting_.add_argument("story")
    reporting_.add_argument("--html", type=Path, metavar="FILE", help=_("write a page to print"))
    reporting_.add_argument(
        "--ledger", action="store_true", help=_("write the private ledger beside the store")
    )
    reporting_.add_argument(
        "--ledger-to", type=Path, metavar="FILE", help=_("write the private ledger there")
    )
    add_format(reporting_)
    reporting_.set_defaults(act=sources)
    comparing = commands.add_parser(
        "transcript", help=_("compare the quotes of a story with what was said")
    )
    comparing.add_argument("story")
    comparing.add_argument("file", type=Path, metavar="FILE")
    comparing.add_argument("--keep", action="store_true", help=_("keep it with the story"))
    add_format(comparing)
    comparing.set_defaults(act=transcript)
    silencing = commands.add_parser("mute", help=_("let a rule say nothing of a story"))
    silencing.add_argument("story")
    silencing.add_argument("code", metavar="CODE")
    silencing.add_argument("--reason", default="")
    silencing.add_argument("--off", action="store_true", help=_("hear the rule again"))
    silencing.add_argument("--by", metavar="NAME")
    silencing.set_defaults(act=mute)


def sources(arguments: argparse.Namespace) -> int:
    """Print who speaks; write the page or the private ledger when asked."""
    with open_desk(arguments, read_only=True) as desk:
        story_id = filing.find(desk, arguments.story)
        told = reporting.report(desk, story_id)
        if arguments.ledger or arguments.ledger_to:
            place = reporting.keep_ledger(desk, story_id, arguments.ledger_to)
            say(_("Private ledger: {path}").format(path=place))
    if arguments.html:
        reporting.write_page(arguments.html, page(told))
    if arguments.format == "json":
        dump(told)
        return 0
    for note in notes(told):
        say(note)
    for table in tables(told):
        if table.rows:
            say(f"\n{table.heading}")
        for row in table.rows:
            say("  " + "  ·  ".join(shortened(cell) for cell in row if cell))
    return 0


def transcript(arguments: argparse.Namespace) -> int:
    """Print each direct quote beside what was said; 1 when one is altered or not found."""
    with open_desk(arguments, read_only=not arguments.keep) as desk:
        story_id = filing.find(desk, arguments.story)
        found = transcribing.compare(desk, story_id, arguments.file)
        if arguments.keep:
            transcribing.attach(desk, story_id, arguments.file)
    if arguments.format == "json":
        dump(found)
    else:
        if found.foreign:
            say(_("The transcript is in another language than the story."))
        for one in found.comparisons:
            _say_comparison(one)
        if not found.comparisons:
            say(_("The story has no direct quotes."))
    wrong = {Likeness.ALTERED, Likeness.NOT_FOUND}
    return int(any(one.likeness in wrong for one in found.comparisons))


def _say_comparison(one: Comparison) -> None:
    words = _("“{words}”").format(words=shortened(one.words, 72))
    say(f"{_(LIKENESSES[one.likeness])}  {words}")
    passage = one.passage
    if passage is None:
        return
    time = "" if passage.at is None else f"  {clock(passage.at)}"
    voice = f"  {passage.voice}" if passage.voice else ""
    say("     " + _("line {n}").format(n=passage.first) + time + voice)
    if one.likeness is not Likeness.VERBATIM:
        say("     " + " ".join(map(_turn, one.changes)))


def clock(seconds: float) -> str:
    """Return a time in a recording as hours, minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _turn(change: Reworded) -> str:
    if change.turn is Turn.KEPT:
        return shortened(change.now, 30)
    return f"[-{change.was}-]" * bool(change.was) + f"{{+{change.now}+}}" * bool(change.now)


def mute(arguments: argparse.Namespace) -> int:
    """Mute a rule in a story, or hear it again."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        if arguments.off:
            muting.unmute(desk, story_id, arguments.code.upper())
        else:
            muting.mute(desk, story_id, arguments.code.upper(), arguments.reason)
    return 0
