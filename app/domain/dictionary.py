"""Words a desk or a person added to the dictionaries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddedWord:
    """One word; `owner` is the person whose dictionary it is in, "" for that of the desk."""

    id: str
    word: str
    owner: str
