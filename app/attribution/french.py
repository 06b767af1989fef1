"""French: the lexicon, the tokens and the grammar put together."""

from functools import cache

from app.attribution.french_clauses import Clauses
from app.attribution.french_tokens import PATTERN
from app.attribution.french_verbs import inflected
from app.attribution.grammar import Language
from app.attribution.lexicon import Lexicon, load_sets


@cache
def french() -> Language:
    """Return the French language, read from its lexicon once."""
    lexicon = Lexicon(inflected(), load_sets("fr"))
    clauses = Clauses(lexicon)
    return Language("fr", lexicon, PATTERN, clauses.read, clauses.phrases.describe)
