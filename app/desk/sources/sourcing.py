"""Sourcing: checking a package, the ledger of its quotes, findings set aside."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import uuid4

from app.attribution.engine import Reader, attribute
from app.attribution.lines import line as prediction_line
from app.checks.check import check as findings_of
from app.checks.mending import mend as mended
from app.desk import ledger as ledgers
from app.desk import packages
from app.desk.desk import Desk
from app.desk.sources import registering
from app.desk.stories import writing
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding, Fix, Severity
from app.domain.package import Package
from app.domain.person import Person
from app.domain.quote import LedgerRow, LedgerState, Record
from app.domain.rewording import Reworded
from app.domain.story import TEXT_FIELDS
from app.language.rewording import reworded
from app.store import sources, stories
from app.store.journal import Act, acting


def examine(package: Package) -> tuple[Package, tuple[Finding, ...]]:
    """Read the quotes of copy as typed and check it; nothing is read from or written to the store."""
    return Examiner().examine(package)


class Examiner:
    """Examines one story again and again while it is typed: only what changed is read anew.

    The answers are those of `examine`; a second thread waits for the first.
    """

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._one_call = threading.Lock()
        self._reads: tuple[str, tuple[Person, ...]] = ("", ())
        self._reader = Reader("")

    def examine(self, package: Package) -> tuple[Package, tuple[Finding, ...]]:
        """Read the quotes of copy as it stands now, and check it."""
        with self._one_call:
            reads = (package.story.language, packages.known(package))
            if reads != self._reads:
                self._reads, self._reader = reads, Reader(*reads)
            found = self._reader.read(package.story.body)
        full = packages.laid(package, found)
        return full, standing(full)


def remarks(desk: Desk, story_id: str, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Check a story as it is typed: `texts` stand for what the store holds of these fields.

    Asked again and again, it reads only what changed.

    Raises:
        DeskError: `story.unknown`, `story.damaged`.
    """
    package = packages.unread(desk.store, story_id, desk.by)
    fields: dict[str, Any] = dict(texts)
    typed = replace(package, story=replace(package.story, **fields))
    return _examiner(story_id).examine(typed)[1]


@lru_cache(maxsize=2)
def _examiner(_story_id: str) -> Examiner:
    """Return the one who read this story last."""
    return Examiner()


def standing(package: Package, *, only: Severity | None = None) -> tuple[Finding, ...]:
    """Return the findings of an attributed package that are neither set aside nor muted.

    `only` asks for those of one weight, and spares the work of finding the others.
    """
    waived = {waiver.fingerprint for waiver in package.waivers}
    muted = {mute.code for mute in package.mutes}
    return tuple(
        finding
        for finding in findings_of(package, only=only)
        if finding.fingerprint() not in waived
        # A rule that stops publication is heard whatever was muted when it was milder.
        and (finding.severity is Severity.BLOCK or finding.code not in muted)
    )


def check(desk: Desk, story_id: str) -> tuple[Finding, ...]:
    """Check a story as the store holds it; findings set aside are left out."""
    return standing(packages.load(desk.store, story_id, desk.by))


def ledger(desk: Desk, story_id: str) -> tuple[LedgerRow, ...]:
    """Return a row per quote of a story, in reading order, with what the desk decided."""
    return packages.load(desk.store, story_id).ledger


def sure_fixes(findings: Sequence[Finding]) -> list[Fix]:
    """Return the fixes of the findings that leave no choice: those that offer exactly one."""
    return [finding.fixes[0] for finding in findings if len(finding.fixes) == 1]


def prediction(key: str, text: str, language: str) -> dict[str, object]:
    """Return what the engine finds in a text as a flat record, offsets in code points."""
    return prediction_line(key, attribute(text, language))


def people(desk: Desk) -> tuple[Person, ...]:
    """Return the register, by name."""
    with desk.store.reading() as connection:
        return sources.people(connection)


def confirm(desk: Desk, story_id: str, row_id: str) -> Changes:
    """Say that the source shown does stand behind a quote.

    Raises:
        DeskError: `quote.unknown`, or `quote.no-speaker` while the quote has no speaker.
    """
    row, body = standing_row(desk, story_id, row_id)
    if not row.speaker:
        raise DeskError("quote.no-speaker", words=row.words)
    return decide(desk, "confirm", replace(row, state=LedgerState.CONFIRMED), body)


def set_speaker(desk: Desk, story_id: str, row_id: str, name: str) -> Changes:
    """Give a quote its source by name, which confirms it; a register entry of that name is linked.

    A spelling the register knows becomes the name of its entry. "" takes the source away.
    """
    row, body = standing_row(desk, story_id, row_id)
    known = ledgers.bearers(people(desk)).get(name.strip())
    decided = replace(
        row,
        speaker=known.name if known else name.strip(),
        person_id=known.id if known else None,
        state=LedgerState.CONFIRMED if name.strip() else LedgerState.OPEN,
    )
    return decide(desk, "set-speaker", decided, body)


