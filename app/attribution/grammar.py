"""What a language hands to the neutral part: cues, phrases and reports, all by token of a stream."""

from dataclasses import dataclass

from app.attribution.lexicon import Form
from app.attribution.tokens import Stream
from app.domain.quote import QuoteKind, Reason, Stance


@dataclass(slots=True)
class Phrase:
    """A stretch of tokens that names somebody. `name` is the range of its proper name, if any.

    `head` is the word that says what it is: a pronoun, a role, an organisation, or "".
    """

    first: int
    last: int
    head: str = ""
    name: tuple[int, int] | None = None
    pronoun: bool = False


@dataclass(slots=True)
class Hit:
    """A reporting verb where it stands: tokens `first` to `last`, with its auxiliary.

    `inverted` is the pronoun after the verb ("dit-il"), `verb` the token of the verb itself.
    """

    first: int
    last: int
    verb: int
    form: Form
    inverted: Phrase | None = None
    plural: bool | None = None
    passive: bool = False


@dataclass(slots=True)
class Report:
    """A stretch of reported words found in one paragraph, in code points from its start.

    `cue` is a range of code points; `group` joins the pieces of one split quotation (0 for a piece alone). `holds` marks
    what it leaves for the neutral part: "" nothing, "before" the speaker of the report before,
    "after" the one of the next. `within` is the stream of the speaker's tokens where that is not
    the paragraph's: an incise inside quotation marks.
    """

    start: int
    end: int
    kind: QuoteKind
    reason: Reason
    speaker: Phrase | None = None
    cue: tuple[int, int] | None = None
    lemma: str = ""
    stance: Stance = Stance.NEUTRAL
    group: int = 0
    confidence: float = 1.0
    hearsay: bool = False
    holds: str = ""
    second_hand: Phrase | None = None
    within: Stream | None = None
