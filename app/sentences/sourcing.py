"""What can go wrong with sources, the register, the ledger and findings: a sentence per code."""

from app.words import N_

SOURCING = {
    "check.file-fix": N_(
        "{file} was not changed: fixes are applied to stories of the store only. "
        "Take it in first, then give the name of the story."
    ),
    "quote.unknown": N_("This quote is not in the story any more."),
    "quote.no-number": N_(
        "There is no quote {number}: the story has {count}. “marbre ledger” lists them."
    ),
    "quote.no-speaker": N_("“{words}” has no source yet. Say who stands behind it first."),
    "waiver.no-reason": N_("Say why {rule} is set aside: a reason is kept with your name."),
    "fix.quoted-words": N_(
        "The words “{words}” stand between quotation marks: no fix changes them. "
        "Nothing was changed."
    ),
    "fix.overlap": N_(
        "Two fixes meet at “{words}”. Nothing was changed: make one, then the other."
    ),
    "fix.no-place": N_(
        "A fix names a place ({part}) that the story no longer has. "
        "Nothing was changed: check again."
    ),
    "quotes.nothing": N_("Name a story or a file, or give --jsonl and lines on standard input."),
    "quotes.line": N_(
        "Line {number} is not a record with id, lang and text. Nothing was read past it."
    ),
    "person.unknown": N_("There is no entry “{ref}” in the register."),
    "person.ambiguous": N_(
        "“{ref}” fits several entries of the register. Give the code or more of the name."
    ),
    "person.no-name": N_("An entry of the register needs a name. Nothing was changed."),
    "person.code-taken": N_(
        "The code {code} belongs to {name}. Nothing was changed: choose another one."
    ),
    "person.bad-code": N_(
        "“{code}” cannot be typed as a code: no space, = or #, 32 characters at most. "
        "Nothing was changed."
    ),
    "person.same": N_("An entry cannot be merged with itself. Nothing was changed."),
    "register.unreadable": N_(
        "{name} cannot be read as a table ({reason}). Nothing was taken in: save it again as CSV."
    ),
    "register.missing-columns": N_(
        "{name} lacks the column {columns}. Nothing was taken in: its first line must name the columns."
    ),
    "register.no-entries": N_("{name} holds no entries. Nothing was taken in."),
    "register.bad-line": N_(
        "Line {line} of {name}: “{words}” does not fit the column {column}. Nothing was taken in."
    ),
    "register.doubled-code": N_(
        "Line {line} of {name}: the code {code} is that of {other}. Nothing was taken in: "
        "give each entry its own."
    ),
    "register.not-written": N_(
        "{name} could not be written ({reason}). What stood there still stands."
    ),
    "evidence.unknown": N_("This piece of evidence is not in the ledger any more."),
    "evidence.no-reference": N_(
        "Say where the evidence is: a place in a recording, a page, an address."
    ),
    "anonymity.no-reason": N_("Say why the source is not named: the reason is kept."),
    "anonymity.no-name": N_("Say who agreed that the source is not named."),
    "mute.no-reason": N_("Say why {rule} is muted in this story: a reason is kept with your name."),
    "mute.blocking": N_(
        "{rule} stops publication and cannot be muted. Set its findings aside one by one."
    ),
    "transcript.unreadable": N_(
        "{name} cannot be read as a transcript ({reason}). Nothing was kept: give it as text."
    ),
    "transcript.empty": N_("{name} holds no words. Nothing was kept."),
    "transcript.unknown": N_("This transcript is not kept with the story any more."),
    "ledger.public-folder": N_(
        "{path} lies in a folder that is published. The private ledger was not written: "
        "choose another place."
    ),
    "ledger.not-written": N_(
        "The ledger could not be written at {path} ({reason}). What stood there still stands."
    ),
    "rule.unknown": N_("There is no rule {ref}."),
}
"""One entry per code; the words in braces are the error's parameters."""
