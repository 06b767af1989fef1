"""Differences as the HTML of two columns: what went on the left, what came on the right."""

from collections.abc import Iterator, Sequence
from html import escape

from app.domain.history import Difference, Passage
from app.domain.rewording import Turn
from app.domain.story import SLOT_ANYWHERE
from app.history_words import facet_words
from ui import theme
from ui.spans import PARAGRAPH
from ui.words import _

WAS, NOW = 0, 1
FOLDED = 700
"""Characters two texts share in one stretch beyond which its middle is folded away."""
SHOWN = 220
_OPEN, _CLOSE = '<p style="line-height:140%">', "</p>"


def page(differences: Sequence[Difference], side: int) -> str:
    """Return the HTML of one side of some differences."""
    return "".join(_part(one, side) for one in differences)


def plain(text: str) -> str:
    """Return words as the HTML of a column."""
    return f"{_OPEN}{_paragraphs(text)}{_CLOSE}" if text else _nothing()


def changed(one: Difference) -> str:
    """Return the later words of a difference in one column, what came and what went both marked."""
    told = []
    for passage in one.passages:
        was, now = passage.was.of(one.was), passage.now.of(one.now)
        if passage.turn is Turn.KEPT:
            told.append(_paragraphs(was))
            continue
        told.append(_paragraphs(was, _style(WAS)))
        told.append(_paragraphs(now, _style(NOW)))
    return f"{_OPEN}{''.join(told)}{_CLOSE}" if told else _nothing()


def _nothing() -> str:
    return f"<p>{_empty()}</p>"


def _empty() -> str:
    nothing = _("nothing")
    return f"<i>{escape(nothing)}</i>"


def _part(one: Difference, side: int) -> str:
    title = escape(facet_words(one.facet))
    head = (
        f'<p style="color:{theme.colour("quiet").name()}"><b>{title[:1].upper()}{title[1:]}</b></p>'
    )
    words = "".join(_stretches(one, side)) or _empty()
    return f"{head}{_OPEN}{words}{_CLOSE}"


def _stretches(one: Difference, side: int) -> Iterator[str]:
    for passage in one.passages:
        text = _text(one, passage, side)
        if passage.turn is Turn.KEPT:
            yield _paragraphs(_folded(text))
        else:
            yield _paragraphs(text, _style(side))


def _text(one: Difference, passage: Passage, side: int) -> str:
    return passage.was.of(one.was) if side == WAS else passage.now.of(one.now)


def _style(side: int) -> str:
    """Return how words that differ look: a line and a tint, never colour alone."""
    line = "line-through" if side == WAS else "underline"
    ink, ground = ("error", "error-tint") if side == WAS else ("ok", "ok-tint")
    colours = theme.colour(ink).name(), theme.colour(ground).name()
    return f"color:{colours[0]};background-color:{colours[1]};text-decoration:{line}"


def _folded(text: str) -> str:
    if len(text) <= FOLDED:
        return text
    head, _space, _rest = text[:SHOWN].rpartition(" ")
    _rest, _space, tail = text[-SHOWN:].partition(" ")
    return f"{head} ⋯ {tail}"


def _paragraphs(text: str, style: str = "") -> str:
    """Return words that may reach over several paragraphs, in a style or as they are."""
    open_, close = (f'<span style="{style}">', "</span>") if style else ("", "")
    pieces = text.split(PARAGRAPH)
    return f"{_CLOSE}{_OPEN}".join(
        f"{open_}{_lines(piece)}{close}" if piece else "" for piece in pieces
    )


def _lines(text: str) -> str:
    shown = SLOT_ANYWHERE.sub(lambda slot: "▣ " + _("Photo {n}").format(n=slot[1]), text)
    return escape(shown).replace("\n", "<br/>")
