"""Transcripts kept with stories: rows to values and back."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from app.domain.transcript import Transcript, Utterance
from app.store.tables import TranscriptRow


def of_story(connection: Connection, story_id: str) -> tuple[Transcript, ...]:
    """Return the transcripts of a story, in the order they came."""
    rows = connection.execute(
        select(TranscriptRow.__table__)
        .where(TranscriptRow.story_id == story_id)
        .order_by(TranscriptRow.added_at)
    ).mappings()
    return tuple(
        Transcript(
            id=row["id"],
            story_id=row["story_id"],
            name=row["name"],
            digest=row["digest"],
            utterances=tuple(Utterance(**one) for one in json.loads(row["utterances"])),
            added_by=row["added_by"],
            added_at=datetime.fromisoformat(row["added_at"]),
        )
        for row in rows
    )


def columns(transcript: Transcript) -> dict[str, Any]:
    """Return a transcript as its table holds it."""
    return {
        "id": transcript.id,
        "story_id": transcript.story_id,
        "name": transcript.name,
        "digest": transcript.digest,
        "utterances": json.dumps(
            [asdict(one) for one in transcript.utterances], ensure_ascii=False
        ),
        "added_by": transcript.added_by,
        "added_at": transcript.added_at.isoformat(),
    }
