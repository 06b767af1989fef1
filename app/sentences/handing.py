"""The sentences of review, and of packages handed over and taken over."""

from app.words import N_

HANDING = {
    "remark.empty": N_("A comment needs words. Nothing was kept."),
    "remark.no-words": N_("The words “{words}” do not stand in the copy. Nothing was kept."),
    "remark.unknown": N_("This comment is not there any more. Nothing was changed."),
    "suggestion.unknown": N_("This suggestion was decided already. Nothing was changed."),
    "suggestion.overtaken": N_(
        "The copy changed meanwhile. Your last words were not kept as a suggestion: look again."
    ),
    "suggestion.none-here": N_("Nothing is suggested here any more. Nothing was changed."),
    "suggestion.gone": N_(
        "The words this suggestion is about changed since. The copy was left as it is: decline it."
    ),
    "handover.missing": N_("There is no file {name}. Nothing was taken over."),
    "handover.not-ours": N_(
        "{name} is no package of Marbre. Nothing was taken over: ask for the file ending in .marbre."
    ),
    "handover.newer": N_(
        "{name} was written by a newer Marbre (version {version} of the format). "
        "Nothing was taken over: bring this Marbre up to date first."
    ),
    "handover.unsafe": N_(
        "{name} is made to harm the program that opens it. It was not opened: tell whoever sent it."
    ),
    "handover.damaged": N_(
        "{name} is damaged: it does not hold what it says. Nothing was taken over: ask for it again."
    ),
    "handover.undecided": N_(
        "Both desks changed the same in {count} places of {name}. Nothing was taken over: "
        "say for each which one stands."
    ),
    "handover.not-written": N_(
        "{path} could not be written ({reason}). What stood there still stands."
    ),
}
"""One entry per code; the words in braces are the error's parameters."""
