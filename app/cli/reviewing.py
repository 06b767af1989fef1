"""Commands of review: review, remark, resolve, suggest, accept, decline, sign-off."""

import argparse
from collections.abc import Callable
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say, shortened
from app.desk.colleagues import reviewing
from app.desk.desk import Desk
from app.desk.stories import filing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.review import Review, SuggestionState
from app.domain.text import Span
from app.history_words import standing_words
from app.words import _, ngettext

SHORTEST = 4
"""Characters of an id that are shown, and enough to name it by."""


def add(commands: Commands) -> None:
    """Add the commands."""
    looking = commands.add_parser("review", help=_("list comments, suggestions and names"))
    looking.add_argument("story")
    add_format(looking)
    looking.set_defaults(act=show)
    saying = commands.add_parser("remark", help=_("comment on a story"))
    saying.add_argument("story")
    saying.add_argument("text")
    saying.add_argument("--on", metavar="WORDS", help=_("the words it is about, as they stand"))
    saying.set_defaults(act=remark)
    suggesting = commands.add_parser("suggest", help=_("suggest another text for the body"))
    suggesting.add_argument("story")
    suggesting.add_argument("file", type=Path, help=_("the text as you would have it"))
    suggesting.set_defaults(act=suggest)
    for name, act, words in (
        ("resolve", resolve, _("settle a comment")),
        ("accept", accept, _("make suggestions part of the copy")),
        ("decline", decline, _("turn suggestions down")),
    ):
        deciding = commands.add_parser(name, help=words)
        deciding.add_argument("story")
        deciding.add_argument(
            "ids", nargs="*", metavar="ID", help=_("all of them when none is named")
        )
        deciding.set_defaults(act=act)
    signing = commands.add_parser("sign-off", help=_("put your name under a story"))
    signing.add_argument("story")
    signing.add_argument("--note", default="")
    signing.set_defaults(act=sign_off)


def show(arguments: argparse.Namespace) -> int:
    """Print what was said of a story; the exit code is 1 while anything waits."""
    with open_desk(arguments, read_only=True) as desk:
        found = reviewing.review(desk, filing.find(desk, arguments.story))
    if arguments.format == "json":
        dump(found)
    else:
        _say(found)
    waiting = any(one.state is SuggestionState.OPEN for one in found.suggestions)
    return 1 if waiting or any(one.resolved_at is None for one in found.remarks) else 0


def _say(found: Review) -> None:
    for one in found.suggestions:
        if one.state is SuggestionState.OPEN:
            words, put = shortened(one.anchor.words) or "∅", shortened(one.put) or "∅"
            gone = "" if one.span else f"  ({_('words changed since')})"
            say(f"{one.id[:8]}  {one.by}: {words} → {put}{gone}")
    for said in found.remarks:
        on = f"  {_('“{words}”').format(words=shortened(said.anchor.words))}" if said.anchor else ""
        settled = f"  ({_('resolved')})" if said.resolved_at else ""
        say(f"{said.id[:8]}  {said.by}: {said.text}{on}{settled}")
    for signed in found.sign_offs:
        told = standing_words(signed.changed)
        say(f"{signed.at:%Y-%m-%d %H:%M} UTC  {signed.by}  {told}  {signed.note}".rstrip())


def remark(arguments: argparse.Namespace) -> int:
    """Say something of a story or of words in it."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        span = None
        if arguments.on:
            body = reviewing.review(desk, story_id).body
            at = body.find(arguments.on)
            if at < 0:
                raise DeskError("remark.no-words", words=arguments.on)
            span = Span(at, at + len(arguments.on))
        reviewing.remark(desk, story_id, arguments.text, span=span)
    return 0


def suggest(arguments: argparse.Namespace) -> int:
    """Suggest the text of a file."""
    try:
        text = arguments.file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DeskError("intake.unreadable", name=arguments.file.name, reason=str(error)) from error
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        reviewing.suggest(desk, story_id, text.removesuffix("\n"))
        count = len(_open(reviewing.review(desk, story_id)))
    say(ngettext("{n} suggestion waits", "{n} suggestions wait", count).format(n=count))
    return 0


def accept(arguments: argparse.Namespace) -> int:
    """Accept suggestions."""
    return _decide(arguments, reviewing.accept)


def decline(arguments: argparse.Namespace) -> int:
    """Decline suggestions."""
    return _decide(arguments, reviewing.decline)


def _decide(arguments: argparse.Namespace, do: Callable[[Desk, str, list[str]], Changes]) -> int:
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        ids = _open(reviewing.review(desk, story_id))
        if arguments.ids:
            ids = [_named(one, ids, "suggestion.unknown") for one in arguments.ids]
        if ids:
            do(desk, story_id, ids)
    return 0


def resolve(arguments: argparse.Namespace) -> int:
    """Settle comments."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        said = reviewing.review(desk, story_id).remarks
        ids = [one.id for one in said if one.resolved_at is None]
        for one in arguments.ids or ids:
            reviewing.resolve(desk, story_id, _named(one, ids, "remark.unknown"))
    return 0


def sign_off(arguments: argparse.Namespace) -> int:
    """Put a name under a story."""
    with open_desk(arguments) as desk:
        reviewing.sign_off(desk, filing.find(desk, arguments.story), note=arguments.note)
    return 0


def _open(found: Review) -> list[str]:
    return [one.id for one in found.suggestions if one.state is SuggestionState.OPEN]


def _named(beginning: str, ids: list[str], code: str) -> str:
    """Return the one id that begins so."""
    found = [one for one in ids if len(beginning) >= SHORTEST and one.startswith(beginning)]
    if len(found) != 1:
        raise DeskError(code)
    return found[0]
