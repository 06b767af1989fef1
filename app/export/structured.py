"""The story described for machines: a schema.org NewsArticle as JSON-LD."""

import json
from typing import Any

from markupsafe import Markup

from app.export.article import Article, Author
from app.export.edition import Edition, Picture, PictureFile
from app.export.figures import Figure
from app.export.sources import Kind, Named, Quotation

Node = dict[str, Any]

_CROPS = ("16x9", "4x3", "1x1")

_SMALLEST = 50_000
"""Pixels of the smallest picture worth naming (Google's guidelines for articles)."""

_SOURCE_TYPES = {
    "digitalCapture": "DigitalCapture",
    "negativeFilm": "NegativeFilm",
    "positiveFilm": "PositiveFilm",
    "print": "Print",
    "minorHumanEdits": "MinorHumanEdits",
    "humanEdits": "MinorHumanEdits",
    "computationalCapture": "MultiFrameComputationalCapture",
    "compositeCapture": "CompositeCapture",
    "composite": "Composite",
    "compositeSynthetic": "CompositeSynthetic",
    "compositeWithTrainedAlgorithmicMedia": "CompositeWithTrainedAlgorithmicMedia",
    "algorithmicallyEnhanced": "AlgorithmicallyEnhanced",
    "algorithmicMedia": "AlgorithmicMedia",
    "trainedAlgorithmicMedia": "TrainedAlgorithmicMedia",
    "dataDrivenMedia": "DataDrivenMedia",
    "digitalArt": "DigitalArt",
    "digitalCreation": "DigitalArt",
    "virtualRecording": "VirtualRecording",
    "screenCapture": "ScreenCapture",
}
"""IPTC digital source type to the stem of its schema.org 30.0 member."""


def structured(article: Article, edition: Edition, card: Picture, logo: PictureFile) -> Markup:
    """Return the JSON-LD of a story, safe inside a `script` element.

    `card` is the picture of a story that has none.
    """
    node = _article(article, edition)
    node["publisher"] = _house(article, edition, logo)
    same = {"@type": "NewsMediaOrganization", "@id": edition.address("#house")}
    node["sourceOrganization"] = {**same, "name": edition.house()}
    holder = edition.copyright_holder
    node["copyrightHolder"] = (
        _named(Named(holder, Kind.ORGANISATION)) if holder else node["sourceOrganization"]
    )
    node["image"] = _images(article, edition, card)
    return in_script(node)


def in_script(node: Node) -> Markup:
    """Return JSON that no HTML parser can take for the end of the script it stands in."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704  no character that HTML reads is left in it


def _article(article: Article, edition: Edition) -> Node:
    node: Node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{article.address}#article",
        "url": article.address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": article.address},
        "headline": article.headline,
        "description": article.description,
        "datePublished": article.published.isoformat(),
        "dateModified": article.modified.isoformat(),
        "inLanguage": article.language,
        "isAccessibleForFree": True,
        "articleSection": article.section,
        "keywords": list(article.topics),
        "wordCount": article.word_count,
        "dateline": article.dateline,
        "author": [_author(author) for author in article.authors],
        "about": [{"@type": "Thing", "name": topic} for topic in article.topics],
        "copyrightYear": article.published.year,
        "license": edition.licence(),
        "speakable": {
            "@type": "SpeakableSpecification",
            "cssSelector": ["h1", ".standfirst"] if article.standfirst else ["h1"],
        },
    }
    node.update(_place(article, edition))
    if article.eyebrow:
        node["alternativeHeadline"] = f"{article.eyebrow} – {article.headline}"
    if article.named:
        node["mentions"] = [_named(one) for one in article.named]
    if article.agency_credit:
        node["creditText"] = article.agency_credit
    if article.corrections:
        node["correction"] = [
            {"@type": "CorrectionComment", "text": one.notice, "datePublished": one.at.isoformat()}
            for one in article.corrections
        ]
    if article.quotations:
        node["citation"] = [_quotation(one) for one in article.quotations]
    return node


def _place(article: Article, edition: Edition) -> Node:
    """Return where the story happens; a story that does not say was made in its newsroom."""
    if article.place:
        return {"contentLocation": {"@type": "Place", "name": article.place}}
    room = article.words.say("newsroom", name=edition.house())
    return {"locationCreated": {"@type": "Place", "name": room}}


def _house(article: Article, edition: Edition, logo: PictureFile) -> Node:
    return {
        "@type": "NewsMediaOrganization",
        "@id": edition.address("#house"),
        "name": edition.house(),
        "url": edition.address(),
        "logo": {
            "@type": "ImageObject",
            "url": article.address + logo.name,
            "width": logo.width,
            "height": logo.height,
        },
        "publishingPrinciples": edition.principles(),
        "correctionsPolicy": edition.corrections(),
    }


def _author(author: Author) -> Node:
    return {"@type": author.kind.value, "name": author.name, "url": author.page}


def _named(one: Named) -> Node:
    return {"@type": one.kind.value, "name": one.name}


def _quotation(quotation: Quotation) -> Node:
    node: Node = {"@type": "Quotation", "text": quotation.words}
    speaker = quotation.speaker
    if speaker and speaker.kind is Kind.WORK:
        node["isPartOf"] = _named(speaker)
    elif speaker:
        node["spokenByCharacter"] = _named(speaker)
    return node


def _images(article: Article, edition: Edition, card: Picture) -> list[Node]:
    """Return the first picture in the three crops asked for, then those that stand in the copy."""
    if article.lead is None:
        return [_card(article, edition, file) for file in _crops(card)]
    files = [(article.lead, file) for file in _crops(article.lead.picture)]
    shown = [
        figure
        for figure in article.figures
        if not figure.folded and (not files or figure is not article.lead)
    ]
    files += [(figure, figure.image) for figure in shown]
    return [
        _image(article, edition, figure, file)
        for figure, file in files
        if file.width * file.height >= _SMALLEST and not figure.decorative
    ]


def _crops(picture: Picture) -> list[PictureFile]:
    return [file for role in _CROPS if (file := picture.in_role(role))]


def _image(article: Article, edition: Edition, figure: Figure, file: PictureFile) -> Node:
    node: Node = {
        "@type": "ImageObject",
        "url": article.address + file.name,
        "width": file.width,
        "height": file.height,
        "encodingFormat": file.media_type,
        "caption": figure.caption,
        "description": figure.alt,
        "creditText": figure.full_credit,
        "copyrightNotice": figure.rights,
        "creator": [{"@type": "Person", "name": name} for name in figure.metadata.creator],
        "acquireLicensePage": figure.metadata.web_statement or edition.licence(),
        "digitalSourceType": _source_type(figure.source_type),
    }
    return {key: value for key, value in node.items() if value}


def _card(article: Article, edition: Edition, file: PictureFile) -> Node:
    return {
        "@type": "ImageObject",
        "url": article.address + file.name,
        "width": file.width,
        "height": file.height,
        "caption": edition.site_name,
        "creditText": edition.house(),
        "copyrightNotice": f"© {edition.house()}",
        "acquireLicensePage": edition.licence(),
        "digitalSourceType": _source_type("digitalArt"),
    }


def _source_type(code: str) -> str:
    stem = _SOURCE_TYPES.get(code)
    return f"https://schema.org/{stem}DigitalSource" if stem else ""
