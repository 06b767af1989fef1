"""The sources of a story as a picture: who speaks, where in the story, and how much."""

from collections.abc import Iterator, Sequence
from html import escape

from app.desk.sources.reporting import Voice
from app.words import _, ngettext

WIDTH = 640
ROW = 40
NAME = 16
BAR = 10
NARROWEST = 3
"""Units a turn is wide at least, so that three words in a long story are still seen."""


def svg(voices: Sequence[Voice]) -> str:
    """Return the picture as an SVG element, described for who does not see it; "" without voices.

    A line per source runs from the first word of the story to the last; what they say is set on
    it. Shades are greys: it prints.
    """
    if not voices:
        return ""
    height = len(voices) * ROW
    told = "; ".join(f"{_name(one)}: {_figures(one)}" for one in voices)
    parts = "".join(_line(number * ROW, one) for number, one in enumerate(voices))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" role="img" font-family="sans-serif" font-size="13">'
        f"<title>{escape(_('Who speaks, and when'))}</title><desc>{escape(told)}</desc>{parts}</svg>"
    )


def _line(top: int, voice: Voice) -> str:
    return "".join(
        (
            f'<text x="0" y="{top + NAME - 3}" fill="#111">{escape(_name(voice))}</text>',
            f'<text x="{WIDTH}" y="{top + NAME - 3}" text-anchor="end" fill="#444">',
            f"{escape(_figures(voice))}</text>",
            f'<rect x="0" y="{top + NAME + 4}" width="{WIDTH}" height="{BAR}" rx="2" fill="#e4e4e4"/>',
            *_turns(top, voice),
        )
    )


def _turns(top: int, voice: Voice) -> Iterator[str]:
    look = 'fill="#1d3557"' if voice.name else 'fill="#fff" stroke="#1d3557"'
    for start, end in voice.turns:
        width = max(NARROWEST, (end - start) * WIDTH)
        yield (
            f'<rect x="{start * WIDTH:.1f}" y="{top + NAME + 4}" width="{width:.1f}"'
            f' height="{BAR}" {look}/>'
        )


def _name(voice: Voice) -> str:
    return voice.name or _("no source")


def _figures(voice: Voice) -> str:
    words = ngettext("{n} word", "{n} words", voice.words).format(n=voice.words)
    return f"{words} · " + _("quotes {numbers}").format(numbers=", ".join(map(str, voice.order)))
