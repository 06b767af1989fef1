"""The `marbre` command: arguments to acts, acts to text or JSON, and an exit code.

0: done, nothing found. 1: something was found. 2: wrong use, or input that cannot be taken.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import app
from app.cli import captioning, filing, publishing, sourcing, writing
from app.cli.output import complain
from app.cli.window import open_window
from app.domain.errors import DeskError
from app.sentences import sentence
from app.words import LANGUAGES, _, speak

CLEAN, FOUND, WRONG = 0, 1, 2


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code. Without a subcommand the window opens."""
    words = list(sys.argv[1:] if argv is None else argv)
    speak(_language_asked(words))
    arguments = parser().parse_args(words)
    try:
        if arguments.command is None:
            return open_window(arguments.store)
        result = arguments.act(arguments)
    except DeskError as error:
        complain(sentence(error))
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
    return int(result)


def parser() -> argparse.ArgumentParser:
    """Return the command's arguments, in the language of the interface."""
    top = argparse.ArgumentParser(
        prog="marbre",
        description=_("Article, captions and sources in one place, checked, published as HTML."),
    )
    top.add_argument("--version", action="version", version=f"marbre {app.__version__}")
    top.add_argument(
        "--store", type=Path, metavar="PATH", help=_("the store to work on (file or folder)")
    )
    top.add_argument("--language", choices=LANGUAGES, help=_("the language of what you read"))
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    for group in (filing, writing, captioning, sourcing, publishing):
        group.add(commands)
    return top


def _language_asked(words: Sequence[str]) -> str | None:
    """Return the value of --language before the arguments are read: their help depends on it."""
    for place, word in enumerate(words):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and place + 1 < len(words):
            return words[place + 1]
    return None
