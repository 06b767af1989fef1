"""The sentence for every code of trouble and every act: what happened, what was kept, what to do."""

from app.domain.errors import DeskError
from app.domain.quote import Reason
from app.words import N_, _

TROUBLE = {
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
    "story.unknown": N_("There is no story “{ref}”. List the stories to see their names."),
    "story.ambiguous": N_("“{ref}” begins the name of several stories. Give more of it."),
    "story.damaged": N_(
        "The text of “{ref}” is not what was written to the disk. Open the copy kept beside the store."
    ),
    "story.slug-taken": N_("Another story is already named “{slug}”. Nothing was changed."),
    "revision.unknown": N_("This story has no kept moment number {number}."),
    "slot.unknown": N_("This story has no photo slot number {slot}."),
    "quote.unknown": N_("This quote is not in the story any more."),
    "quote.no-speaker": N_("“{words}” has no source yet. Say who stands behind it first."),
    "waiver.no-reason": N_("Say why {rule} is set aside: a reason is kept with your name."),
    "photo.unknown": N_("There is no photo “{ref}” in the store."),
    "photo.original-missing": N_(
        "The original file of {name} is not where the store keeps it. Its words are safe: "
        "take the file in again."
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
}
"""What each act is called in the Undo menu."""

REASONS: dict[str, str] = {}
"""Why the engine named a source: one entry per code of `Reason`."""


def sentence(error: DeskError) -> str:
    """Return what a person is told of an error, in the language of the interface."""
    known = TROUBLE.get(error.code)
    if known is None:
        return f"{error.code} {error.params}"
    return _(known).format_map(error.params)


def reason_sentence(reason: Reason) -> str:
    """Return why the engine named a source, in the language of the interface."""
    known = REASONS.get(reason.code)
    return _(known).format_map(dict(reason.params)) if known else reason.code


def act_name(code: str) -> str:
    """Return the name of an act, in the language of the interface."""
    return _(ACTS[code]) if code in ACTS else code
