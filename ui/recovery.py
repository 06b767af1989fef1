"""What is said of a session that was cut short."""

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.history import Recovered
from ui.parts.banner import Notice
from ui.words import _, clock, ngettext, quoted

NAMED = 3
"""Stories named in the notice of what was restored; of more, the number is told."""


def recovered_notice(recovered: Sequence[Recovered], show: Callable[[str, str], None]) -> Notice:
    """Return what is said of stories a cut session left; `show(story, place)` opens the first."""
    names = [quoted(one.headline or _("Untitled")) for one in recovered[:NAMED]]
    if len(recovered) > NAMED:
        rest = len(recovered) - NAMED
        names.append(ngettext("{n} more", "{n} more", rest).format(n=rest))
    text = _(
        "Marbre was cut short. Nothing saved was lost: {stories}, as typed until {time}."
    ).format(stories=", ".join(names), time=clock(recovered[0].saved_at))
    see = partial(show, recovered[0].story_id, "history")
    return Notice(text, "warning", _("See What Was Restored"), see, seconds=0)
