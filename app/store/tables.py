"""The tables, once. Columns hold plain text and numbers, so that the journal can keep row images.

Times are ISO 8601 in UTC, lists and records are JSON text; `app.store.stories` and its
neighbours turn rows into values and back.
"""

from sqlalchemy import ForeignKey, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """A table of the store; names of its constraints are fixed, so that migrations can find them."""

    metadata = MetaData(naming_convention=NAMES)


class StoryRow(Row):
    """A story without its body, so that lists read little; `number` is its row in the search index."""

    __tablename__ = "stories"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    slug: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str]
    headline: Mapped[str] = mapped_column(server_default="")
    kicker: Mapped[str] = mapped_column(server_default="")
    standfirst: Mapped[str] = mapped_column(server_default="")
    byline: Mapped[str] = mapped_column(server_default="")
    dateline: Mapped[str] = mapped_column(server_default="")
    agency_credit: Mapped[str] = mapped_column(server_default="")
    section: Mapped[str] = mapped_column(server_default="")
    tags: Mapped[str] = mapped_column(server_default="[]")
    note: Mapped[str] = mapped_column(server_default="")
    status: Mapped[str] = mapped_column(server_default="draft")
    dated: Mapped[str | None]
    embargo: Mapped[str | None]
    target_words: Mapped[int | None]
    words: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[str]
    updated_at: Mapped[str] = mapped_column(index=True)
    deleted_at: Mapped[str | None]


class BodyRow(Row):
    """The body of a story; `checksum` is the SHA-256 of its UTF-8 bytes, to notice a damaged page."""

    __tablename__ = "bodies"
    story_id: Mapped[str] = mapped_column(
        ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True
    )
    text: Mapped[str] = mapped_column(server_default="")
    checksum: Mapped[str]


class PhotoRow(Row):
    """A picture; `details` is its `PhotoMetadata` as JSON, `creation` its date for sorting.

    What the lists show, sort and sift by stands in columns of its own beside the JSON, written
    with it. `lacks` has one bit for each open question, `label` is the code of the colour.
    """

    __tablename__ = "photos"
    id: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    file_name: Mapped[str] = mapped_column(index=True)
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    details: Mapped[str] = mapped_column(server_default="{}")
    creation: Mapped[str] = mapped_column(server_default="", index=True)
    focus_x: Mapped[float] = mapped_column(server_default="0.5")
    focus_y: Mapped[float] = mapped_column(server_default="0.5")
    taken_in_at: Mapped[str] = mapped_column(index=True)
    size: Mapped[int] = mapped_column(server_default="0")
    source: Mapped[str] = mapped_column(server_default="")
    in_place: Mapped[int] = mapped_column(server_default="0")
    batch_id: Mapped[str] = mapped_column(server_default="", index=True)
    likeness: Mapped[str] = mapped_column(server_default="")
    flag: Mapped[str] = mapped_column(server_default="")
    crops: Mapped[str] = mapped_column(server_default="{}")
    conflicts: Mapped[int] = mapped_column(server_default="0")
    settled: Mapped[str] = mapped_column(server_default="[]")
    rating: Mapped[int | None]
    label: Mapped[str] = mapped_column(server_default="")
    lacks: Mapped[int] = mapped_column(server_default="0")
    headline: Mapped[str] = mapped_column(server_default="")
    description: Mapped[str] = mapped_column(server_default="")
    alt: Mapped[str] = mapped_column(server_default="")
    credit_line: Mapped[str] = mapped_column(server_default="")
    persons: Mapped[str] = mapped_column(server_default="[]")
    city: Mapped[str] = mapped_column(server_default="")
    country: Mapped[str] = mapped_column(server_default="")


class PhotoNumberRow(Row):
    """The number of a picture in the search index, kept for good; triggers give it."""

    __tablename__ = "photo_numbers"
    __table_args__ = ({"sqlite_autoincrement": True},)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    photo_id: Mapped[str] = mapped_column(unique=True)


