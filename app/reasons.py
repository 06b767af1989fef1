"""Why the engine named a source, in words a person can weigh."""

from app.domain.quote import Reason
from app.words import N_, _

REASONS = {
    "subject": N_("subject of “{word}”"),
    "inverted": N_("inverted subject of “{word}”"),
    "incise": N_("“{word}” stands between the quoted words"),
    "agent": N_("agent of “{word}”"),
    "passive": N_("“{word}” is in the passive"),
    "according": N_("named after “according to”"),
    "label": N_("named before a colon"),
    "noun": N_("named by a noun of speech"),
    "near": N_("the person nearest to the quote"),
    "continuation": N_("still the same speaker"),
}
"""One entry per code of `Reason`; `word` is the reporting word in its dictionary form."""


def reason_sentence(reason: Reason) -> str:
    """Return why the engine named a source, in the language of the interface.

    Reads as the middle of a line: no capital, no full stop. An unknown code is given as it is.
    """
    known = REASONS.get(reason.code)
    return _(known).format(**{"word": "…", **dict(reason.params)}) if known else reason.code
