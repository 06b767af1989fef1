"""What can go wrong with the store and its copies: a sentence per code."""

from app.words import N_

STORE = {
    "store.nothing-left": N_(
        "No story could be read in {path} or in its copies. The files were left as they are."
    ),
    "store.in-use": N_(
        "The store {path} is open in another window. Close it there, or open it read-only."
    ),
    "store.newer": N_(
        "The store {path} was made by a newer Marbre (step {step}). It was left as it is: "
        "install the newer version to open it."
    ),
    "store.not-ours": N_(
        "{path} is not a Marbre store. It was left as it is: choose another file."
    ),
    "store.damaged": N_(
        "The store {path} is damaged. It was left as it is: close Marbre and run “marbre recover”, which keeps the damaged files."
    ),
    "store.unwritable": N_(
        "Nothing can be written in {path}. What was kept before is safe: "
        "check the rights of the folder, or choose another with --store."
    ),
    "store.disk-full": N_(
        "The disk of {path} is full. What was kept before is safe: make room and try again."
    ),
    "store.read-only": N_("The store {path} is open for reading only. Nothing was changed."),
    "store.lost": N_(
        "The store {path} is gone or empty, and what belonged to it still stands beside it. Nothing "
        "was put in its place: put the newest file of {copies} there under its name, or choose "
        "another with --store."
    ),
    "store.vanished": N_(
        "The store {path} is no longer where it was opened: it was moved, replaced or removed, or its "
        "drive is gone. Nothing more can be kept: put it back, or close and open it where it is."
    ),
    "store.missing": N_("There is no store at {path} yet. Take a story in to make one."),
    "store.needs-upgrade": N_(
        "The store {path} is older than this version. Open it once for writing to bring it up to date."
    ),
    "store.upgrade-failed": N_(
        "The store {path} could not be brought up to date. It is as it was; a copy stands at {copy}."
    ),
    "store.backup-failed": N_(
        "No copy of the store could be made at {path}. The store was left as it is: make room first."
    ),
    "store.uncopied": N_(
        "No copy of the store could be made today. Everything goes on and is kept: make room on "
        "the disk of {path}."
    ),
}
"""One entry per code; the words in braces are the error's parameters."""
