"""What can go wrong with copy that comes in and with stories: a sentence per code."""

from app.words import N_

FILING = {
    "story.unknown": N_("There is no story “{ref}”. List the stories to see their names."),
    "story.ambiguous": N_("“{ref}” begins the name of several stories. Give more of it."),
    "story.damaged": N_(
        "The text of “{ref}” is not what was written to the disk. Open the copy kept beside the store."
    ),
    "story.slug-taken": N_("Another story is already named “{slug}”. Nothing was changed."),
    "story.no-slug": N_("A story needs a slug. Nothing was changed: give it one."),
    "revision.unknown": N_("This story has no kept moment number {number}."),
    "slot.unknown": N_("This story has no photo slot number {slot}."),
    "intake.missing": N_("There is no file {name}. Nothing was taken in: check its name."),
    "intake.empty": N_("{name} holds no words. Nothing was taken in."),
    "intake.binary": N_(
        "{name} is no text. Nothing was taken in: give text, Markdown, HTML or Word."
    ),
    "intake.image": N_("{name} is a picture. Take it in as a photo."),
    "intake.protected": N_(
        "{name} is locked with a password. Take the lock off and give it again."
    ),
    "intake.unknown-type": N_(
        "{name} is of a type that is not read. Nothing was taken in: give text, Markdown, HTML or Word."
    ),
    "intake.too-large": N_(
        "{name} is larger than the {limit} MB that are read. Nothing was taken in: give a part of it."
    ),
    "intake.too-many-lines": N_(
        "{name} has more than the {limit} lines that are read. Nothing was taken in: "
        "give a part of it."
    ),
    "intake.unreadable": N_("{name} cannot be read ({reason}). Nothing was taken in."),
    "intake.unsafe": N_("{name} is made to harm the program that opens it. It was not opened."),
    "edition.address": N_(
        "{address} is not a web address. Nothing was published: give one that begins with https://."
    ),
    "story.no-type": N_("There is no type {ref}. Nothing was filed: choose one of {known}."),
    "edition.theme": N_(
        "There is no theme {theme}. Nothing was published: choose broadsheet or digital."
    ),
}
"""One entry per code; the words in braces are the error's parameters."""
