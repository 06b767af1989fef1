"""The sentences for what can go wrong with the house, its site, corrections and withdrawals."""

from app.words import N_

PUBLISHING_TROUBLE = {
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
