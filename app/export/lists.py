"""The pages of a site that lead to its stories: front page, sections, months, archive.

Each page says by a key what it is made of, so that one whose key stands is not made again.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from markupsafe import Markup

from app.export.edition import Card, Edition
from app.export.slugs import slug
from app.export.summary import summary
from app.export.templates import templates, told_clearly
from app.export.theme import Theme, policy_source, sheet, theme_of
from app.export.wording import Wording, wording

FRONT = 30
"""Stories on the front page."""

SECTION = 60
"""Newest stories on the page of a section; older ones stand in the archive."""

PICTURES = 6
"""Pictures in one list: with the page itself they make seven requests."""

BARE = "fr-FR"
"""The language of a site that names none and has no story left to take it from."""

MENU = 8
"""Sections named on top of every page, those with most stories."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the site: path from its root, and words."""

    path: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a site before it is HTML; `name` is its path from the root of the site."""

    name: str
    title: str
    heading: str
    description: str
    cards: tuple[Card, ...] = ()
    months: tuple[Way, ...] = ()
    pictures: int = 0
    summaries: bool = False
    year: int = 0

    @property
    def up(self) -> str:
        """Return what leads from this page to the root of the site."""
        return "../" * self.name.count("/")

    @property
    def path(self) -> str:
        """Return the path of the page's own address."""
        return "" if self.name == "index.html" else self.name.removesuffix("index.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file of a site: `key` changes when its content would; `make` gives the bytes."""

    name: str
    key: str
    make: Callable[[], bytes]


def language_of(cards: Sequence[Card], edition: Edition) -> str:
    """Return the language of the site's own pages."""
    if edition.language:
        return edition.language
    counted = Counter(card.language for card in cards) or Counter([BARE])
    return min(counted, key=lambda tag: (-counted[tag], tag))


def lists(cards: Sequence[Card], edition: Edition, moment: datetime) -> Iterator[Made]:
    """Yield every list of a site; `cards` are newest first, `moment` dates what has none."""
    words = wording(language_of(cards, edition))
    theme = _theme(edition)
    pages = [
        *_front(cards, edition, words),
        *_sections(cards, words),
        *_archive(cards, edition, words),
    ]
    ways = _ways(cards, words)
    year = cards[0].published.year if cards else moment.year
    for page in pages:
        dated = replace(page, year=year)
        make = partial(_html, _Setting(words, ways, edition, theme), dated)
        yield Made(name=page.name, key=_key(dated, ways, theme.style_source), make=make)


def _front(cards: Sequence[Card], edition: Edition, words: Wording) -> Iterator[Listing]:
    latest = words.say("latest")
    yield Listing(
        name="index.html",
        title=f"{edition.site_name} – {edition.tagline or latest}",
        heading=latest,
        description=_about(edition.tagline or f"{edition.site_name}. {latest}.", cards),
        cards=tuple(cards[:FRONT]),
        pictures=PICTURES,
        summaries=True,
    )


def _sections(cards: Sequence[Card], words: Wording) -> Iterator[Listing]:
    for place, (name, own) in _by_section(cards).items():
        yield Listing(
            name=place,
            title=name,
            heading=name,
            description=_about(f"{name}. {words.say('latest')}.", own),
            cards=tuple(own[:SECTION]),
            pictures=PICTURES,
            summaries=True,
        )


def _archive(cards: Sequence[Card], edition: Edition, words: Wording) -> Iterator[Listing]:
    months: dict[str, list[Card]] = defaultdict(list)
    zone = None if edition.time_zone == "UTC" else ZoneInfo(edition.time_zone)
    for card in cards:
        local = card.published.astimezone(zone) if zone else card.published
        months[f"{local.year:04d}-{local.month:02d}"].append(card)
    names = words.listed("months")
    ways = []
    for month, own in sorted(months.items(), reverse=True):
        year, number = month.split("-")
        title = f"{names[int(number) - 1]} {year}".capitalize()
        ways.append(Way(f"archive/{month}.html", title))
        heading = f"{words.say('archive_title')} – {title}"
        yield Listing(
            name=f"archive/{month}.html",
            title=heading,
            heading=heading,
            description=_about(f"{words.say('all_stories')} – {title}.", own),
            cards=tuple(own),
        )
    title, about = words.say("archive_title"), words.say("archive_words", name=edition.site_name)
    yield Listing(
        name="archive/index.html",
        title=title,
        heading=title,
        description=_about(about, cards),
        months=tuple(ways),
    )


def _about(words: str, cards: Sequence[Card]) -> str:
    """Return the description of a page: what it is and, where that is short, what it begins with."""
    return summary((words, *(card.headline for card in cards)))


def _by_section(cards: Sequence[Card]) -> dict[str, tuple[str, list[Card]]]:
    """Return the sections by their path; a name written two ways keeps its newest form."""
    found: dict[str, tuple[str, list[Card]]] = {}
    for card in cards:
        place = f"section/{slug(card.section, 'section')}/index.html"
        found.setdefault(place, (card.section, []))[1].append(card)
    return dict(sorted(found.items()))


def _ways(cards: Sequence[Card], words: Wording) -> tuple[Way, ...]:
    sections = _by_section(cards)
    most = sorted(sections, key=lambda place: (-len(sections[place][1]), place))[:MENU]
    shown = [Way(place, sections[place][0]) for place in sorted(most)]
    home, archive = words.say("home"), words.say("archive_title")
    return (Way("index.html", home), *shown, Way("archive/index.html", archive))


def _theme(edition: Edition) -> Theme:
    own = theme_of(edition)
    style = f"{own.style}\n{sheet('list')}"
    return replace(own, style=style, style_source=policy_source(style))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all lists of one site share."""

    words: Wording
    ways: tuple[Way, ...]
    edition: Edition
    theme: Theme


def _html(common: _Setting, page: Listing) -> bytes:
    own = common.edition.templates
    with told_clearly(own):
        made = (
            templates(own)
            .get_template("list.html")
            .render(
                page=page,
                ways=common.ways,
                edition=common.edition,
                theme=common.theme,
                words=common.words,
                style=Markup(common.theme.style),  # noqa: S704  ships, or is the house's own
            )
        )
    return made.encode()


def _key(page: Listing, ways: tuple[Way, ...], style: str) -> str:
    return hashlib.sha256(f"{page!r}\x1f{ways!r}\x1f{style}".encode()).hexdigest()[:20]
