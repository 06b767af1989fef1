"""Commands that check: check, quotes, waive, rule."""

import argparse
import json
import sys
from collections.abc import Iterator

from app.cli import sarif
from app.cli.arguments import Commands, Copy, add_format, is_file, look_at, open_desk
from app.cli.output import dump, finding_record, plain, say, say_findings, shortened
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.errors import DeskError
from app.domain.quote import Quote, QuoteKind
from app.reasons import reason_sentence
from app.stylebook import page
from app.words import N_, _, language, ngettext

KINDS = {
    QuoteKind.DIRECT: N_("direct"),
    QuoteKind.MIXED: N_("mixed"),
    QuoteKind.INDIRECT: N_("indirect"),
}


def add(commands: Commands) -> None:
    """Add the commands."""
    checking = commands.add_parser("check", help=_("check a story of the store, or a file"))
    checking.add_argument("copy", nargs="+", metavar="STORY|FILE")
    checking.add_argument(
        "--fix", action="store_true", help=_("apply the fixes that leave no choice (stories only)")
    )
    add_format(checking, "sarif")
    checking.set_defaults(act=check)
    quoting = commands.add_parser("quotes", help=_("say who said what"))
    quoting.add_argument("copy", nargs="?", metavar="STORY|FILE")
    quoting.add_argument(
        "--jsonl",
        action="store_true",
        help=_("read {id, lang, text} lines, write prediction lines"),
    )
    quoting.add_argument("--explain", action="store_true", help=_("say why"))
    add_format(quoting)
    quoting.set_defaults(act=quotes)
    waiving = commands.add_parser("waive", help=_("set findings of a rule aside, with a reason"))
    waiving.add_argument("story")
    waiving.add_argument("code", metavar="CODE")
    waiving.add_argument("--reason", required=True)
    waiving.add_argument("--by", metavar="NAME")
    waiving.set_defaults(act=waive)
    ruling = commands.add_parser("rule", help=_("print the stylebook page of a rule"))
    ruling.add_argument("code", metavar="CODE")
    ruling.set_defaults(act=rule)


def check(arguments: argparse.Namespace) -> int:
    """Print the findings; 1 when there are any."""
    if arguments.fix:
        for meant in arguments.copy:
            _fix(arguments, meant)
    looked = [(meant, look_at(arguments, meant)) for meant in arguments.copy]
    if arguments.format == "sarif":
        dump(sarif.log((meant, copy.findings) for meant, copy in looked))
    elif arguments.format == "json":
        dump(
            [
                {"copy": meant, "findings": [finding_record(one) for one in copy.findings]}
                for meant, copy in looked
            ]
        )
    else:
        for meant, copy in looked:
            if len(looked) > 1:
                say(meant)
            say_findings(copy.package, copy.findings)
    return int(any(copy.findings for _meant, copy in looked))


def _fix(arguments: argparse.Namespace, meant: str) -> None:
    if is_file(meant):
        raise DeskError("check.file-fix", file=meant)
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, meant)
        sourcing.mend(desk, story_id, sourcing.sure_fixes(sourcing.check(desk, story_id)))


def quotes(arguments: argparse.Namespace) -> int:
    """Print the quotes of a story or a file with their sources."""
    if arguments.jsonl:
        for line in predictions():
            say(line)
        return 0
    if not arguments.copy:
        raise DeskError("quotes.nothing")
    copy = look_at(arguments, arguments.copy)
    if arguments.format == "json":
        dump([_record(copy, quote) for quote in copy.package.attribution.quotes])
        return 0
    for number, quote in enumerate(copy.package.attribution.quotes, 1):
        _say_quote(copy, number, quote, explain=arguments.explain)
    return 0


def predictions() -> Iterator[str]:
    """Read lines `{id, lang, text}` on standard input; yield the prediction line of each.

    Raises:
        DeskError: `quotes.line` when a line is not such a record.
    """
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            yield json.dumps(_prediction(number, line), ensure_ascii=False)


def _prediction(number: int, line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
        key, lang, text = record["id"], record["lang"], record["text"]
    except (ValueError, TypeError, KeyError) as error:
        raise DeskError("quotes.line", number=str(number)) from error
    return sourcing.prediction(str(key), str(text), str(lang))


def _record(copy: Copy, quote: Quote) -> dict[str, object]:
    return {"words": quote.span.of(copy.package.story.body), **plain(quote)}


def _say_quote(copy: Copy, number: int, quote: Quote, *, explain: bool) -> None:
    speaker = quote.speaker
    named = _("no source")
    if speaker:
        same = not speaker.name or speaker.name == speaker.text
        named = speaker.text if same else f"{speaker.text} = {speaker.name}"
    words = shortened(quote.span.of(copy.package.story.body), 72)
    say(f"{number:>3}  {_(KINDS[quote.kind]):<8}  {_('“{words}”').format(words=words)}")
    cue = quote.cue.text if quote.cue else "—"
    say(f"     {named}  ·  {cue}")
    if explain and speaker:
        sure = round(100 * speaker.confidence)
        say(f"     {reason_sentence(speaker.reason)}  ·  {sure} %")


def waive(arguments: argparse.Namespace) -> int:
    """Set every standing finding of a rule aside, and say how many there were."""
    code = page(arguments.code.upper(), language()).code
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        found = [one for one in sourcing.check(desk, story_id) if one.code == code]
        for finding in found:
            sourcing.waive(desk, story_id, finding, arguments.reason)
    aside = ngettext("{n} finding set aside", "{n} findings set aside", len(found))
    say(aside.format(n=len(found)))
    return 0


def rule(arguments: argparse.Namespace) -> int:
    """Print the stylebook page of a rule."""
    found = page(arguments.code.upper(), language())
    say(f"{found.code}  {found.title}\n\n{found.text}")
    return 0
