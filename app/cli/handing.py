"""Commands between desks: hand-over, take-over."""

import argparse
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say, shortened
from app.desk.colleagues import handing
from app.desk.stories import filing
from app.domain.handover import Arrival, Choice
from app.history_words import facet_words
from app.words import _, ngettext

KEEP = {"mine": Choice.MINE, "theirs": Choice.THEIRS, "both": Choice.BOTH, "base": Choice.BASE}


def add(commands: Commands) -> None:
    """Add the commands."""
    handing_over = commands.add_parser("hand-over", help=_("write the package of a story"))
    handing_over.add_argument("story")
    handing_over.add_argument("to", type=Path, metavar="FILE", help=_("the package, or its folder"))
    add_format(handing_over)
    handing_over.set_defaults(act=hand_over)
    taking = commands.add_parser("take-over", help=_("take the package of a colleague over"))
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--look", action="store_true", help=_("only say what it would do"))
    taking.add_argument(
        "--choose",
        type=_choices,
        default=(),
        metavar="WORD,WORD",
        help=_("what stands where both changed the same: mine, theirs, both or base, one for each"),
    )
    add_format(taking)
    taking.set_defaults(act=take_over)


def _choices(words: str) -> tuple[Choice, ...]:
    told = [word.strip() for word in words.split(",") if word.strip()]
    unknown = [word for word in told if word not in KEEP]
    if unknown:
        message = _("“{words}” is none of mine, theirs, both, base").format(words=unknown[0])
        raise argparse.ArgumentTypeError(message)
    return tuple(KEEP[word] for word in told)


def hand_over(arguments: argparse.Namespace) -> int:
    """Write the package of a story."""
    with open_desk(arguments) as desk:
        sent = handing.hand_over(desk, filing.find(desk, arguments.story), arguments.to)
    if arguments.format == "json":
        dump(sent)
        return 0
    photos = ngettext("{n} photo", "{n} photos", sent.photos).format(n=sent.photos)
    say(_("Handed over: {path} ({photos})").format(path=sent.place, photos=photos))
    for name in sent.missing:
        say(_("The original of {name} is missing and does not travel.").format(name=name))
    return 0


def take_over(arguments: argparse.Namespace) -> int:
    """Take a package over, or say what that would do; the exit code is 1 while choices are owed."""
    with open_desk(arguments) as desk:
        arrival = handing.look_into(desk, arguments.file)
        choices = arguments.choose
        if len(choices) == 1:
            choices *= len(arrival.clashes)
        owed = len(arrival.clashes) != len(choices)
        if arguments.look or owed:
            _say_arrival(arrival, arguments.format)
            return 1 if owed else 0
        taken = handing.take_over(desk, arguments.file, choices)
    if arguments.format == "json":
        dump(taken)
    elif taken.new:
        say(_("Taken over as a new story: {headline}").format(headline=arrival.headline))
    else:
        say(_("Taken over: {headline}").format(headline=arrival.headline))
    return 0


def _say_arrival(arrival: Arrival, how: str) -> None:
    if how == "json":
        dump(arrival)
        return
    say(_("{headline}, from {by}").format(headline=arrival.headline, by=arrival.by))
    if not arrival.known:
        say(_("It is not here yet: it would be filed as a new story."))
    elif not arrival.common:
        say(_("The two desks share no earlier version: every difference is a question."))
    told = ngettext(
        "{n} change comes without a question.",
        "{n} changes come without a question.",
        arrival.taken,
    )
    say(told.format(n=arrival.taken))
    for number, clash in enumerate(arrival.clashes, 1):
        say(f"{number:>3}  {facet_words(clash.facet)}")
        for name, words in (
            (_("was"), clash.base),
            (_("mine"), clash.mine),
            (_("theirs"), clash.theirs),
        ):
            say(f"     {name:<8} {shortened(words, 100)}")
