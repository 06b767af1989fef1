"""English: the lexicon, the tokens and the grammar put together."""

from functools import cache

from app.attribution.english_clauses import Clauses
from app.attribution.english_tokens import PATTERN
from app.attribution.english_verbs import inflected
from app.attribution.language import Language, assembled
from app.attribution.lexicon import Lexicon, load_sets


@cache
def english() -> Language:
    """Return the English language, read from its lexicon once."""
    lexicon = Lexicon(inflected(), load_sets("en"))
    clauses = Clauses(lexicon)
    return assembled("en", lexicon, PATTERN, clauses.phrases, clauses.read)
