"""The field table: where each thing the desk knows of a picture lives inside the file.

Names and homes after the IPTC Photo Metadata Standard 2025.1; lengths of IIM datasets after the
IPTC Information Interchange Model 4.2; merge rules after the Metadata Working Group's guidelines
2.0, with one change: Exif text never wins over XMP or IIM, since cameras fill it with their name.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

NAMESPACES = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
        "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "pur": "http://prismstandard.org/namespaces/prismusagerights/2.1/",
    }
)
"""Prefix of every XMP name in the table, with its address."""


class Shape(StrEnum):
    """How a value is stored in XMP; IIM and Exif follow from it."""

    TEXT = "text"
    LANG = "lang-alt"
    SEQ = "seq"
    BAG = "bag"
    MOMENT = "moment"
    DAY = "day"
    NUMBER = "number"
    CODE = "code"


LISTS = frozenset({Shape.SEQ, Shape.BAG})
"""Shapes whose values are tuples in `PhotoMetadata`."""


class Merge(StrEnum):
    """Who is believed when the homes of one field disagree.

    XMP_FIRST: XMP, then IIM, then Exif; but IIM before XMP when the file keeps a digest of its
    IIM block that no longer fits, which means that a program blind to XMP wrote last.
    XMP_ONLY: the field has no other home. EXIF_ONLY: a fact of the camera, never written.
    """

    XMP_FIRST = "xmp-first"
    XMP_ONLY = "xmp-only"
    EXIF_ONLY = "exif-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field: `name` in `PhotoMetadata`, `standard` as IPTC calls it, and its homes.

    `xmp` is "prefix:Name", or "prefix:Structure/prefix:Name" inside the first structure of a
    bag; `also` is a second XMP name, only read, when the first is not there. `iim` and `exif` are keys as Exiv2 spells them, "" when the field has no such home;
    `iim_bytes` is the most the dataset holds, in bytes of UTF-8, for each value of a list.
    """

    name: str
    standard: str
    shape: Shape = Shape.TEXT
    xmp: str = ""
    also: str = ""
    iim: str = ""
    iim_bytes: int = 0
    exif: str = ""
    merge: Merge = Merge.XMP_FIRST


_SHOWN_PLACE = "Iptc4xmpExt:LocationShown/Iptc4xmpExt:"


def _iim(dataset: str) -> str:
    return f"Iptc.Application2.{dataset}"


def _taken(name: str, standard: str, part: str) -> FieldRow:
    """Return the row of one part of the place where the camera stood."""
    return FieldRow(
        name=name,
        standard=f"Location Created: {standard}",
        xmp=f"Iptc4xmpExt:LocationCreated/Iptc4xmpExt:{part}",
        merge=Merge.XMP_ONLY,
    )


def _ext(name: str, standard: str, xmp: str, shape: Shape = Shape.TEXT) -> FieldRow:
    """Return a row of a field that lives in XMP alone."""
    return FieldRow(name=name, standard=standard, shape=shape, xmp=xmp, merge=Merge.XMP_ONLY)


_WORDS = (
    FieldRow(
        name="title",
        standard="Title",
        shape=Shape.LANG,
        xmp="dc:title",
        iim=_iim("ObjectName"),
        iim_bytes=64,
    ),
    FieldRow(
        name="headline",
        standard="Headline",
        xmp="photoshop:Headline",
        iim=_iim("Headline"),
        iim_bytes=256,
    ),
    FieldRow(
        name="description",
        standard="Description",
        shape=Shape.LANG,
        xmp="dc:description",
        iim=_iim("Caption"),
        iim_bytes=2000,
        exif="Exif.Image.ImageDescription",
    ),
    _ext("alt", "Alt Text (Accessibility)", "Iptc4xmpCore:AltTextAccessibility", Shape.LANG),
    _ext(
        "extended_description",
        "Extended Description (Accessibility)",
        "Iptc4xmpCore:ExtDescrAccessibility",
        Shape.LANG,
    ),
    FieldRow(
        name="keywords",
        standard="Keywords",
        shape=Shape.BAG,
        xmp="dc:subject",
        iim=_iim("Keywords"),
        iim_bytes=64,
    ),
    FieldRow(
        name="description_writer",
        standard="Description Writer",
        xmp="photoshop:CaptionWriter",
        iim=_iim("Writer"),
        iim_bytes=32,
    ),
    FieldRow(
        name="instructions",
        standard="Instructions",
        xmp="photoshop:Instructions",
        iim=_iim("SpecialInstructions"),
        iim_bytes=256,
    ),
    FieldRow(
        name="job_id",
        standard="Job Id",
        xmp="photoshop:TransmissionReference",
        iim=_iim("TransmissionReference"),
        iim_bytes=32,
    ),
)

