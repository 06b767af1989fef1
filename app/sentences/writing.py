"""Trouble with words: dictionaries, finding and replacing, the house’s own rules."""

from app.words import N_

WRITING = {
    "spelling.no-library": N_(
        "Spelling cannot be read on this computer: {reason}. The other checks still run."
    ),
    "typography.unknown": N_("There is no typography for {tag}. Nothing was changed."),
    "word.none": N_(
        "“{word}” is neither a word nor a name with its capitals. Nothing was added to the dictionary."
    ),
    "word.unknown": N_("There is no such word in the dictionaries of the desk: {ref}."),
    "find.pattern": N_(
        "The pattern {pattern} cannot be read: {reason}. Nothing was changed: mend it and try again."
    ),
    "find.replacement": N_(
        "The replacement {text} cannot be read: {reason}. Nothing was changed: mend it and try again."
    ),
    "find.too-slow": N_(
        "The pattern {pattern} takes too long on this text. Nothing was changed: make it simpler."
    ),
    "find.moved": N_(
        "The words changed since they were found. Nothing was changed: find them again."
    ),
    "style.unreadable": N_(
        "The house’s own rules in {file} cannot be read: {reason}. They are left out until it is mended."
    ),
}
"""One entry per code; the words in braces are the error's parameters."""
