"""What can go wrong with photos and their captions: a sentence per code."""

from app.words import N_

PHOTOS = {
    "photo.unknown": N_("There is no photo “{ref}” in the store."),
    "photo.missing": N_(
        "{name} cannot be found. Nothing was changed: check the place and try again."
    ),
    "photo.empty": N_("{name} is empty. It was left out: ask for the file again."),
    "photo.too-large": N_(
        "{name} is too large to be opened safely. It was left out: save a smaller copy."
    ),
    "photo.unknown-type": N_(
        "{name} is not a kind of image Marbre takes. It was left out: JPEG, PNG, WebP, TIFF, "
        "AVIF, HEIC, GIF and the raw files of most cameras are."
    ),
    "photo.lying": N_(
        "{name} is named like an image and holds something else. It was left out: ask for the "
        "file again."
    ),
    "photo.bomb": N_(
        "{name} claims more than 100 million pixels, as files made to exhaust a computer do. "
        "It was left out: save a smaller copy."
    ),
    "photo.truncated": N_(
        "{name} is cut short: its end is missing. It was left out: copy or download it again."
    ),
    "photo.unreadable": N_(
        "{name} is damaged and cannot be read. It was left out: ask for the file again."
    ),
    "photo.too-slow": N_(
        "{name} took too long to open and was given up. Everything else goes on: save the "
        "picture anew and try again."
    ),
    "photo.worker-died": N_(
        "{name} brought down the process that was opening it. Everything else goes on: try "
        "again, or save the picture anew."
    ),
    "photo.no-worker": N_(
        "No process could be started to open {name}. Nothing was changed: close some programs "
        "and try again."
    ),
    "photo.stopped": N_(
        "{name} was not opened: the work on photos was stopped. Nothing was changed."
    ),
    "photo.read-only-format": N_(
        "Words cannot be written into a file like {name}. It was left as it is: write a "
        "sidecar file instead."
    ),
    "photo.no-metadata": N_(
        "The words inside {name} can be neither read nor written. It was left as it is: write "
        "a sidecar file instead."
    ),
    "photo.metadata-damaged": N_(
        "The words inside {name} are damaged and writing could lose some. It was left as it "
        "is: write a sidecar file instead."
    ),
    "photo.would-lose": N_(
        "Writing into {name} would have changed something else in it. It was left as it is: "
        "write a sidecar file instead."
    ),
    "photo.not-written": N_(
        "{name} could not be written ({reason}). What stood there still stands: check the "
        "folder and the room on the disk."
    ),
    "captions.unreadable": N_(
        "This is no table of captions: line {line} cannot be read. Nothing was changed: save "
        "it again as CSV."
    ),
    "template.no-name": N_("A template needs a name. Nothing was kept: give it one."),
    "template.unknown": N_("There is no such template. Nothing was changed."),
    "crop.wrong": N_(
        "This part of {name} cannot be used: it lies outside the picture, is too small, or has "
        "another shape than its place. Nothing was changed."
    ),
    "photo.changed-since": N_(
        "{name} was changed by another program since it was taken in. It was left as it is: take "
        "it in again, or write a sidecar file."
    ),
    "conflict.not-a-date": N_(
        "“{words}” is no date. Nothing was changed: write it as year-month-day."
    ),
    "photo.other-file": N_(
        "{name} is not the file that was taken in as {photo}. Nothing was changed: choose the "
        "original, or take this file in as a new photo."
    ),
    "photo.none-chosen": N_(
        "No photo was chosen. Nothing was changed: name photos, sift them, or say --all."
    ),
    "batch.unknown": N_("There is no batch “{ref}”. List the batches to see their names."),
    "stamp.no-folder": N_("Copies need a folder to go to. Nothing was written: choose one."),
    "photo.original-missing": N_(
        "The original file of {name} is not where the store keeps it. Its words are safe: "
        "take the file in again."
    ),
    "photo.reference-missing": N_(
        "{name} is no longer at {path}. Its words are safe: show Marbre the folder it moved to, "
        "or connect its drive."
    ),
    "photo.no-files": N_("No image was found there. Nothing was changed: choose another folder."),
}
"""One entry per code; the words in braces are the error's parameters."""
