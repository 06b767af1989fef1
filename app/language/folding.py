"""Words without case and accents, for finding."""

import unicodedata


def folded(words: str) -> str:
    """Return words for comparing: no case, no accents."""
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
