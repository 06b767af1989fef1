"""What an editor is told of copy just read: what was left out and why, and what to look at."""

from app.words import N_

LEFT_OUT = {
    "furniture": N_("site furniture"),
    "size-label": N_("size label"),
    "share-button": N_("share button"),
    "cookie-notice": N_("cookie notice"),
    "link-line": N_("link to another page"),
    "newsletter": N_("newsletter"),
    "advertisement": N_("advertisement"),
    "comments": N_("readers’ comments"),
    "wire-label": N_("label of the wire"),
    "wire-signoff": N_("end of the dispatch"),
    "copyright": N_("copyright line"),
    "reading-time": N_("reading time"),
    "publication-date": N_("date of the page"),
    "repeated-caption": N_("the same caption again"),
    "repeated-headline": N_("the same headline again"),
    "unknown-field": N_("field not known"),
    "outside-article": N_("outside the article"),
    "page-furniture": N_("menus and margins of the page"),
}
"""Why intake left a line out: one entry per reason of a dropped `Line`."""

NOTICES = {
    "encoding": N_("The file was not UTF-8; it was read as {about}."),
    "encoding-damaged": N_("Some characters of the file were damaged before it came here."),
    "characters-damaged": N_("Some characters of the copy are damaged: read it through."),
    "comments-left-out": N_("The comments of the document were left out."),
    "notes-left-out": N_("The footnotes of the document were left out: put them in the text."),
    "deletions-left-out": N_("Text marked as deleted in the document was left out."),
    "nul-removed": N_("Characters that no page can hold were left out."),
    "no-headline": N_("No headline was found."),
    "no-body": N_("No text was found."),
    "date-unreadable": N_("The date given was not understood."),
    "embargo-unreadable": N_("The embargo given was not understood: set it before going on."),
    "photo-file": N_("The copy names a picture file: {about}."),
}
"""What an editor is told of a draft: one entry per code in `Draft.notices`."""
