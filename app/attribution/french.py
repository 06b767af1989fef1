"""French: the lexicon, the tokens and the grammar put together."""

from functools import cache

from app.attribution.french_clauses import Clauses
from app.attribution.french_tokens import PATTERN
from app.attribution.french_verbs import inflected
from app.attribution.language import Language, assembled
from app.attribution.lexicon import Lexicon, load_sets


@cache
def french() -> Language:
    """Return the French language, read from its lexicon once."""
    lexicon = Lexicon(inflected(), load_sets("fr"))
    clauses = Clauses(lexicon)
    return assembled("fr", lexicon, PATTERN, clauses.phrases, clauses.read)
