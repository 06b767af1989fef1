"""Noun phrases read from small words alone: where they begin, where they end, whom they name."""

from app.attribution.backwards import Backwards
from app.attribution.forwards import Forwards
from app.attribution.lexicon import Lexicon
from app.attribution.proper import Proper
from app.attribution.smallwords import SmallWords


class Phrases:
    """Reads the phrases that can be a speaker, after a cue and before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare the readers of one language."""
        words = SmallWords(lexicon)
        proper = Proper(words)
        forwards, backwards = Forwards(words, proper), Backwards(words, proper)
        self.is_somebody = words.is_somebody
        self.has_verb = words.has_verb
        self.agrees = words.agrees
        self.is_person = words.is_person
        self.adverbial_at = words.adverbial_at
        self.is_verbal = words.is_verbal
        self.is_adverbial = words.is_adverbial
        self.is_adjective = words.is_adjective
        self.names_role = words.names_role
        self.describe = proper.describe
        self.after = forwards.after
        self.at = forwards.at
        self.first = forwards.first
        self.adverbial_end = forwards.adverbial_end
        self.before = backwards.before
