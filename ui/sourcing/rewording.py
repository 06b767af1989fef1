"""What changed in quoted words, shown and spoken."""

from collections.abc import Iterable
from html import escape

from app.domain.rewording import Reworded, Turn
from ui import theme
from ui.words import _


def shown(changes: Iterable[Reworded]) -> str:
    """Return the way from one wording to the other as rich text: dropped struck, new underlined."""
    was = f'<s style="color:{theme.colour("error").name()}">{{}}</s>'
    now = f'<u style="color:{theme.colour("ok").name()}">{{}}</u>'
    parts = []
    for change in changes:
        if change.turn is Turn.KEPT:
            parts.append(escape(change.now))
            continue
        if change.was:
            parts.append(was.format(escape(change.was)))
        if change.now:
            parts.append(now.format(escape(change.now)))
    return " ".join(parts)


def told(changes: Iterable[Reworded]) -> str:
    """Return the differences alone, as a screen reader says them."""
    sentences = {
        Turn.DROPPED: _("“{was}” is gone"),
        Turn.ADDED: _("“{now}” is new"),
        Turn.REPLACED: _("“{now}” instead of “{was}”"),
    }
    return "; ".join(
        sentences[change.turn].format(was=change.was, now=change.now)
        for change in changes
        if change.turn is not Turn.KEPT
    )
