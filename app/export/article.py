"""A story as a reader gets it: every word set, every picture chosen, nothing private left.

The page, its data for machines, the feeds and the interchange files all say what stands here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.domain.correction import Correction
from app.domain.package import Package
from app.domain.story import word_count
from app.export.edition import Edition, Picture
from app.export.figures import Figure, figures, leading
from app.export.gallery import folded
from app.export.markdown import Body, render
from app.export.setting import Style
from app.export.slugs import slug
from app.export.sources import Kind, Named, Quotation, mentioned, quotations
from app.export.spacing import line, seemly
from app.export.summary import summary
from app.export.wording import Wording, wording

STREAMS = {"dernières nouvelles", "à la une", "latest news", "top stories", "breaking news"}
"""Section labels that name a stream and not a subject: kept as data, not printed over a headline."""

_ABBREVIATION = 3
_PARTICLES = {
    "en",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "sur",
    "sous",
    "et",
    "of",
    "the",
    "on",
    "upon",
}
"""Words of a place name that keep their small letter."""

_AND = re.compile(r"\s*(?:,|;|\bet\b|\band\b|&)\s*")
_HELPED = re.compile(r"\s*[,(]?\b(?:avec|with)\b.*$", re.IGNORECASE)
_NO_NAME = re.compile(r"^(?:pour|for|à|in|de|from)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Author:
    """One name of the byline, with an absolute address where more is said of it.

    `linked` says that the house set the address for this author, so that readers are sent there.
    """

    name: str
    kind: Kind
    page: str
    linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What is published of one story. Times are aware and in UTC; texts are plain unless `body`.

    `description` has 50 to 300 characters when the copy allows. `eyebrow` stands over the
    headline. `topics` are never empty.
    """

    slug: str
    address: str
    words: Wording
    headline: str
    eyebrow: str
    standfirst: str
    description: str
    byline: str
    authors: tuple[Author, ...]
    dateline: str
    section: str
    topics: tuple[str, ...]
    tags: tuple[str, ...]
    agency_credit: str
    body: Body
    figures: tuple[Figure, ...]
    named: tuple[Named, ...]
    quotations: tuple[Quotation, ...]
    place: str
    word_count: int
    published: datetime
    modified: datetime
    corrections: tuple[Correction, ...] = ()

    @property
    def language(self) -> str:
        """Return the language tag of the story."""
        return self.words.language

    @property
    def lead(self) -> Figure | None:
        """Return the picture that stands for the story elsewhere, or None.

        It is the first a reader meets that was also cut for sharing, else the first.
        """
        cut = (figure for figure in self.figures if figure.picture.in_role("og"))
        return next(cut, self.figures[0] if self.figures else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a story was first published and last changed, both aware, and what was corrected."""

    published: datetime
    modified: datetime
    corrections: tuple[Correction, ...] = ()


def article(
    package: Package, pictures: Mapping[int, Picture], edition: Edition, times: Times
) -> Article:
    """Return a story as a reader gets it; the same input gives the same article."""
    story, words = package.story, wording(package.story.language)
    language = story.language
    body = render(story.body, _style(package, words))
    shown = _in_reading_order(figures(package, pictures, edition, words), body)
    headline, standfirst = line(story.headline, language), line(story.standfirst, language)
    public = "\n".join([headline, standfirst, *body.paragraphs, *(f.caption for f in shown)])
    named = mentioned(package, public)
    section = line(story.section, language) or words.say("section")
    tags = tuple(dict.fromkeys(line(tag, language) for tag in story.tags if tag.strip()))
    own_name = slug(story.slug or story.headline)
    published = _second(times.published)
    return Article(
        slug=own_name,
        address=edition.address(f"{own_name}/"),
        words=words,
        headline=headline,
        eyebrow=line(story.kicker, language) or _eyebrow(section, story.section),
        standfirst=standfirst,
        description=summary((standfirst, *body.paragraphs, headline)),
        byline=line(story.byline, language),
        authors=_authors(story.byline, edition, words),
        dateline=line(story.dateline, language) or _dateline(published, edition, words),
        section=section,
        topics=tags or tuple(one.name for one in named) or (section,),
        tags=tags,
        agency_credit=line(story.agency_credit, language),
        body=body,
        figures=shown,
        named=named,
        quotations=quotations(package, public),
        place=_place(seemly(story.dateline), shown, edition),
        word_count=word_count(story.body),
        published=published,
        modified=max(published, _second(times.modified)),
        corrections=tuple(
            replace(one, notice=line(one.notice, language), at=_second(one.at))
            for one in times.corrections
        ),
    )


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def _style(package: Package, words: Wording) -> Style:
    return Style(
        language=package.story.language,
        note_back=words.say("footnote_back"),
        note_back_words=words.say("footnote_back_words"),
        dateline=line(package.story.dateline, package.story.language),
        dash=words.say("dash"),
    )


def _in_reading_order(shown: tuple[Figure, ...], body: Body) -> tuple[Figure, ...]:
    """Return the figures as the copy brings them, those without a slot after the others."""
    order = {slot: index for index, slot in enumerate(body.slots)}
    placed = sorted(shown, key=lambda figure: (order.get(figure.slot, len(order)), figure.slot))
    if placed and (body.leads or placed[0].slot not in order):
        placed[0] = leading(placed[0])
    return folded(placed)


def _eyebrow(section: str, given: str) -> str:
    return section if given.strip() and given.strip().casefold() not in STREAMS else ""


def _authors(byline: str, edition: Edition, words: Wording) -> tuple[Author, ...]:
    """Return the names of a byline; the newsroom signs a story that brings none."""
    bare = " ".join(byline.split())
    for prefix in words.listed("by_prefixes"):
        bare = re.sub(rf"^{prefix}\s+", "", bare, flags=re.IGNORECASE)
    bare = _HELPED.sub("", bare)
    names = [name for name in _AND.split(bare) if name[:1].isupper() and not _NO_NAME.match(name)]
    if not names:
        return (Author(edition.house(), Kind.ORGANISATION, edition.about()),)
    return tuple(_author(name, edition, words) for name in dict.fromkeys(names))


def _author(name: str, edition: Edition, words: Wording) -> Author:
    page = edition.author_pages.get(name, "")
    kind = Kind.ORGANISATION if name.isupper() and " " not in name else Kind.PERSON
    return Author(line(name, words.language), kind, page or edition.about(), bool(page))


def _dateline(published: datetime, edition: Edition, words: Wording) -> str:
    day = words.local_day(published, edition.time_zone)
    return f"{edition.place}, {day}" if edition.place else day


def _place(dateline: str, shown: tuple[Figure, ...], edition: Edition) -> str:
    """Return the place of a story: its dateline's, its first picture's, or the newsroom's."""
    found = re.match(r"[^\W\d_][^\d,(—–]*", dateline.strip())
    if found:
        return _in_lower_case(found[0].strip(" -."))
    cities = (seemly(figure.metadata.city).strip() for figure in shown[:1])
    return next(filter(None, cities), edition.place)


def _in_lower_case(place: str) -> str:
    """Return a place written in capitals as a name: "AIX-EN-PROVENCE" as "Aix-en-Provence"."""
    if not place.isupper() or len(place) <= _ABBREVIATION:
        return place
    first, *rest = re.split(r"([\s-])", place.lower())
    return first.capitalize() + "".join(
        part if part in _PARTICLES else part.capitalize() for part in rest
    )
