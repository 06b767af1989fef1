"""Captions: what a line says of a picture, who is credited, and the use it becomes."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.photo import PhotoUse
from app.intake.sheet import LABEL_LIMIT, folded
from app.language.dates import Precision, dates_in
from app.language.names import names_in

CAPTION_LIMIT = 600
"""Characters; a longer line is copy, not a caption."""
_DOUBLED_LEAST = 20
_ADDED_MOST = 80
_CREDIT_WORDS = 8
_AGENCY = r"(?:AFP|REUTERS|Reuters|AP|dpa|EPA|Getty Images|GETTY IMAGES|PA|ANSA|Belga|Keystone)"
_CREDIT_LABEL = r"(?:cr[ée]dits?\s(?:photos?|image)|photo\scredit|image\scredit|picture\scredit|photos?|picture|illustration|image|©|\(c\))"
_BRACKETED = re.compile(
    rf"\s?[(\[](?P<credit>{_CREDIT_LABEL}[\s:/]\s?[^()\[\]]{{2,80}})[)\]]\.?$", re.IGNORECASE
)
_AFTER_STOP = re.compile(
    rf"(?<=[.!?»”\"])\s(?P<credit>(?:{_CREDIT_LABEL}\s?:|©|\(c\))\s?[^.!?()]{{2,80}})\.?$",
    re.IGNORECASE,
)
_BY_AGENCY = re.compile(
    rf"(?:(?<=[.!?»”\"])|(?<=\d{{4}}))\s(?P<credit>(?:{_AGENCY}(?:\sPHOTO)?\s?/\s?[^.!?/]{{2,50}}"
    rf"|[^\W\d_][^.!?/]{{1,50}}\s?/\s?{_AGENCY}(?:\svia\s[^.!?/]{{2,30}})?))\.?$"
)
_LABEL_OFF = re.compile(rf"{_CREDIT_LABEL}(?:\s?[:/])?(?:\s?(?:by|par)\s)?\s?(?=\S)", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:l[ée]gende(?:\sphoto)?|image\scaption|photo\scaption|picture\scaption|caption|photo\s?\d{0,2})"
    r"\s?[:,–—]\s(?P<caption>\S.+)",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    r"\b(?:photo|image|picture)s?\sd[’']archives?\b|[(,]\s?archives?\)?\b|\b(?:file|archive)\s(?:photo|picture|image)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What copy says of one picture: its caption, its alternative text, its credit."""

    caption: str = ""
    alt: str = ""
    credit: str = ""


def is_doubled(one: str, other: str) -> bool:
    """Say whether two lines are the alternative text and the caption of one picture.

    A page writes both with the same words; the caption may add a credit at its end.
    """
    first, second = folded(one).rstrip(" ."), folded(other).rstrip(" .")
    shorter, longer = sorted((first, second), key=len)
    if not _DOUBLED_LEAST <= len(shorter) <= len(longer) <= CAPTION_LIMIT:
        return False
    return longer.startswith(shorter) and (
        len(longer) == len(shorter)
        or (
            len(longer) - len(shorter) <= _ADDED_MOST
            and bool(split_credit(max(one, other, key=len))[1])
        )
    )


def split_credit(words: str) -> tuple[str, str]:
    """Part the credit from the end of a caption: "… the mill. (Photo: Ann Doe)"."""
    if len(words) > CAPTION_LIMIT:
        return words, ""
    for pattern in (_BRACKETED, _AFTER_STOP, _BY_AGENCY):
        match = pattern.search(words)
        if match and (credit := _bare_credit(match["credit"])):
            return words[: match.start()].rstrip(), credit
    return words, ""


def credit_line(words: str) -> str:
    """Return the credit a line gives and nothing else ("Photo : Ann Doe / AFP"), or ""."""
    bare = words.strip("()[] ").removesuffix(".")
    if len(words) > LABEL_LIMIT or len(bare.split()) > _CREDIT_WORDS:
        return ""
    return _bare_credit(bare) if _LABEL_OFF.match(bare) and "." not in bare.rstrip(".") else ""


def labelled(words: str) -> str:
    """Return the caption of a line that says it is one ("Légende : …"), or ""."""
    match = _LABELLED.fullmatch(words) if len(words) <= CAPTION_LIMIT else None
    return match["caption"] if match and not credit_line(words) else ""


def has_credit(words: str) -> bool:
    """Say whether a line ends with a photo credit, as captions alone do."""
    return bool(split_credit(words)[1])


def photo_use(slot: int, words: Words, language: str) -> PhotoUse:
    """Return the use that waits in `slot` for its picture: people, day and archive label read."""
    caption, credit = split_credit(words.caption)
    people = dict.fromkeys(name for _, name in names_in(caption[:CAPTION_LIMIT], language))
    return PhotoUse(
        id=f"slot-{slot}",
        slot=slot,
        caption=caption,
        alt=words.alt,
        credit=words.credit or credit,
        persons=tuple(people),
        dated=day_in(caption[:CAPTION_LIMIT], language),
        archive=_ARCHIVE.search(words.caption[:CAPTION_LIMIT]) is not None,
    )


def day_in(text: str, language: str, near: date | None = None) -> date | None:
    """Return the first whole date of a text, or None."""
    for found in dates_in(text, language, near):
        if found.date and found.precision is Precision.DAY and found.exists:
            return found.date
    return None


def _bare_credit(words: str) -> str:
    """Take the label off a credit; "" when what is left names nobody ("photo de famille")."""
    label = _LABEL_OFF.match(words)
    bare = words[label.end() :] if label else words
    return bare.strip(" :/.()") if bare[:1].isupper() else ""
