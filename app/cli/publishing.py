"""Commands that publish: publish, withdraw, welcome."""

import argparse
from pathlib import Path

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say, say_findings
from app.cli.window import has_display, open_window
from app.desk import welcoming
from app.desk.desk import Desk
from app.desk.pages import amending, correcting, publishing
from app.desk.pages.publishing import Publication
from app.desk.stories import filing
from app.domain.correction import CorrectionKind
from app.words import _, language, ngettext


def add(commands: Commands) -> None:
    """Add the commands."""
    out = commands.add_parser("publish", help=_("write a story as a folder ready to go online"))
    out.add_argument("story")
    out.add_argument("--to", type=Path, metavar="DIR", help=_("the folder to write"))
    out.add_argument(
        "--override",
        action="append",
        default=[],
        metavar="CODE",
        help=_("publish past this rule; needs --reason, is logged with your name"),
    )
    out.add_argument("--reason", action="append", default=[], metavar="TEXT")
    out.add_argument("--by", metavar="NAME", help=_("who takes the overrides upon them"))
    out.add_argument(
        "--correction",
        nargs="?",
        const="",
        metavar="TEXT",
        help=_("print this notice on the page; without a text, the one proposed from what changed"),
    )
    out.add_argument(
        "--kind",
        choices=[kind.value for kind in CorrectionKind],
        default=CorrectionKind.FACT.value,
        help=_("what was wrong"),
    )
    add_format(out)
    out.set_defaults(act=publish)
    back = commands.add_parser("withdraw", help=_("replace a published story by a short notice"))
    back.add_argument("story")
    back.add_argument("--reason", default="", metavar="TEXT", help=_("printed on the page"))
    back.add_argument("--to", type=Path, metavar="DIR", help=_("the folder to write"))
    add_format(back)
    back.set_defaults(act=withdraw)
    hello = commands.add_parser("welcome", help=_("set up a new store with a sample, then open it"))
    hello.set_defaults(act=welcome)


def publish(arguments: argparse.Namespace) -> int:
    """Publish a story; the n-th reason belongs to the n-th override, a single one to all."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        slug = filing.package(desk, story_id).story.slug
        done = publishing.publish(
            desk,
            story_id,
            arguments.to or welcoming.published_place(desk, slug),
            overrides=_overrides(arguments.override, arguments.reason),
            by=arguments.by,
            correction=_correction(desk, story_id, arguments),
        )
    if arguments.format == "json":
        dump(done)
    else:
        say_published(done)
    return 0


def _correction(
    desk: Desk, story_id: str, arguments: argparse.Namespace
) -> tuple[CorrectionKind, str] | None:
    if arguments.correction is None:
        return None
    notice = arguments.correction or amending.proposed_notice(desk, story_id)
    return CorrectionKind(arguments.kind), notice


def withdraw(arguments: argparse.Namespace) -> int:
    """Take a published story back."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        done = correcting.withdraw(desk, story_id, reason=arguments.reason, to=arguments.to)
    if arguments.format == "json":
        dump(done)
    else:
        say(_("Withdrawn: {path}").format(path=done.page))
    return 0


def _overrides(codes: list[str], reasons: list[str]) -> dict[str, str]:
    given = reasons * len(codes) if len(reasons) == 1 else [*reasons, *[""] * len(codes)]
    return dict(zip(codes, given, strict=False))


def say_published(done: Publication) -> None:
    """Say where a story was published and what it weighs."""
    if done.identical:
        say(_("Already published, identical: {path}").format(path=done.page))
        return
    files = ngettext("{n} file", "{n} files", len(done.files)).format(n=len(done.files))
    size = _("{n} KB").format(n=round(done.size / 1000))
    say(_("Published: {path}").format(path=done.page))
    say(f"  {files}, {size}")
    for one in done.overrides:
        said = _("Published past {code} by {by}: {reason}")
        say("  " + said.format(code=one["code"], by=one["by"], reason=one["reason"]))


def welcome(arguments: argparse.Namespace) -> int:
    """File, check and publish the sample on a new store; then open the window, where there is one."""
    with open_desk(arguments) as desk:
        say(_("The store is at {path}").format(path=desk.path))
        if filing.is_new(desk):
            made = welcoming.welcome(desk, language(), _("sample story, faults left on purpose"))
            say(_("Sample story: {headline}").format(headline=made.package.story.headline))
            say_findings(made.package, made.findings)
            say_published(made.publication)
    if not has_display():
        say(_("There is no display: the window is not opened. “marbre --help” lists the commands."))
        return 0
    return open_window(arguments.store, arguments.language)
