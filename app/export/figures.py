"""Pictures as a reader meets them: the files to choose from, caption, credit, alternative."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.package import Package
from app.domain.photo import Photo, PhotoMetadata, PhotoUse
from app.export.edition import AVIF, WEBP, Edition, Picture, PictureFile
from app.export.pictures import UPRIGHT, copyright_notice
from app.export.spacing import line
from app.export.wording import Wording

_SIZES = {
    "wide": "(min-width: 3400px) 1680px, (min-width: 2400px) 1260px, (min-width: 1000px) 960px, 100vw",
    "column": "(min-width: 3400px) 1064px, (min-width: 2400px) 798px, (min-width: 656px) 608px, 100vw",
    "upright": "(min-width: 3400px) 840px, (min-width: 2400px) 630px, (min-width: 560px) 480px, 100vw",
}
"""How wide the page shows each shape; must agree with base.css. "small" is its own width."""

_COLUMN = 608
_LEAD = 960
_UPRIGHT = 480

_MACHINE_MADE = {
    "trainedAlgorithmicMedia": "synthetic",
    "compositeWithTrainedAlgorithmicMedia": "composite",
    "compositeSynthetic": "composite",
}
"""Source types a reader must be told of (IPTC guidance on generative AI), with their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One line of choice for the browser: a media type and its files, narrow to wide."""

    media_type: str
    srcset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One picture of a story. Texts are set in the language of the story.

    `image` is the file every browser can show. `shape` is "wide", "column", "upright" or
    "small". `label` says what a reader must know of the picture (archive, synthetic), or "".
    `credit` is empty when the caption already says it. A `folded` one waits in a closed gallery.
    """

    slot: int
    picture: Picture
    metadata: PhotoMetadata
    image: PictureFile
    sources: tuple[Candidate, ...]
    fallback: Candidate
    sizes: str
    shape: str
    alt: str
    caption: str
    credit: str
    full_credit: str
    label: str
    rights: str
    source_type: str
    decorative: bool
    folded: bool = False


def figures(
    package: Package, pictures: Mapping[int, Picture], edition: Edition, words: Wording
) -> tuple[Figure, ...]:
    """Return the pictures of a story that are there, in slot order; slots that wait are left out."""
    made = []
    for use in package.uses:
        photo, picture = package.photo_of(use), pictures.get(use.slot)
        image = picture.largest() if picture else None
        if photo and picture and image:
            shown = _Shown(use, photo, picture, image, package.credit_of(use))
            made.append(_figure(shown, edition, words))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Shown:
    use: PhotoUse
    photo: Photo
    picture: Picture
    image: PictureFile
    credit: str


def _figure(shown: _Shown, edition: Edition, words: Wording) -> Figure:
    use, metadata, language = shown.use, shown.photo.metadata, words.language
    caption = line(use.caption or metadata.description, language)
    credit = line(shown.credit, language)
    source_type = metadata.digital_source_type or edition.source_type
    shape = _shape(shown.image)
    return Figure(
        slot=use.slot,
        picture=shown.picture,
        metadata=metadata,
        image=shown.image,
        sources=tuple(_candidates(shown.picture)),
        fallback=_candidate(shown.picture, shown.image.media_type),
        sizes=_SIZES.get(shape, f"{shown.image.width}px"),
        shape=shape,
        alt="" if use.decorative else line(use.alt or metadata.alt, language),
        caption=caption,
        credit="" if _holds(caption, credit) else credit,
        full_credit=credit,
        label=_label(source_type, words, archive=use.archive),
        rights=line(copyright_notice(metadata, shown.credit), language),
        source_type=source_type,
        decorative=use.decorative,
    )


def leading(figure: Figure) -> Figure:
    """Return a figure as it stands over the story, wider than the column when it can be."""
    wide = figure.shape == "column" and figure.image.width >= _LEAD
    return replace(figure, shape="wide", sizes=_SIZES["wide"]) if wide else figure


def _shape(image: PictureFile) -> str:
    shape, width = ("upright", _UPRIGHT) if _is_upright(image) else ("column", _COLUMN)
    return shape if image.width >= width else "small"


def _is_upright(image: PictureFile) -> bool:
    return image.width < image.height * UPRIGHT


def _candidates(picture: Picture) -> list[Candidate]:
    kinds = [kind for kind in (AVIF, WEBP) if picture.displays(kind)]
    return [_candidate(picture, kind) for kind in kinds]


def _candidate(picture: Picture, media_type: str) -> Candidate:
    files = picture.displays(media_type)
    return Candidate(
        media_type=media_type,
        srcset=", ".join(f"{file.name} {file.width}w" for file in files),
    )


def _holds(caption: str, credit: str) -> bool:
    """Say whether the caption already ends with the credit, as wire captions often do."""
    return bool(credit) and credit.casefold() in caption.casefold()


def _label(source_type: str, words: Wording, *, archive: bool) -> str:
    code = _MACHINE_MADE.get(source_type)
    labels = [words.say(code)] if code else []
    if archive:
        labels.append(words.say("archive"))
    return ", ".join(labels)
