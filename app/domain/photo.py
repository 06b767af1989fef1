"""Photos and their use in stories (fields after the IPTC Photo Metadata Standard 2025.1)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMetadata:
    """What the desk knows of a picture, whoever uses it; empty text means not known.

    `description` is permanent; the words of one use are `PhotoUse.caption`. `created` is the
    date and time as the camera wrote them, "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM:SS" with an
    optional zone, or less of it when no more is known ("YYYY", "YYYY-MM"). `digital_source_type` is the last part of an IPTC NewsCodes address
    ("trainedAlgorithmicMedia"). `embargo` is the first and `expires` the last day the picture
    may be used. `city`, `country`… name the place shown; the `taken_` fields the place where the
    camera stood. The `ai_` fields and `camera` say what made the picture; `camera` is only read.
    """

    title: str = ""
    headline: str = ""
    description: str = ""
    alt: str = ""
    extended_description: str = ""
    creator: tuple[str, ...] = ()
    creator_title: str = ""
    credit: str = ""
    source: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    instructions: str = ""
    created: str = ""
    city: str = ""
    sublocation: str = ""
    state: str = ""
    country: str = ""
    country_code: str = ""
    taken_sublocation: str = ""
    taken_city: str = ""
    taken_state: str = ""
    taken_country: str = ""
    taken_country_code: str = ""
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    event: str = ""
    keywords: tuple[str, ...] = ()
    job_id: str = ""
    description_writer: str = ""
    digital_source_type: str = ""
    ai_system: str = ""
    ai_system_version: str = ""
    ai_prompt: str = ""
    ai_prompt_writer: str = ""
    camera: str = ""
    embargo: date | None = None
    expires: date | None = None
    rating: int | None = None
    label: str = ""

    def created_on(self) -> date | None:
        """Return the day the picture was made, or None when unknown or not a date."""
        try:
            return date.fromisoformat(self.created[:10])
        except ValueError:
            return None

    def credit_line(self) -> str:
        """Return the credit as printed: creator and agency, each once, "Creator / Agency"."""
        parts = [*self.creator[:1], self.credit or self.source]
        kept = [part for part in dict.fromkeys(parts) if part]
        if len(kept) > 1 and kept[0].casefold() in kept[1].casefold():
            kept = kept[1:]
        return " / ".join(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field of one file that its three homes, IIM, XMP and Exif, tell differently.

    `field` is the name in `PhotoMetadata`. `kind` is a code: "differs", "cut" (the IIM text is
    the beginning of the XMP one, at its length limit), "mojibake" (accents destroyed by a wrong
    character set and repaired), "damaged" (`field` is "": the XMP block cannot be understood and
    was left out). Lists are joined by "; ". `chosen` is what `PhotoMetadata` holds; `raw` is what
    a mojibake looks like unmended.
    """

    field: str
    kind: str
    iim: str = ""
    xmp: str = ""
    exif: str = ""
    chosen: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Focus:
    """The point of a picture that must stay in every crop: shares of width and height, 0 to 1."""

    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of an upright picture to show: shares of its width and height, 0 to 1."""

    left: float
    top: float
    width: float
    height: float


class Flag(StrEnum):
    """The first choice among many pictures: to be used, left aside, or not yet looked at."""

    NONE = ""
    PICK = "pick"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One picture taken in. `digest` is the SHA-256 of the original file, which names its copy.

    `width` and `height` are pixels as displayed (camera rotation applied). `source` is the file
    it came from; when it is used `in_place`, that file is the only one there is. `likeness` are
    16 hex digits that similar pictures share for the most part. `crops` are the parts chosen by
    hand, by the role of the rendition. `settled` are the fields whose conflict in the file was
    decided at the desk and not yet written.
    """

    id: str
    digest: str
    file_name: str
    media_type: str
    width: int
    height: int
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    focus: Focus = field(default_factory=Focus)
    taken_in_at: datetime
    flag: Flag = Flag.NONE
    batch_id: str = ""
    source: str = ""
    in_place: bool = False
    likeness: str = ""
    crops: tuple[tuple[str, Crop], ...] = ()
    settled: tuple[str, ...] = ()

    def crop(self, role: str) -> Crop | None:
        """Return the part chosen by hand for a role, None where the focus decides."""
        return dict(self.crops).get(role)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoUse:
    """A picture in a story: slot `slot` of the body, with the words of this use.

    `photo_id` is None while the slot waits for its picture. `credit` is the credit given in the
    copy; when empty the photo's own credit line is printed. `archive` says that the picture is
    labelled as older than the events. A `decorative` picture carries no alternative text.
    """

    id: str
    slot: int
    photo_id: str | None = None
    caption: str = ""
    alt: str = ""
    credit: str = ""
    persons: tuple[str, ...] = ()
    dated: date | None = None
    archive: bool = False
    decorative: bool = False