_RIGHTS = (
    FieldRow(
        name="creator",
        standard="Creator",
        shape=Shape.SEQ,
        xmp="dc:creator",
        iim=_iim("Byline"),
        iim_bytes=32,
        exif="Exif.Image.Artist",
    ),
    FieldRow(
        name="creator_title",
        standard="Creator’s jobtitle",
        xmp="photoshop:AuthorsPosition",
        iim=_iim("BylineTitle"),
        iim_bytes=32,
    ),
    FieldRow(
        name="credit",
        standard="Credit Line",
        xmp="photoshop:Credit",
        iim=_iim("Credit"),
        iim_bytes=32,
    ),
    FieldRow(
        name="source",
        standard="Source",
        xmp="photoshop:Source",
        iim=_iim("Source"),
        iim_bytes=32,
    ),
    FieldRow(
        name="copyright_notice",
        standard="Copyright Notice",
        shape=Shape.LANG,
        xmp="dc:rights",
        iim=_iim("Copyright"),
        iim_bytes=128,
        exif="Exif.Image.Copyright",
    ),
    _ext("usage_terms", "Rights Usage Terms", "xmpRights:UsageTerms", Shape.LANG),
    _ext("web_statement", "Web Statement of Rights", "xmpRights:WebStatement"),
    FieldRow(
        name="embargo",
        standard="Release Date",
        shape=Shape.DAY,
        xmp="pur:embargoDate",
        iim=_iim("ReleaseDate"),
        iim_bytes=8,
    ),
    FieldRow(
        name="expires",
        standard="Expiration Date",
        shape=Shape.DAY,
        xmp="pur:expirationDate",
        iim=_iim("ExpirationDate"),
        iim_bytes=8,
    ),
)

_PLACES = (
    FieldRow(
        name="created",
        standard="Date Created",
        shape=Shape.MOMENT,
        xmp="photoshop:DateCreated",
        iim=_iim("DateCreated"),
        iim_bytes=8,
        exif="Exif.Photo.DateTimeOriginal",
    ),
    FieldRow(
        name="city",
        standard="City",
        xmp="photoshop:City",
        also=_SHOWN_PLACE + "City",
        iim=_iim("City"),
        iim_bytes=32,
    ),
    FieldRow(
        name="sublocation",
        standard="Sublocation",
        xmp="Iptc4xmpCore:Location",
        also=_SHOWN_PLACE + "Sublocation",
        iim=_iim("SubLocation"),
        iim_bytes=32,
    ),
    FieldRow(
        name="state",
        standard="Province or State",
        xmp="photoshop:State",
        also=_SHOWN_PLACE + "ProvinceState",
        iim=_iim("ProvinceState"),
        iim_bytes=32,
    ),
    FieldRow(
        name="country",
        standard="Country",
        xmp="photoshop:Country",
        also=_SHOWN_PLACE + "CountryName",
        iim=_iim("CountryName"),
        iim_bytes=64,
    ),
    FieldRow(
        name="country_code",
        standard="Country Code",
        xmp="Iptc4xmpCore:CountryCode",
        also=_SHOWN_PLACE + "CountryCode",
        iim=_iim("CountryCode"),
        iim_bytes=3,
    ),
    _taken("taken_sublocation", "Sublocation", "Sublocation"),
    _taken("taken_city", "City", "City"),
    _taken("taken_state", "Province or State", "ProvinceState"),
    _taken("taken_country", "Country Name", "CountryName"),
    _taken("taken_country_code", "Country ISO Code", "CountryCode"),
)

_SHOWN = (
    _ext("event", "Event Name", "Iptc4xmpExt:Event", Shape.LANG),
    _ext("persons", "Person Shown in the Image", "Iptc4xmpExt:PersonInImage", Shape.BAG),
    _ext(
        "organisations",
        "Featured Organisation Name",
        "Iptc4xmpExt:OrganisationInImageName",
        Shape.BAG,
    ),
    _ext(
        "digital_source_type",
        "Digital Source Type",
        "Iptc4xmpExt:DigitalSourceType",
        Shape.CODE,
    ),
    _ext("ai_system", "AI System Used", "Iptc4xmpExt:AISystemUsed"),
    _ext("ai_system_version", "AI System Version Used", "Iptc4xmpExt:AISystemVersionUsed"),
    _ext("ai_prompt", "AI Prompt Information", "Iptc4xmpExt:AIPromptInformation"),
    _ext("ai_prompt_writer", "AI Prompt Writer Name", "Iptc4xmpExt:AIPromptWriterName"),
    FieldRow(
        name="camera",
        standard="Camera model",
        exif="Exif.Image.Model",
        merge=Merge.EXIF_ONLY,
    ),
    _ext("rating", "Image Rating", "xmp:Rating", Shape.NUMBER),
    _ext("label", "Label", "xmp:Label"),
)

FIELDS: tuple[FieldRow, ...] = (*_WORDS, *_RIGHTS, *_PLACES, *_SHOWN)
"""Every field of `PhotoMetadata`, once."""

SOURCE_TYPE_ADDRESS = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""What stands before the code of a digital source type in a file (IPTC NewsCodes)."""

RENDITION_FIELDS = frozenset(
    {
        "headline",
        "description",
        "alt",
        "extended_description",
        "creator",
        "credit",
        "source",
        "copyright_notice",
        "usage_terms",
        "web_statement",
        "created",
        "city",
        "country",
        "event",
        "persons",
        "organisations",
        "digital_source_type",
        "ai_system",
        "ai_system_version",
    }
)
"""What goes out inside a rendition; the rest (instructions, job ids, prompts…) stays in the house."""
