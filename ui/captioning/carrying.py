"""Words carried from one photo to others."""

from collections.abc import Mapping

from ui.captioning.entries import Target, Value, Values

OWN = frozenset({"dated", "archive", "decorative"})
"""What is of one picture alone: when it was made, and how one story uses it."""


def carried(target: Target) -> dict[str, Value]:
    """Return the words of a photo that others may bear too, by field; fields without any stay out."""
    if target.ids:
        return {}
    return {name: value for name, value in target.values().items() if value and name not in OWN}


def laid_down(words: Values, target: Target) -> Mapping[str, Value]:
    """Return carried words as the fields of another target take them.

    What is said in a story is its caption, and out of it the description of the photo.
    """
    fields = target.fields()
    fitting = {name: value for name, value in words.items() if name in fields}
    if "caption" in fields and "caption" not in words and "description" in words:
        fitting["caption"] = words["description"]
    if "caption" not in fields and "caption" in words:
        fitting["description"] = words["caption"]
    return fitting
