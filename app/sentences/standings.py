"""What standings, kinds of source, evidence and terms are called."""

from app.domain.finding import Severity
from app.domain.quote import EvidenceKind, Record, SourceKind
from app.domain.story import Status
from app.words import N_

STATUSES = {
    Status.DRAFT: N_("Draft"),
    Status.REVIEW: N_("In review"),
    Status.READY: N_("Ready"),
    Status.EMBARGOED: N_("Under embargo"),
    Status.PUBLISHED: N_("Published"),
    Status.CORRECTED: N_("Corrected"),
    Status.KILLED: N_("Killed"),
}
"""One entry per standing."""

SOURCES = {
    SourceKind.NAMED: N_("named"),
    SourceKind.ROLE: N_("by role"),
    SourceKind.PRONOUN: N_("pronoun"),
    SourceKind.ORGANISATION: N_("organisation"),
    SourceKind.DOCUMENT: N_("document"),
    SourceKind.COLLECTIVE: N_("several people"),
    SourceKind.ANONYMOUS: N_("anonymous"),
    SourceKind.AGENCY: N_("agency"),
}
"""One entry per kind of source."""

EVIDENCE = {
    EvidenceKind.RECORDING: N_("recording"),
    EvidenceKind.TRANSCRIPT: N_("transcript"),
    EvidenceKind.NOTES: N_("notes"),
    EvidenceKind.ADDRESS: N_("web address"),
    EvidenceKind.DOCUMENT: N_("document"),
    EvidenceKind.WIRE: N_("wire copy"),
}
"""One entry per kind of evidence."""

RECORDS = {
    Record.ON: N_("on the record"),
    Record.BACKGROUND: N_("not for attribution"),
    Record.OFF: N_("off the record"),
}
"""One entry per terms on which words were given."""

SEVERITIES = {
    Severity.BLOCK: N_("Blocks publication"),
    Severity.ERROR: N_("To mend"),
    Severity.WARNING: N_("To check"),
    Severity.HINT: N_("Hint"),
}
"""How much a finding weighs, in the words of the list and of the command."""
