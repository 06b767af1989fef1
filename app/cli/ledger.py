"""Commands on the ledger of a story: ledger, confirm, source, not-a-quote, evidence, anonymity, record."""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say, shortened
from app.desk.desk import Desk
from app.desk.sources import sourcing, vouching
from app.desk.stories import filing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.quote import EvidenceKind, LedgerRow, LedgerState, Record
from app.words import N_, _, ngettext

STATES = {
    LedgerState.OPEN: N_("to confirm"),
    LedgerState.CONFIRMED: N_("confirmed"),
    LedgerState.NOT_A_QUOTE: N_("not a quote"),
    LedgerState.ALTERED: N_("changed since"),
    LedgerState.WAIVED: N_("set aside"),
}


def add(commands: Commands) -> None:
    """Add the commands."""
    listing = commands.add_parser("ledger", help=_("list the quotes of a story by number"))
    listing.add_argument("story")
    add_format(listing)
    listing.set_defaults(act=list_rows)
    confirming = _quote_command(
        commands, "confirm", _("confirm the sources of quotes"), confirm, many=True
    )
    confirming.add_argument("--all", action="store_true", help=_("every quote that has a source"))
    naming = _quote_command(commands, "source", _("say who said a quote"), name_source)
    naming.add_argument("name")
    _quote_command(commands, "not-a-quote", _("say that words are no quote"), not_a_quote)
    noting = _quote_command(commands, "evidence", _("note what stands behind a quote"), evidence)
    noting.add_argument("kind", choices=[kind.value for kind in EvidenceKind])
    noting.add_argument("reference", help=_("where it is; an address is kept as text"))
    noting.add_argument("--verified-by", default="", metavar="NAME")
    noting.add_argument("--verified-on", type=date.fromisoformat, metavar=_("DAY"))
    hiding = _quote_command(
        commands, "anonymity", _("say why a source is not named, and who agreed"), anonymity
    )
    hiding.add_argument("--reason", default="")
    hiding.add_argument("--approved-by", default="", metavar="NAME")
    hiding.add_argument("--off", action="store_true", help=_("name the source again"))
    recording = _quote_command(
        commands, "record", _("say on what terms words were given"), set_record
    )
    recording.add_argument("terms", choices=[record.value for record in Record])


def _quote_command(
    commands: Commands,
    name: str,
    words: str,
    act: Callable[[argparse.Namespace], int],
    *,
    many: bool = False,
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=words)
    made.add_argument("story")
    made.add_argument("quote", type=int, nargs="*" if many else None, metavar="N")
    made.add_argument("--by", metavar="NAME")
    made.set_defaults(act=act)
    return made


def list_rows(arguments: argparse.Namespace) -> int:
    """Print the quotes with their numbers; 1 while one still asks for a decision."""
    with open_desk(arguments, read_only=True) as desk:
        rows = sourcing.ledger(desk, filing.find(desk, arguments.story))
    waiting = [row for row in rows if row.state in {LedgerState.OPEN, LedgerState.ALTERED}]
    if arguments.format == "json":
        dump(rows)
        return int(bool(waiting))
    for number, row in enumerate(rows, start=1):
        words = _("“{words}”").format(words=shortened(row.words, 60))
        told = (_(STATES[row.state]), row.speaker or _("no source"), words)
        say(f"{number:>3}  " + "  ·  ".join(told))
    counted = ngettext("{n} quote", "{n} quotes", len(rows)).format(n=len(rows))
    still = ngettext("{n} open", "{n} open", len(waiting)).format(n=len(waiting))
    say(f"{counted}, {still}")
    return int(bool(waiting))


def confirm(arguments: argparse.Namespace) -> int:
    """Confirm quotes by number, or all that have a source."""
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        rows = sourcing.ledger(desk, story_id)
        chosen = [_row(rows, number) for number in arguments.quote]
        if arguments.all:
            chosen = [row for row in rows if row.speaker and row.span and _waits(row)]
        for row in chosen:
            sourcing.confirm(desk, story_id, row.id)
    done = ngettext("{n} quote confirmed", "{n} quotes confirmed", len(chosen))
    say(done.format(n=len(chosen)))
    return 0


def name_source(arguments: argparse.Namespace) -> int:
    """Give a quote its source."""
    return _on_quote(arguments, sourcing.set_speaker, arguments.name)


def not_a_quote(arguments: argparse.Namespace) -> int:
    """Say that words are no quote."""
    return _on_quote(arguments, sourcing.not_a_quote)


def evidence(arguments: argparse.Namespace) -> int:
    """Note what stands behind a quote."""
    seen = None
    if arguments.verified_by:
        day = arguments.verified_on
        at = datetime.combine(day, time(12), UTC) if day else None
        seen = vouching.Verified(arguments.verified_by, at)

    def note(desk: Desk, story_id: str, row_id: str) -> Changes:
        kind = EvidenceKind(arguments.kind)
        return vouching.add_evidence(
            desk, story_id, row_id, kind, arguments.reference, verified=seen
        )

    return _on_quote(arguments, note)


def anonymity(arguments: argparse.Namespace) -> int:
    """Keep why a source is not named and who agreed, or name it again."""
    if arguments.off:
        return _on_quote(arguments, vouching.name_again)
    if arguments.approved_by:
        return _on_quote(
            arguments, vouching.approve_anonymity, arguments.approved_by, arguments.reason
        )
    return _on_quote(arguments, vouching.ask_anonymity, arguments.reason)


def set_record(arguments: argparse.Namespace) -> int:
    """Say on what terms words were given."""
    return _on_quote(arguments, vouching.set_record, Record(arguments.terms))


def _on_quote(arguments: argparse.Namespace, act: Callable[..., Changes], *what: object) -> int:
    with open_desk(arguments) as desk:
        story_id = filing.find(desk, arguments.story)
        row = _row(sourcing.ledger(desk, story_id), arguments.quote)
        act(desk, story_id, row.id, *what)
    return 0


def _waits(row: LedgerRow) -> bool:
    return row.state in {LedgerState.OPEN, LedgerState.ALTERED}


def _row(rows: tuple[LedgerRow, ...], number: int) -> LedgerRow:
    if not 0 < number <= len(rows):
        raise DeskError("quote.no-number", number=str(number), count=str(len(rows)))
    return rows[number - 1]
