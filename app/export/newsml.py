"""A story as NewsML-G2 2.35, the IPTC's news item in XML."""

from typing import Any

from lxml import etree, html

from app.export.article import Article
from app.export.edition import Edition
from app.export.figures import Figure
from app.export.sources import Kind

_NAR = "http://iptc.org/std/nar/2006-10-01/"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMES: dict[Any, str] = {None: _NAR}
_XHTML_NAMES: dict[Any, str] = {None: _XHTML}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
_CONCEPTS = {Kind.PERSON: "cpnat:person", Kind.ORGANISATION: "cpnat:organisation"}


def newsml(article: Article, edition: Edition) -> bytes:
    """Return the story as a NewsML-G2 newsItem whose content is the page's text in XHTML, UTF-8."""
    item = etree.Element(
        f"{{{_NAR}}}newsItem",
        {
            "guid": article.address,
            "version": str(int(article.modified.timestamp())),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
        },
        nsmap=_NAMES,
    )
    item.set(_LANG, article.language)
    _add(item, "catalogRef", href=_CATALOG)
    _rights(item, article, edition)
    _item_meta(item, article, edition)
    _content_meta(item, article)
    _content(item, article)
    return etree.tostring(item, xml_declaration=True, encoding="UTF-8") + b"\n"


def _rights(item: "etree._Element", article: Article, edition: Edition) -> None:
    holder = edition.copyright_holder or edition.house()
    rights = _add(item, "rightsInfo")
    _add(_add(rights, "copyrightHolder", uri=edition.about()), "name", holder)
    notice = f"© {article.published.year} {holder}"
    _add(rights, "copyrightNotice", notice, href=edition.licence())


def _item_meta(item: "etree._Element", article: Article, edition: Edition) -> None:
    meta = _add(item, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    _add(_add(meta, "provider", uri=edition.about()), "name", edition.house())
    _add(meta, "versionCreated", article.modified.isoformat())
    _add(meta, "firstCreated", article.published.isoformat())
    _add(meta, "pubStatus", qcode="stat:usable")
    _add(meta, "title", article.headline)
    for figure in article.figures:
        _picture(meta, article, figure)


def _content_meta(item: "etree._Element", article: Article) -> None:
    meta = _add(item, "contentMeta")
    _add(meta, "contentCreated", article.published.isoformat())
    _add(meta, "contentModified", article.modified.isoformat())
    if article.place:
        _add(_add(meta, "located"), "name", article.place)
    for author in article.authors:
        _add(_add(meta, "creator", uri=author.page), "name", author.name)
    if article.agency_credit:
        _add(_add(meta, "infoSource"), "name", article.agency_credit)
    _add(meta, "language", tag=article.language)
    for topic in article.topics:
        _add(_add(meta, "subject", type="cpnat:abstract"), "name", topic)
    for one in article.named:
        _add(
            _add(meta, "subject", type=_CONCEPTS.get(one.kind, "cpnat:abstract")), "name", one.name
        )
    _add(meta, "slugline", article.slug)
    _add(meta, "headline", article.headline)
    if article.byline:
        _add(meta, "by", article.byline)
    if article.dateline:
        _add(meta, "dateline", article.dateline)
    _add(meta, "description", article.description, role="drol:summary")


def _picture(meta: "etree._Element", article: Article, figure: Figure) -> None:
    """Point to a picture of the story, with what must be said with it."""
    link = _add(
        meta,
        "link",
        rel="irel:seeAlso",
        href=article.address + figure.image.name,
        contenttype=figure.image.media_type,
    )
    _add(link, "title", figure.caption or figure.alt)


def _content(item: "etree._Element", article: Article) -> None:
    inline = _add(
        _add(item, "contentSet"),
        "inlineXML",
        contenttype="application/xhtml+xml",
        wordcount=str(article.word_count),
    )
    page = etree.SubElement(inline, f"{{{_XHTML}}}html", nsmap=_XHTML_NAMES)
    etree.SubElement(
        etree.SubElement(page, f"{{{_XHTML}}}head"), f"{{{_XHTML}}}title"
    ).text = article.headline
    body = etree.SubElement(page, f"{{{_XHTML}}}body")
    etree.SubElement(body, f"{{{_XHTML}}}h1").text = article.headline
    if article.standfirst:
        etree.SubElement(body, f"{{{_XHTML}}}p").text = article.standfirst
    tree = html.fragment_fromstring(article.body.with_figures({}), create_parent="div")
    html.html_to_xhtml(tree)
    body.append(tree)


def _add(
    parent: "etree._Element", name: str, text: str = "", **attributes: str
) -> "etree._Element":
    node = etree.SubElement(parent, f"{{{_NAR}}}{name}", attributes)
    if text:
        node.text = text
    return node