def introduce(desk: Desk, story_id: str, row_id: str, person: Person) -> Changes:
    """Give a quote to somebody the register does not know yet, and enter them: one step.

    Raises:
        DeskError: `quote.unknown`, `person.no-name`, `person.bad-code`, `person.code-taken`.
    """
    row, body = standing_row(desk, story_id, row_id)
    with acting(desk.store, "introduce", desk.by, story_id=story_id) as act:
        fresh = registering.put(act, replace(person, id=""))
        named = replace(row, speaker=fresh.name, person_id=fresh.id, state=LedgerState.CONFIRMED)
        write_decision(act, named, body, desk.by)
    return act.changes()


def not_a_quote(desk: Desk, story_id: str, row_id: str) -> Changes:
    """Say that words in marks are not speech (a title, a manner of speaking)."""
    row, body = standing_row(desk, story_id, row_id)
    return decide(desk, "not-a-quote", replace(row, state=LedgerState.NOT_A_QUOTE), body)


def reopen(desk: Desk, story_id: str, row_id: str) -> Changes:
    """Take the desk's decision on a quote away; its evidence and its terms stay."""
    row, body = standing_row(desk, story_id, row_id)
    if row.evidence or row.anonymity or row.record is not Record.ON:
        return decide(desk, "reopen", replace(row, state=LedgerState.OPEN), body)
    with acting(desk.store, "reopen", desk.by, story_id=story_id) as act:
        if row.decided_at is not None:
            act.delete("quotes", row.id)
    return act.changes()


def changed_words(row: LedgerRow, body: str) -> tuple[Reworded, ...]:
    """Return the way from the words decided upon to those that stand now; () when they are gone."""
    return reworded(row.words, row.span.of(body)) if row.span else ()


def waive(desk: Desk, story_id: str, finding: Finding, reason: str) -> Changes:
    """Set a finding aside, with the name of the person at work and a reason.

    Raises:
        DeskError: `waiver.no-reason`.
    """
    if not reason.strip():
        raise DeskError("waiver.no-reason", rule=finding.code)
    with acting(desk.store, "waive", desk.by, story_id=story_id) as act:
        fingerprint = finding.fingerprint()
        if sources.waiver_id(act.connection, story_id, fingerprint) is None:
            act.insert(
                "waivers",
                {
                    "id": uuid4().hex,
                    "story_id": story_id,
                    "code": finding.code,
                    "fingerprint": fingerprint,
                    "reason": reason.strip(),
                    "by": desk.by,
                    "at": datetime.now(UTC).isoformat(),
                },
            )
    return act.changes()


def unwaive(desk: Desk, story_id: str, fingerprint: str) -> Changes:
    """Take a finding up again that was set aside."""
    with acting(desk.store, "unwaive", desk.by, story_id=story_id) as act:
        waiver = sources.waiver_id(act.connection, story_id, fingerprint)
        if waiver:
            act.delete("waivers", waiver)
    return act.changes()


def mend(desk: Desk, story_id: str, fixes: Sequence[Fix]) -> Changes:
    """Apply fixes to a story and its captions in one step; words inside quotation marks stay.

    Raises:
        DeskError: `fix.quoted-words`, `fix.overlap`; nothing is changed then.
    """
    with acting(desk.store, "mend", desk.by, story_id=story_id) as act:
        before = packages.load(desk.store, story_id)
        after = mended(before, fixes)
        _write_mended(act, before, after)
    return act.changes()


def _write_mended(act: Act, before: Package, after: Package) -> None:
    old, new = asdict(before.story), asdict(after.story)
    changed = {name: new[name] for name in TEXT_FIELDS if new[name] != old[name]}
    writing.write(act, before.story.id, changed)
    for was, use in zip(before.uses, after.uses, strict=True):
        if use != was:
            words = {"caption": use.caption, "alt": use.alt, "credit": use.credit}
            act.update("photo_uses", use.id, stories.use_columns({**words, "archive": use.archive}))


def standing_row(desk: Desk, story_id: str, row_id: str) -> tuple[LedgerRow, str]:
    """Return a row of the ledger as it lies on the text now, and that text.

    Raises:
        DeskError: `quote.unknown`.
    """
    package = packages.load(desk.store, story_id)
    for row in package.ledger:
        if row.id == row_id:
            return row, package.story.body
    raise DeskError("quote.unknown", ref=row_id)


def decide(desk: Desk, name: str, row: LedgerRow, body: str) -> Changes:
    """Write what the desk decides of a quote, with the words as they stand now, signed."""
    with acting(desk.store, name, desk.by, story_id=row.story_id) as act:
        write_decision(act, row, body, desk.by)
    return act.changes()


def write_decision(act: Act, row: LedgerRow, body: str, by: str) -> None:
    """Write a decision as part of an act."""
    known = row.decided_at is not None
    signed = replace(ledgers.anchored(row, body), decided_by=by, decided_at=datetime.now(UTC))
    columns = sources.ledger_columns(signed)
    if known:
        act.update("quotes", row.id, columns)
    else:
        act.insert("quotes", columns)
