"""What a picture still lacks before it can be used: the strip under the form."""

from app.domain.photo import PhotoMetadata

ASKED = ("who", "what", "where", "when", "credit", "alt")
"""The questions, in the order of the strip."""


def lacking(metadata: PhotoMetadata) -> tuple[str, ...]:
    """Return the questions the words of a picture leave open."""
    answered = {
        "who": bool(metadata.persons or metadata.organisations),
        "what": bool(metadata.description),
        "where": bool(metadata.city or metadata.sublocation or metadata.country),
        "when": bool(metadata.created),
        "credit": bool(metadata.credit_line()),
        "alt": bool(metadata.alt),
    }
    return tuple(question for question in ASKED if not answered[question])
