"""Muting: rules that say nothing of one story, by name and with a reason."""

from datetime import UTC, datetime
from uuid import uuid4

from app.checks.check import RULES
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.finding import Mute, Severity
from app.store import sources
from app.store.journal import acting

_SEVERITIES = {rule.code: rule.severity for rule in RULES}


def mute(desk: Desk, story_id: str, code: str, reason: str) -> Changes:
    """Let a rule say nothing of a story any more; a rule that stops publication cannot be muted.

    Raises:
        DeskError: `rule.unknown`, `mute.blocking`, `mute.no-reason`.
    """
    if code not in _SEVERITIES:
        raise DeskError("rule.unknown", ref=code)
    if _SEVERITIES[code] is Severity.BLOCK:
        raise DeskError("mute.blocking", rule=code)
    if not reason.strip():
        raise DeskError("mute.no-reason", rule=code)
    with acting(desk.store, "mute", desk.by, story_id=story_id) as act:
        if not any(one.code == code for one in sources.mutes(act.connection, story_id).values()):
            act.insert(
                "mutes",
                {
                    "id": uuid4().hex,
                    "story_id": story_id,
                    "code": code,
                    "reason": reason.strip(),
                    "by": desk.by,
                    "at": datetime.now(UTC).isoformat(),
                },
            )
    return act.changes()


def unmute(desk: Desk, story_id: str, code: str) -> Changes:
    """Hear a rule again; nothing happens when it was not muted."""
    with acting(desk.store, "unmute", desk.by, story_id=story_id) as act:
        for key, one in sources.mutes(act.connection, story_id).items():
            if one.code == code:
                act.delete("mutes", key)
    return act.changes()


def muted(desk: Desk, story_id: str) -> tuple[Mute, ...]:
    """Return the rules muted in a story, oldest first."""
    with desk.store.reading() as connection:
        return tuple(sources.mutes(connection, story_id).values())
