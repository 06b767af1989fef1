"""Attributions as lines of JSON, one object per text, for the command and for scoring."""

from app.domain.quote import Attribution, Quote

Line = dict[str, object]


def line(identity: str, found: Attribution) -> Line:
    """Return one prediction: `{id, quotes: [{start, end, kind, cue…, speaker…}]}`.

    Offsets are code points, end exclusive; what is unknown is null.
    """
    return {"id": identity, "quotes": [_quote(quote) for quote in found.quotes]}


def _quote(quote: Quote) -> Line:
    cue, speaker = quote.cue, quote.speaker
    span = speaker.span if speaker else None
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": str(quote.kind),
        "group": quote.group,
        "cue": cue.text if cue else None,
        "cue_start": cue.span.start if cue else None,
        "cue_end": cue.span.end if cue else None,
        "speaker_start": span.start if span else None,
        "speaker_end": span.end if span else None,
        "speaker_text": speaker.text if speaker else None,
        "speaker_full": (speaker.name or None) if speaker else None,
    }
