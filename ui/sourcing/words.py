"""What standings, kinds and confidences are called, and how they look."""

from app.domain.quote import Evidence, LedgerRow, QuoteKind, Record, SourceKind
from app.domain.transcript import Comparison, Likeness
from app.reasons import reason_sentence
from app.sentences.standings import EVIDENCE, RECORDS, SOURCES
from ui.sourcing.lines import Standing
from ui.words import N_, _, day, language, ngettext

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


LIKENESSES = {
    Likeness.VERBATIM: N_("verbatim"),
    Likeness.TRIMMED: N_("trimmed"),
    Likeness.ALTERED: N_("altered"),
    Likeness.NOT_FOUND: N_("not found"),
}


def terms_words(row: LedgerRow) -> str:
    """Return on what terms words were given and what stands behind them; "" when nothing is noted."""
    parts = []
    if row.record is not Record.ON:
        parts.append(_(RECORDS[row.record]))
    if row.anonymity and row.anonymity.approved:
        parts.append(_("anonymous, agreed by {name}").format(name=row.anonymity.approved_by))
    elif row.anonymity:
        parts.append(_("anonymous, nobody agreed yet"))
    if count := len(row.evidence):
        words = ngettext("{n} piece of evidence", "{n} pieces of evidence", count)
        parts.append(words.format(n=count))
    return " · ".join(parts)


def evidence_words(one: Evidence) -> str:
    """Return a piece of evidence on one line: what, where, and who has seen it when."""
    parts = [_(EVIDENCE[one.kind]), one.reference]
    if one.verified_by and one.verified_at:
        seen = _("verified by {name}, {day}")
        parts.append(seen.format(name=one.verified_by, day=day(one.verified_at)))
    else:
        parts.append(_("not verified"))
    return " · ".join(parts)


def comparison_words(found: Comparison) -> str:
    """Return how a quote stands to the transcripts, and where: "altered · line 12 · 0:03:20 · Ana"."""
    parts = [_("In the transcript: {verdict}").format(verdict=_(LIKENESSES[found.likeness]))]
    passage = found.passage
    if passage:
        parts.append(_("line {n}").format(n=passage.first))
        if passage.at is not None:
            parts.append(clock(passage.at))
        if passage.voice:
            parts.append(passage.voice)
    return " · ".join(parts)


def clock(seconds: float) -> str:
    """Return a time in a recording as hours, minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
