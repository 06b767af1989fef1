"""What each act is called, in the Undo menu and in the past of a story."""

from app.words import N_

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
"""One entry per name of an act."""
