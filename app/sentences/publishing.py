"""What can go wrong with the house, its site, publishing, corrections and withdrawals: a sentence per code."""

from app.words import N_

PUBLISHING = {
    "publish.blocked": N_(
        "Not published: {codes} must be mended first, set aside, or overridden with a name and a reason."
    ),
    "publish.no-name": N_("An override needs the name of the person who takes it upon them."),
    "publish.no-reason": N_("An override of {rule} needs a reason."),
    "publish.folder-not-ours": N_(
        "{folder} holds {file}, which Marbre did not publish. It was left as it is: "
        "choose another folder."
    ),
    "publish.folder-inside": N_(
        "{folder} lies in {outer}, which was published as a whole: writing that again would take it "
        "away. Nothing was written: choose another folder."
    ),
    "export.not-written": N_(
        "{path} could not be written ({reason}). What stood there still stands: choose another place."
    ),
    "publish.stopped": N_("Stopped, as you asked. What stood there still does."),
    "publish.folder-readonly": N_(
        "{folder} cannot be written ({reason}). What stood there still does: choose another folder."
    ),
    "publish.disk-full": N_(
        "No room left for {folder}. What stood there still does: make room and publish again."
    ),
    "publish.folder-failed": N_(
        "{folder} could not be written: {reason}. What stood there still does."
    ),
    "house.unreadable": N_(
        "{file} cannot be read ({reason}). Nothing was published: mend it and try again."
    ),
    "house.unknown": N_(
        "The settings of the house have no “{key}”. Nothing was published: they know {known}."
    ),
    "house.wrong-kind": N_(
        "The setting “{key}” of the house is not written as it must be. Nothing was published: "
        "see the guide for its form."
    ),
    "house.logo": N_(
        "{file} is no logo that can be used. Nothing was published: give a PNG of at least "
        "112 pixels a side."
    ),
    "house.theme-file": N_(
        "The theme folder holds {name}, which is no part of a theme. Nothing was published: "
        "it may hold {known}."
    ),
    "house.template": N_(
        "The template {name} of the house cannot be used ({reason}). Nothing was published: "
        "mend it, or take it out of the theme folder."
    ),
    "house.time-zone": N_(
        "There is no time zone {zone}. Nothing was published: give a name such as Europe/Paris."
    ),
    "edition.style": N_(
        "The style sheet of the house holds “</”, which would end it. Nothing was published: "
        "take it out."
    ),
    "site.nothing": N_(
        "No story is ready to go on the site. Nothing was written: mark one as ready, or publish it."
    ),
    "site.two-alike": N_(
        "“{one}” and “{other}” would stand at the same address {slug}. Nothing was written: "
        "change the name of one."
    ),
    "publish.no-notice": N_(
        "A correction needs its notice. Nothing was published: say what was wrong and what is right."
    ),
    "publish.never": N_(
        "This story was never published. Nothing was changed: there is nothing to correct or withdraw."
    ),
    "publish.binned": N_(
        "This story lies in the bin. Nothing was published: take it out of the bin first."
    ),
    "publish.withdrawn": N_(
        "This story is withdrawn. Nothing was published: give it another status first."
    ),
}
"""One entry per code; the words in braces are the error's parameters."""
