"""Commands on the past of a story: history, keep, compare, restore."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say, shortened
from app.desk.stories import filing, history, writing
from app.domain.history import Difference, Moment
from app.domain.rewording import Turn
from app.domain.story import Revision
from app.history_words import facet_words, moment_words
from app.words import _, ngettext

AROUND = 60
"""Characters shown of what two texts share, on each side of what they do not."""


def add(commands: Commands) -> None:
    """Add the commands."""
    telling = commands.add_parser("history", help=_("list the kept versions of a story"))
    telling.add_argument("story")
    telling.add_argument("--all", action="store_true", help=_("tell every act as well"))
    add_format(telling)
    telling.set_defaults(act=show_history)
    keeping = commands.add_parser("keep", help=_("keep a story as it stands"))
    keeping.add_argument("story")
    keeping.add_argument("--name", default="", help=_("the name of the version"))
    keeping.set_defaults(act=keep)
    comparing = commands.add_parser("compare", help=_("compare two versions word by word"))
    comparing.add_argument("story")
    comparing.add_argument("was", type=int, help=_("the number of the earlier version"))
    comparing.add_argument("now", type=int, nargs="?", help=_("the later one; else as it stands"))
    add_format(comparing)
    comparing.set_defaults(act=compare)
    restoring = commands.add_parser("restore", help=_("put a kept version back"))
    restoring.add_argument("story")
    restoring.add_argument("number", type=int)
    restoring.set_defaults(act=restore)


def show_history(arguments: argparse.Namespace) -> int:
    """Print the kept versions, or every moment, newest first."""
    with open_desk(arguments, read_only=True) as desk:
        story_id = filing.find(desk, arguments.story)
        if not arguments.all:
            return _say_versions(writing.revisions(desk, story_id), arguments.format)
        moments = history.timeline(desk, story_id)
    if arguments.format == "json":
        dump(moments)
        return 0
    for one in moments:
        _say_moment(one)
    return 0


def _say_versions(kept: tuple[Revision, ...], how: str) -> int:
    if how == "json":
        dump(kept)
        return 0
    for one in kept:
        _say_moment(
            Moment(
                at=one.kept_at,
                by=one.by,
                act=one.reason,
                revision=one.number,
                name=one.name,
                words=one.words,
            )
        )
    return 0


def _say_moment(one: Moment) -> None:
    number = "" if one.revision is None else str(one.revision)
    told = [one.name or moment_words(one)]
    if one.words is not None:
        told.append(ngettext("{n} word", "{n} words", one.words).format(n=one.words))
    if one.undone:
        told.append(_("taken back"))
    say(f"{number:>4}  {one.at:%Y-%m-%d %H:%M} UTC  {one.by:<12}  {' · '.join(told)}")
    for touch in one.touches:
        was, now = shortened(touch.was), shortened(touch.now)
        say(f"        {facet_words(touch.facet)}: {was or '∅'} → {now or '∅'}")


def keep(arguments: argparse.Namespace) -> int:
    """Keep a story as it stands."""
    with open_desk(arguments) as desk:
        kept = writing.keep(desk, filing.find(desk, arguments.story), name=arguments.name)
    if kept is None:
        say(_("This version is kept already."))
    else:
        say(_("Version {n} kept.").format(n=kept.number))
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """Print what differs between two versions; the exit code is 1 where anything does."""
    with open_desk(arguments, read_only=True) as desk:
        story_id = filing.find(desk, arguments.story)
        found = history.compare(desk, story_id, arguments.was, arguments.now)
    if arguments.format == "json":
        dump([asdict(one) for one in found])
    elif not found:
        say(_("Both versions say the same."))
    else:
        for one in found:
            say(facet_words(one.facet))
            for line in _marked(one):
                say(f"    {line}")
    return 1 if found else 0


def _marked(one: Difference) -> Iterator[str]:
    """Yield the text with what went between [- and -], what came between {+ and +}."""
    parts = []
    for passage in one.passages:
        was, now = passage.was.of(one.was), passage.now.of(one.now)
        if passage.turn is Turn.KEPT:
            parts.append(_cut(was))
            continue
        parts.append(f"[-{was}-]" if was else "")
        parts.append(f"{{+{now}+}}" if now else "")
    yield from filter(str.strip, "".join(parts).split("\n"))


def _cut(text: str) -> str:
    return text if len(text) <= 2 * AROUND else f"{text[:AROUND]} … {text[-AROUND:]}"


def restore(arguments: argparse.Namespace) -> int:
    """Put a kept version back; what stood before is kept first."""
    with open_desk(arguments) as desk:
        writing.restore(desk, filing.find(desk, arguments.story), arguments.number)
    return 0
