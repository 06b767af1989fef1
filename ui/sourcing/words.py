"""What standings, kinds and confidences are called, and how they look."""

from app.domain.quote import LedgerRow, QuoteKind, SourceKind
from app.reasons import reason_sentence
from ui.sourcing.lines import Standing
from ui.words import N_, _, language

STANDINGS = {
    Standing.CONFIRMED: N_("Confirmed"),
    Standing.SUGGESTED: N_("To confirm"),
    Standing.NO_SOURCE: N_("No source"),
    Standing.ALTERED: N_("Words changed since"),
    Standing.NOT_A_QUOTE: N_("Not a quote"),
    Standing.GONE: N_("No longer in the text"),
}
GLYPHS = {
    Standing.CONFIRMED: ("ok", "ok"),
    Standing.SUGGESTED: ("unknown", "hint"),
    Standing.NO_SOURCE: ("error", "error"),
    Standing.ALTERED: ("warning", "warning"),
    Standing.NOT_A_QUOTE: ("close", "faint"),
    Standing.GONE: ("waiting", "faint"),
}
"""Icon and colour token of each standing; the word always stands beside."""

KINDS = {
    QuoteKind.DIRECT: N_("direct"),
    QuoteKind.MIXED: N_("partly quoted"),
    QuoteKind.INDIRECT: N_("indirect"),
}
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


def standing_words(standing: Standing) -> str:
    """Return what a standing is called."""
    return _(STANDINGS[standing])


def kind_words(kind: QuoteKind) -> str:
    """Return what a kind of quote is called."""
    return _(KINDS[kind])


def source_words(kind: SourceKind) -> str:
    """Return what a kind of source is called."""
    return _(SOURCES[kind])


def why(row: LedgerRow) -> str:
    """Return why the engine named a source and how sure it is: "… · 92 %"; "" where it did not."""
    speaker = row.quote.speaker if row.quote else None
    if speaker is None:
        return ""
    space = "\u00a0" if language() == "fr" else ""
    return f"{reason_sentence(speaker.reason)} · {round(speaker.confidence * 100)}{space}%"