class BatchRow(Row):
    """One taking in of a folder, a card or many files."""

    __tablename__ = "batches"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    source: Mapped[str] = mapped_column(server_default="")
    by: Mapped[str] = mapped_column(server_default="")
    at: Mapped[str] = mapped_column(index=True)


class CaptionTemplateRow(Row):
    """Fields to put on many pictures, under a name; `fields` is JSON."""

    __tablename__ = "caption_templates"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    fields: Mapped[str]


class StampRow(Row):
    """Words written into one file: what it was and what it became, so that it can be taken back."""

    __tablename__ = "stamps"
    id: Mapped[str] = mapped_column(primary_key=True)
    photo_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    place: Mapped[str]
    digest_before: Mapped[str] = mapped_column(server_default="")
    digest_after: Mapped[str]
    by: Mapped[str] = mapped_column(server_default="")
    at: Mapped[str]


class UseRow(Row):
    """A photo slot of a story, with the words of this use."""

    __tablename__ = "photo_uses"
    __table_args__ = (UniqueConstraint("story_id", "slot"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"))
    slot: Mapped[int]
    photo_id: Mapped[str | None] = mapped_column(ForeignKey("photos.id"), index=True)
    caption: Mapped[str] = mapped_column(server_default="")
    alt: Mapped[str] = mapped_column(server_default="")
    credit: Mapped[str] = mapped_column(server_default="")
    persons: Mapped[str] = mapped_column(server_default="[]")
    dated: Mapped[str | None]
    archive: Mapped[int] = mapped_column(server_default="0")
    decorative: Mapped[int] = mapped_column(server_default="0")


class PersonRow(Row):
    """An entry of the register; what is more than one is JSON."""

    __tablename__ = "people"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(server_default="person")
    variants: Mapped[str] = mapped_column(server_default="[]")
    titles: Mapped[str] = mapped_column(server_default="[]")
    code: Mapped[str] = mapped_column(server_default="")
    note: Mapped[str] = mapped_column(server_default="")
    forms: Mapped[str] = mapped_column(server_default="[]")
    captions: Mapped[str] = mapped_column(server_default="[]")


class QuoteRow(Row):
    """The desk's decision on one quote; `ahead` and `behind` are the words around, to find it again."""

    __tablename__ = "quotes"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    words: Mapped[str]
    ahead: Mapped[str] = mapped_column(server_default="")
    behind: Mapped[str] = mapped_column(server_default="")
    start: Mapped[int | None]
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(server_default="open")
    speaker: Mapped[str] = mapped_column(server_default="")
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    decided_by: Mapped[str] = mapped_column(server_default="")
    decided_at: Mapped[str | None]
    record: Mapped[str] = mapped_column(server_default="on")
    anonymity_reason: Mapped[str | None]
    anonymity_by: Mapped[str] = mapped_column(server_default="")
    anonymity_at: Mapped[str | None]


class EvidenceRow(Row):
    """What stands behind a quote; the story is named too, so that kept moments find it."""

    __tablename__ = "evidence"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    quote_id: Mapped[str] = mapped_column(ForeignKey("quotes.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    reference: Mapped[str]
    verified_by: Mapped[str] = mapped_column(server_default="")
    verified_at: Mapped[str | None]


class WaiverRow(Row):
    """A finding set aside."""

    __tablename__ = "waivers"
    __table_args__ = (UniqueConstraint("story_id", "fingerprint"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"))
    code: Mapped[str]
    fingerprint: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[str]


class MuteRow(Row):
    """A rule that says nothing of one story."""

    __tablename__ = "mutes"
    __table_args__ = (UniqueConstraint("story_id", "code"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"))
    code: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    at: Mapped[str]


class DictionaryRow(Row):
    """A word added to the dictionaries; `owner` is a person's name, "" for the whole desk."""

    __tablename__ = "dictionary"
    __table_args__ = (UniqueConstraint("word", "owner"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    word: Mapped[str]
    owner: Mapped[str] = mapped_column(server_default="")
    by: Mapped[str] = mapped_column(server_default="")
    at: Mapped[str]


class TranscriptRow(Row):
    """A transcript kept with a story; `utterances` are JSON."""

    __tablename__ = "transcripts"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    digest: Mapped[str]
    utterances: Mapped[str]
    added_by: Mapped[str] = mapped_column(server_default="")
    added_at: Mapped[str]


class JournalRow(Row):
    """One act with the images of the rows it touched, as JSON; the source of undo and history."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_undone", "undone", "step"), {"sqlite_autoincrement": True})
    step: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    act: Mapped[str]
    at: Mapped[str]
    by: Mapped[str] = mapped_column(server_default="")
    story_id: Mapped[str | None] = mapped_column(index=True)
    images: Mapped[str]
    undone: Mapped[int] = mapped_column(server_default="0")


class RevisionRow(Row):
    """A kept moment of a package; `snapshot` is JSON, `raw` the text as it came (number 0 only)."""

    __tablename__ = "revisions"
    story_id: Mapped[str] = mapped_column(
        ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(server_default="")
    by: Mapped[str] = mapped_column(server_default="")
    reason: Mapped[str]
    kept_at: Mapped[str]
    words: Mapped[int]
    snapshot: Mapped[str]
    raw: Mapped[str | None]


class RemarkRow(Row):
    """What a reader of the desk says of some words, or of the whole story where `words` is ""."""

    __tablename__ = "remarks"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(server_default="")
    ahead: Mapped[str] = mapped_column(server_default="")
    behind: Mapped[str] = mapped_column(server_default="")
    start: Mapped[int] = mapped_column(server_default="0")
    text: Mapped[str]
    by: Mapped[str] = mapped_column(server_default="")
    at: Mapped[str]
    answers: Mapped[str] = mapped_column(server_default="")
    resolved_by: Mapped[str] = mapped_column(server_default="")
    resolved_at: Mapped[str | None]


class SuggestionRow(Row):
    """`put` proposed in the place of `words`; either may be empty. The body knows nothing of it."""

    __tablename__ = "suggestions"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(server_default="")
    put: Mapped[str] = mapped_column(server_default="")
    ahead: Mapped[str] = mapped_column(server_default="")
    behind: Mapped[str] = mapped_column(server_default="")
    start: Mapped[int] = mapped_column(server_default="0")
    by: Mapped[str] = mapped_column(server_default="")
    at: Mapped[str]
    state: Mapped[str] = mapped_column(server_default="open")
    decided_by: Mapped[str] = mapped_column(server_default="")
    decided_at: Mapped[str | None]


class SignOffRow(Row):
    """A name under a story; `checksum` is that of the words that were signed."""

    __tablename__ = "sign_offs"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    by: Mapped[str]
    at: Mapped[str]
    note: Mapped[str] = mapped_column(server_default="")
    checksum: Mapped[str]


class ExchangeRow(Row):
    """A version of a story that another desk knows too; `content` is what travelled, as JSON."""

    __tablename__ = "exchanges"
    __table_args__ = (UniqueConstraint("story_id", "digest"),)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"))
    digest: Mapped[str]
    content: Mapped[str]
    by: Mapped[str] = mapped_column(server_default="")
    at: Mapped[str]


class PublicationRow(Row):
    """One publication: where, by whom, what was overridden and why, and the manifest as JSON."""

    __tablename__ = "publications"
    id: Mapped[str] = mapped_column(primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    folder: Mapped[str]
    at: Mapped[str]
    by: Mapped[str] = mapped_column(server_default="")
    overrides: Mapped[str] = mapped_column(server_default="[]")
    manifest: Mapped[str]
    size: Mapped[int]
