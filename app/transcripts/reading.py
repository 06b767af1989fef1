"""The text of a transcript into utterances: paragraphs, or captions with their times."""

import html
import io
import re
from collections.abc import Iterable, Iterator

import webvtt
from webvtt.errors import MalformedFileError

from app.domain.errors import DeskError
from app.domain.transcript import Utterance

_TIMED = re.compile(
    r"^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{1,3}[ \t]*-->[ \t]*\d{1,2}:\d{2}", re.MULTILINE
)
_HEADED = re.compile(r"\s*WEBVTT\b")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")


def utterances_of(text: str) -> tuple[Utterance, ...]:
    """Return what a transcript says, in order; the kind of file is told by its content.

    Plain text and Markdown give an utterance per line that holds words; SubRip and WebVTT one per
    caption, with its time.

    Raises:
        DeskError: "transcript.empty"; "transcript.unreadable" (`reason`) for broken captions.
    """
    # Captions are told, and read, with the ends of lines as Unix writes them.
    plain = "\n".join(text.splitlines()).lstrip() + "\n"
    found = tuple(_captions(plain) if _TIMED.search(plain) else _paragraphs(plain))
    if not found:
        raise DeskError("transcript.empty")
    return found


def _paragraphs(text: str) -> Iterator[Utterance]:
    lines = (line.strip() for line in text.splitlines())
    for number, line in enumerate(filter(None, lines), start=1):
        yield Utterance(number=number, words=line)


def _captions(text: str) -> Iterable[Utterance]:
    kind = "vtt" if _HEADED.match(text) else "srt"
    try:
        captions = webvtt.from_buffer(io.StringIO(text), format=kind).captions
    except (MalformedFileError, ValueError) as error:
        raise DeskError("transcript.unreadable", reason=str(error)) from error
    spoken = ((caption, _spoken(caption.text)) for caption in captions)
    for number, (caption, words) in enumerate((one for one in spoken if one[1]), start=1):
        yield Utterance(
            number=number,
            words=words,
            at=_seconds(caption),
            voice=html.unescape(caption.voice or ""),
        )


def _seconds(caption: webvtt.Caption) -> float:
    hours, minutes, seconds, thousandths = caption.start_time.to_tuple()
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000


def _spoken(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())
