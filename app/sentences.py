"""The sentence for every code of trouble and every act: what happened, what was kept, what to do."""

from app.domain.errors import DeskError
from app.publishing_words import PUBLISHING_TROUBLE
from app.words import N_, _

TROUBLE = {
    **PUBLISHING_TROUBLE,
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
        "The store {path} is damaged. It was left as it is: open the copy kept beside it."
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
    "story.unknown": N_("There is no story “{ref}”. List the stories to see their names."),
    "story.ambiguous": N_("“{ref}” begins the name of several stories. Give more of it."),
    "story.damaged": N_(
        "The text of “{ref}” is not what was written to the disk. Open the copy kept beside the store."
    ),
    "story.slug-taken": N_("Another story is already named “{slug}”. Nothing was changed."),
    "story.no-slug": N_("A story needs a slug. Nothing was changed: give it one."),
    "revision.unknown": N_("This story has no kept moment number {number}."),
    "slot.unknown": N_("This story has no photo slot number {slot}."),
    "quote.unknown": N_("This quote is not in the story any more."),
    "quote.no-speaker": N_("“{words}” has no source yet. Say who stands behind it first."),
    "waiver.no-reason": N_("Say why {rule} is set aside: a reason is kept with your name."),
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
        "AVIF, HEIC and GIF are."
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
    "pattern.wrong": N_(
        "The words to look for are no valid expression ({reason}). Nothing was changed: mend "
        "them and try again."
    ),
    "photo.original-missing": N_(
        "The original file of {name} is not where the store keeps it. Its words are safe: "
        "take the file in again."
    ),
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
    "publish.blocked": N_(
        "Not published: {codes} must be mended first, set aside, or overridden with a name and a reason."
    ),
    "publish.no-name": N_("An override needs the name of the person who takes it upon them."),
    "publish.no-reason": N_("An override of {rule} needs a reason."),
    "quotes.nothing": N_("Name a story or a file, or give --jsonl and lines on standard input."),
    "quotes.line": N_(
        "Line {number} is not a record with id, lang and text. Nothing was read past it."
    ),
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
    "edition.theme": N_(
        "There is no theme {theme}. Nothing was published: choose broadsheet or digital."
    ),
    "publish.folder-not-ours": N_(
        "{folder} holds {file}, which Marbre did not publish. It was left as it is: "
        "choose another folder."
    ),
    "publish.folder-readonly": N_(
        "{folder} cannot be written ({reason}). What stood there still does: choose another folder."
    ),
    "publish.disk-full": N_(
        "No room left for {folder}. What stood there still does: make room and publish again."
    ),
    "publish.folder-failed": N_(
        "{folder} could not be written: {reason}. What stood there still does."
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

ACTS = {
    "take-in": N_("take in"),
    "revise": N_("change fields"),
    "spike": N_("move to the bin"),
    "unspike": N_("take out of the bin"),
    "restore": N_("restore a version"),
    "take-photo-in": N_("add a photo"),
    "attach": N_("put a photo in"),
    "detach": N_("take a photo out"),
    "add-slot": N_("add a photo slot"),
    "caption": N_("caption"),
    "describe": N_("photo details"),
    "confirm": N_("confirm a source"),
    "set-speaker": N_("name a source"),
    "not-a-quote": N_("not a quote"),
    "reopen": N_("reopen a quote"),
    "waive": N_("set a finding aside"),
    "unwaive": N_("take a finding up again"),
    "mend": N_("fix"),
    "enter-person": N_("enter in the register"),
    "amend-person": N_("change an entry"),
    "merge-people": N_("merge two entries"),
    "remove-person": N_("remove an entry"),
    "import-people": N_("import the register"),
    "add-evidence": N_("add evidence"),
    "verify-evidence": N_("verify evidence"),
    "remove-evidence": N_("remove evidence"),
    "set-record": N_("on or off the record"),
    "set-anonymity": N_("anonymity"),
    "mute": N_("mute a rule"),
    "unmute": N_("hear a rule again"),
    "attach-transcript": N_("attach a transcript"),
    "detach-transcript": N_("remove a transcript"),
}
"""What each act is called in the Undo menu."""

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
    "deletions-left-out": N_("Text marked as deleted in the document was left out."),
    "nul-removed": N_("Characters that no page can hold were left out."),
    "no-headline": N_("No headline was found."),
    "no-body": N_("No text was found."),
    "date-unreadable": N_("The date given was not understood."),
    "embargo-unreadable": N_("The embargo given was not understood: set it before going on."),
    "photo-file": N_("The copy names a picture file: {about}."),
}
"""What an editor is told of a draft: one entry per code in `Draft.notices`."""


class _Given(dict[str, str]):
    """Words for a sentence; one that was not given leaves an ellipsis, never a second error."""

    def __missing__(self, name: str) -> str:
        """Stand in for a word that was not given."""
        return "…"


def left_out(reason: str) -> str:
    """Return why a line was left out, in the language of the interface."""
    return _(LEFT_OUT[reason]) if reason in LEFT_OUT else reason


def notice(code: str) -> str:
    """Return a notice of a draft ("encoding:windows-1252"), in the language of the interface."""
    kind, _colon, about = code.partition(":")
    return _(NOTICES[kind]).format(about=about) if kind in NOTICES else code


def sentence(error: DeskError) -> str:
    """Return what a person is told of an error, in the language of the interface."""
    known = TROUBLE.get(error.code)
    if known is None:
        return f"{error.code} {error.params}"
    return _(known).format_map(_Given(error.params))


def act_name(code: str) -> str:
    """Return the name of an act, in the language of the interface."""
    return _(ACTS[code]) if code in ACTS else code
