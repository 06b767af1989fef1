"""A story to its page: a pure function, the same input giving the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from app.domain.correction import Correction
from app.domain.package import Package
from app.export import feeds, newsml, ninjs, plaintext
from app.export.article import Article, Times, article
from app.export.cards import card_of
from app.export.edition import Edition, Page, Picture, PictureFile
from app.export.figures import Figure
from app.export.gallery import Fold, placed
from app.export.social import card_tags, open_graph, share_image
from app.export.structured import structured
from app.export.templates import templates, told_clearly
from app.export.theme import Theme, policy_source, theme_of


def render(  # noqa: PLR0913  one act, each argument a fact of its own
    package: Package,
    pictures: Mapping[int, Picture],
    edition: Edition,
    *,
    published_at: datetime,
    modified_at: datetime,
    corrections: Sequence[Correction] = (),
) -> Page:
    """Return the page of a story with every file that belongs to it.

    `pictures` are by photo slot; a slot without one is left out. Both times are aware. Nothing
    is read but the shipped templates, and nothing is written.

    Raises:
        DeskError: "edition.theme" when the edition asks for a theme that does not ship.
    """
    times = Times(published=published_at, modified=modified_at, corrections=tuple(corrections))
    told = article(package, pictures, edition, times)
    theme = theme_of(edition)
    files = _side_files(told, edition, theme) | _picture_files(told, theme)
    with told_clearly(edition.templates):
        html = _html(told, edition, theme)
    return Page(
        slug=told.slug,
        address=told.address,
        html=html,
        files=dict(sorted(files.items())),
        card=card_of(told, share_image(told, theme.card)),
    )


ALTERNATES = (
    ("feed.atom.xml", "application/atom+xml"),
    ("feed.rss.xml", "application/rss+xml"),
    ("feed.json", "application/feed+json"),
    ("story.ninjs.json", "application/json"),
    ("story.newsml.xml", "application/vnd.iptc.g2.newsitem+xml"),
    ("story.txt", "text/plain"),
)
"""Files beside the page that tell the same story, with their media types."""


def _side_files(told: Article, edition: Edition, theme: Theme) -> dict[str, bytes]:
    entry = feeds.entry(told, share_image(told, theme.card))
    channel = feeds.channel(told, edition)
    return {
        "feed.atom.xml": feeds.atom(channel, (entry,)),
        "feed.rss.xml": feeds.rss(channel, (entry,)),
        "feed.json": feeds.json_feed(channel, (entry,)),
        "story.ninjs.json": ninjs.ninjs(told, edition),
        "story.newsml.xml": newsml.newsml(told, edition),
        "story.txt": plaintext.text(told),
    }


def _picture_files(told: Article, theme: Theme) -> dict[str, bytes]:
    """Return the files of all pictures by name; a story without one brings the house card."""
    files: list[PictureFile] = [theme.logo]
    for figure in told.figures:
        files.extend(figure.picture.files)
    if told.lead is None or told.lead.picture.in_role("og") is None:
        files.extend(theme.card.files)
    return {file.name: file.data for file in files}


def _html(told: Article, edition: Edition, theme: Theme) -> str:
    environment = templates(edition.templates)
    template = environment.get_template("article.html")
    markup = _figure_markup(told, environment)
    fold = partial(_fold, told, environment)
    rest = [figure for figure in told.figures if figure.slot not in told.body.slots]
    data = structured(told, edition, theme.card, theme.logo)
    return template.render(
        article=told,
        edition=edition,
        words=told.words,
        theme=theme,
        style=Markup(theme.style),  # noqa: S704  ships with the program
        head=_Head(
            open_graph=open_graph(told, edition, theme.card),
            card=card_tags(told, edition),
            data=data,
            data_source=policy_source(data),
        ),
        alternates=ALTERNATES,
        body=Markup(_framed(told, markup, fold)),  # noqa: S704  sanitised in markdown.py
        lead=Markup(markup[rest[0].slot] if rest else ""),  # noqa: S704  written by a template
        trailing=Markup(_trailing(rest[1:], markup, fold)),  # noqa: S704  written by a template
    )


def _framed(told: Article, figures: dict[int, str], fold: Fold) -> str:
    """Return the body with its figures, each table in a frame that scrolls by itself."""
    name = told.words.say("table")
    frame = f'<section class="table" aria-label="{name}" tabindex="0"><table>'
    html = told.body.html.replace("<table>", frame).replace("</table>", "</table></section>")
    waiting = frozenset(figure.slot for figure in told.figures if figure.folded)
    return placed(html, figures, waiting, fold)


def _trailing(figures: Sequence[Figure], markup: Mapping[int, str], fold: Fold) -> str:
    """Return the pictures that no slot of the copy asks for."""
    standing = [markup[figure.slot] for figure in figures if not figure.folded]
    behind = [markup[figure.slot] for figure in figures if figure.folded]
    return "\n".join([*standing, *([fold(behind)] if behind else [])])


def _fold(told: Article, environment: Environment, figures: Sequence[str]) -> str:
    template = environment.get_template("gallery.html")
    safe = [Markup(text) for text in figures]  # noqa: S704  written by a template
    return template.render(figures=safe, words=told.words)


@dataclass(frozen=True, slots=True)
class _Head:
    open_graph: list[tuple[str, str]]
    card: list[tuple[str, str]]
    data: Markup
    data_source: str


def _figure_markup(told: Article, environment: Environment) -> dict[int, str]:
    template = environment.get_template("figure.html")
    return {
        figure.slot: template.render(figure=figure, first=index == 0, words=told.words)
        for index, figure in enumerate(told.figures)
    }
