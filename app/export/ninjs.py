"""A story as ninjs 3.1, the IPTC's "news in JSON" for newsrooms and agencies."""

from typing import Any

from app.export.article import Article
from app.export.edition import Edition, PictureFile
from app.export.figures import Figure
from app.export.jsonfile import json_file
from app.export.plaintext import blocks
from app.export.sources import Kind

_SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def ninjs(article: Article, edition: Edition) -> bytes:
    """Return the story with its pictures as a ninjs 3.1 item, UTF-8."""
    item: dict[str, Any] = {
        "uri": article.address,
        "standard": {"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
        "type": "text",
        "representationType": "full",
        "firstCreated": article.published.isoformat(),
        "versionCreated": article.modified.isoformat(),
        "pubStatus": "usable",
        "language": article.language,
        "copyrightHolder": edition.copyright_holder or edition.house(),
        "rightsInfo": {"linkedRights": edition.licence()},
        "by": article.byline or ", ".join(author.name for author in article.authors),
        "slugline": article.slug,
        "located": article.place,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": article.headline}],
        "descriptions": [
            {"role": "summary", "contentType": "text/plain", "value": article.description}
        ],
        "bodies": _bodies(article),
        "subjects": [{"name": topic, "rel": "about"} for topic in article.topics],
        "people": _named(article, Kind.PERSON),
        "organisations": _named(article, Kind.ORGANISATION),
        "infoSources": _sources(article),
        "associations": [_picture(article, figure) for figure in article.figures],
    }
    return json_file(_kept(item))


def _kept(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value}


def _bodies(article: Article) -> list[dict[str, object]]:
    words = "\n\n".join(blocks(article))
    return [
        {
            "role": "main",
            "contentType": "text/plain",
            "charCount": len(words),
            "wordCount": article.word_count,
            "value": words,
        },
        {"role": "richtext", "contentType": "text/html", "value": article.body.with_figures({})},
    ]


def _named(article: Article, kind: Kind) -> list[dict[str, str]]:
    return [{"name": one.name, "rel": "mentions"} for one in article.named if one.kind is kind]


def _sources(article: Article) -> list[dict[str, str]]:
    """Return who is quoted by name, and the agencies the desk gives credit to."""
    names = [one.speaker.name for one in article.quotations if one.speaker]
    found = [{"name": name, "role": "quoted"} for name in dict.fromkeys(names)]
    if article.agency_credit:
        found.append({"name": article.agency_credit, "role": "agency-credit"})
    return found


def _picture(article: Article, figure: Figure) -> dict[str, Any]:
    metadata = figure.metadata
    item: dict[str, Any] = {
        "name": f"picture-{figure.slot}",
        "uri": article.address + figure.image.name,
        "type": "picture",
        "by": ", ".join(metadata.creator),
        "copyrightNotice": figure.rights,
        "usageTerms": metadata.usage_terms,
        "descriptions": [
            {"role": role, "contentType": "text/plain", "value": value}
            for role, value in (("caption", figure.caption), ("alt", figure.alt))
            if value
        ],
        "infoSources": [{"name": figure.full_credit, "role": "credit"}]
        if figure.full_credit
        else [],
        "people": [{"name": name, "rel": "depicted"} for name in metadata.persons],
        "renditions": [_rendition(article, file) for file in figure.picture.files],
    }
    if figure.source_type:
        item["digitalSourceType"] = {"uri": _SOURCE_TYPES + figure.source_type}
    return _kept(item)


def _rendition(article: Article, file: PictureFile) -> dict[str, Any]:
    suffix = file.name.rsplit(".", 1)[-1]
    size = str(file.width) if file.role == "display" else file.role
    return {
        "name": f"{size}-{suffix}",
        "href": article.address + file.name,
        "contentType": file.media_type,
        "width": file.width,
        "height": file.height,
        "sizeInBytes": len(file.data),
    }
