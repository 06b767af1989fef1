"""What is done about the quote chosen beyond confirming it: terms, evidence, names, rules."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from app import sentences
from app.desk.desk import Desk
from app.desk.sources import muting, reporting, sourcing, transcribing, vouching
from app.desk.sources.report_page import page
from app.desk.sources.vouching import Verified
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Finding
from app.domain.quote import EvidenceKind, LedgerRow, Record
from ui.errands import Errands
from ui.parts.banner import Notice
from ui.words import _

NEXT_TERMS = {
    Record.ON: Record.BACKGROUND,
    Record.BACKGROUND: Record.OFF,
    Record.OFF: Record.ON,
}


class Chosen(Protocol):
    """What the deeds are about: a story, and one of its quotes or none."""

    @property
    def story_id(self) -> str:
        """Return the id of the open story, or ""."""

    def row(self) -> LedgerRow | None:
        """Return the quote chosen, or None."""


class Deeds:
    """Does it at the desk; what went wrong is told, what changed travels by itself."""

    def __init__(
        self, desk: Desk, work: Errands, chosen: Chosen, tell: Callable[[Notice], None]
    ) -> None:
        self._desk = desk
        self._work = work
        self._chosen = chosen
        self._tell = tell

    def note(self, kind: EvidenceKind, reference: str, verified: Verified | None) -> None:
        """Note a piece of evidence."""
        self._about_quote(partial(vouching.add_evidence, verified=verified), kind, reference)

    def verify(self, evidence_id: str) -> None:
        """Say that the person at work has looked at a piece of evidence."""
        self._about_story(vouching.verify_evidence, evidence_id)

    def remove_evidence(self, evidence_id: str) -> None:
        """Take a piece of evidence out."""
        self._about_story(vouching.remove_evidence, evidence_id)

    def set_terms(self, record: Record) -> None:
        """Say on what terms the words were given."""
        self._about_quote(vouching.set_record, record)

    def next_terms(self) -> None:
        """Turn to the next terms: on the record, not for attribution, off the record."""
        if row := self._chosen.row():
            self.set_terms(NEXT_TERMS[row.record])

    def hide_name(self, reason: str, by: str) -> None:
        """Keep why the source is not named and, once somebody did, who agreed."""
        if by.strip():
            self._about_quote(vouching.approve_anonymity, by, reason)
        else:
            self._about_quote(vouching.ask_anonymity, reason)

    def name_again(self) -> None:
        """Take the anonymity back."""
        self._about_quote(vouching.name_again)

    def waive(self, finding: Finding, reason: str) -> None:
        """Set a finding aside."""
        self._about_story(sourcing.waive, finding, reason)

    def unwaive(self, fingerprint: str) -> None:
        """Take a finding up again."""
        self._about_story(sourcing.unwaive, fingerprint)

    def mute(self, code: str, reason: str) -> None:
        """Mute a rule in this story."""
        self._about_story(muting.mute, code, reason)

    def unmute(self, code: str) -> None:
        """Hear a rule again."""
        self._about_story(muting.unmute, code)

    def attach(self, path: Path) -> None:
        """Keep a transcript with the story and say how it fits."""
        story_id = self._chosen.story_id

        def attached() -> tuple[str, Changes]:
            found = transcribing.compare(self._desk, story_id, path)
            _key, changes = transcribing.attach(self._desk, story_id, path)
            return found.foreign, changes

        self._work.act(attached, partial(self._attached, path.name), self._sorry)

    def detach(self, transcript_id: str) -> None:
        """Take a transcript away."""
        self._about_story(transcribing.detach, transcript_id)

    def write_report(self, to: Path) -> None:
        """Write the page of the sources."""
        story_id = self._chosen.story_id

        def written() -> Path:
            reporting.write_page(to, page(reporting.report(self._desk, story_id)))
            return to

        self._work.ask(written, self._written, self._sorry, about="sourcing-report")

    def with_report(self, use: Callable[[str], None]) -> None:
        """Hand the page of the sources over, to be printed."""
        story_id = self._chosen.story_id

        def made() -> str:
            return page(reporting.report(self._desk, story_id))

        self._work.ask(made, use, self._sorry, about="sourcing-report")

    def _about_quote(self, act: Callable[..., Changes], *what: object) -> None:
        if row := self._chosen.row():
            do = partial(act, self._desk, self._chosen.story_id, row.id, *what)
            self._work.act(do, sorry=self._sorry)

    def _about_story(self, act: Callable[..., Changes], *what: object) -> None:
        do = partial(act, self._desk, self._chosen.story_id, *what)
        self._work.act(do, sorry=self._sorry)

    def _attached(self, name: str, answer: tuple[str, Changes]) -> None:
        told = _("{name} is kept with the story.").format(name=name)
        if answer[0]:
            told += " " + _("It is in another language than the story.")
        self._tell(Notice(told, "warning" if answer[0] else "ok"))

    def _written(self, to: Path) -> None:
        self._tell(Notice(_("Sources written: {path}").format(path=to), "ok"))

    def _sorry(self, error: DeskError) -> None:
        self._tell(Notice(sentences.sentence(error), "error", seconds=0))
