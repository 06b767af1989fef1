"""What several commands share: the desk to open, the format to print, the copy that is meant."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.cli.output import complain
from app.desk.desk import Desk, placed
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.errors import DeskError
from app.domain.finding import Finding
from app.domain.package import Package
from app.sentences import sentence
from app.words import _


class Commands(Protocol):
    """The part of argparse that makes subcommands; its own type has no public name."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:  # noqa: A002  argparse's own word
        """Add a subcommand."""
        ...


def add_format(parser: argparse.ArgumentParser, *others: str) -> None:
    """Let a command print JSON, and in other ways it knows."""
    parser.add_argument(
        "--format", choices=("text", "json", *others), default="text", help=_("how to print")
    )


def open_desk(arguments: argparse.Namespace, *, read_only: bool = False) -> Desk:
    """Open the store the person asked for, or the usual one."""
    asked: Path | None = arguments.store
    path = placed(asked) if asked else None
    by = getattr(arguments, "by", None)
    try:
        desk = Desk.open(path, by=by, read_only=read_only)
    except DeskError as error:
        if error.code != "store.needs-upgrade":
            raise
        # Looking at a store of an older version brings it up to date first.
        Desk.open(path, by=by).close()
        desk = Desk.open(path, by=by, read_only=read_only)
    if trouble := desk.store.uncopied:
        complain(sentence(trouble))
    return desk


@dataclass(frozen=True, slots=True)
class Copy:
    """A story to look at, from the store or straight from a file, with its findings."""

    package: Package
    findings: tuple[Finding, ...]


def is_file(meant: str) -> bool:
    """Say whether a word names a file; a folder of that name, as publishing makes, is none."""
    try:
        return Path(meant).is_file()
    except (OSError, ValueError):
        # Too long for any file, or with a character no name can hold.
        return False


def look_at(arguments: argparse.Namespace, meant: str) -> Copy:
    """Return the copy meant: a file that exists, else a story of the store.

    A file is read without touching any store.
    """
    if is_file(meant):
        package, findings = sourcing.examine(filing.read_package(Path(meant)))
        return Copy(package, findings)
    with open_desk(arguments, read_only=True) as desk:
        package = filing.package(desk, meant)
        return Copy(package, sourcing.standing(package))
