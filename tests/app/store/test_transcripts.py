"""Transcripts come out of the store as they went in."""

from datetime import UTC, datetime

from app.domain.transcript import Transcript, Utterance
from app.store import transcripts
from app.store.journal import acting
from app.store.opening import Store
from app.store.stories import body_columns, story_columns

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)


def test_a_transcript_comes_out_as_it_went_in(store: Store) -> None:
    fields = {"slug": "s", "language": "fr-FR", "created_at": MOMENT, "updated_at": MOMENT}
    kept = Transcript(
        id="t",
        story_id="s",
        name="visite.vtt",
        digest="0" * 64,
        utterances=(
            Utterance(number=1, words="La digue tiendra.", at=12.5, voice="Hélène Carvin"),
            Utterance(number=2, words="Tout l’hiver."),
        ),
        added_by="Ana",
        added_at=MOMENT,
    )
    with acting(store, "attach-transcript", "desk") as act:
        act.insert("stories", {"id": "s", **story_columns(fields)})
        act.insert("bodies", {"story_id": "s", **body_columns("")})
        act.insert("transcripts", transcripts.columns(kept))

    with store.reading() as connection:
        assert transcripts.of_story(connection, "s") == (kept,)
