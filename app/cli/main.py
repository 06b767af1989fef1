"""The `marbre` command: arguments to acts, acts to text or JSON, and an exit code.

0: done, nothing found. 1: something was found. 2: wrong use, or input that cannot be taken.
"""

import argparse
import importlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import app
from app.cli.output import complain
from app.cli.window import open_window
from app.domain.errors import DeskError
from app.sentences import sentence
from app.words import LANGUAGES, _, speak

CLEAN, FOUND, WRONG = 0, 1, 2

GROUPS = {
    "filing": ("take-in", "new", "list", "show", "spike", "unspike"),
    "writing": ("revise", "undo", "redo"),
    "history": ("history", "keep", "compare", "restore"),
    "reviewing": ("review", "remark", "suggest", "resolve", "accept", "decline", "sign-off"),
    "handing": ("hand-over", "take-over"),
    "captioning": ("photo",),
    "photos": ("photos",),
    "sourcing": ("check", "quotes", "waive", "rule"),
    "registering": ("people",),
    "vouching": ("sources", "transcript", "mute"),
    "ledger": (
        "ledger",
        "confirm",
        "source",
        "not-a-quote",
        "evidence",
        "anonymity",
        "record",
    ),
    "publishing": ("publish", "withdraw", "welcome"),
    "site": ("house", "site"),
    "exporting": ("export",),
    "recovering": ("recover",),
}
"""The modules of this folder and the commands each adds. Only the one asked for is imported:
the libraries behind them take longer to load than most commands take to run."""


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code. Without a subcommand the window opens."""
    words = list(sys.argv[1:] if argv is None else argv)
    speak(_language_asked(words))
    arguments = parser(_groups_asked(words)).parse_args(words)
    try:
        if arguments.command is None:
            return open_window(arguments.store, arguments.language)
        return int(arguments.act(arguments))
    except DeskError as error:
        complain(sentence(error))
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN


def parser(groups: Iterable[str] = GROUPS) -> argparse.ArgumentParser:
    """Return the arguments of some groups of commands, in the language of the interface."""
    top = argparse.ArgumentParser(
        prog="marbre",
        allow_abbrev=False,
        description=_("Article, captions and sources in one place, checked, published as HTML."),
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"marbre {app.__version__}",
        help=_("show program's version number and exit"),
    )
    top.add_argument(
        "--store", type=Path, metavar="PATH", help=_("the store to work on (file or folder)")
    )
    top.add_argument("--language", choices=LANGUAGES, help=_("the language of what you read"))
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    for group in groups:
        importlib.import_module(f"app.cli.{group}").add(commands)
    return top


def _groups_asked(words: Sequence[str]) -> tuple[str, ...]:
    """Return the groups to load: that of the command named, all of them for general help."""
    if words in ([], ["--version"]):
        return ()
    rest = words[len(_before_command(words)) :]
    found = tuple(group for group, commands in GROUPS.items() if rest[:1] and rest[0] in commands)
    return found or tuple(GROUPS)


def _language_asked(words: Sequence[str]) -> str | None:
    """Return the value of --language before the arguments are read: their help depends on it."""
    options = _before_command(words)
    for place, word in enumerate(options):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and place + 1 < len(options):
            return options[place + 1]
    return None


def _before_command(words: Sequence[str]) -> Sequence[str]:
    """Return the options that stand before the command, with their values."""
    place = 0
    while place < len(words) and words[place].startswith("-"):
        place += 2 if words[place] in {"--store", "--language"} else 1
    return words[:place]
