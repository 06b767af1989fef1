"""The sentence for every code of trouble and every act: what happened, what was kept, what to do."""

from app.domain.errors import DeskError
from app.domain.finding import Severity
from app.domain.story import Status
from app.sentences.acts import ACTS
from app.sentences.drafts import LEFT_OUT, NOTICES
from app.sentences.filing import FILING
from app.sentences.handing import HANDING
from app.sentences.photos import PHOTOS
from app.sentences.publishing import PUBLISHING
from app.sentences.sourcing import SOURCING
from app.sentences.standings import SEVERITIES, STATUSES
from app.sentences.store import STORE
from app.sentences.writing import WRITING
from app.words import _, ngettext

TROUBLE = {**STORE, **FILING, **PHOTOS, **SOURCING, **PUBLISHING, **WRITING, **HANDING}
"""One entry per code; the words in braces are the error's parameters."""


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


def status_words(status: Status) -> str:
    """Return how the standing of a story is called, in the language of the interface."""
    return _(STATUSES[status])


def severity_words(severity: Severity) -> str:
    """Return how the weight of a finding is called, in the language of the interface."""
    return _(SEVERITIES[severity])


def left_quoted(count: int) -> str:
    """Return how many finds of a hunt stay for the quotation marks they touch."""
    words = ngettext(
        "{n} place inside quotation marks stays as it is.",
        "{n} places inside quotation marks stay as they are.",
        count,
    )
    return words.format(n=count)
