from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from app.export.article import Article
from app.export.edition import Edition
from app.export.newsml import newsml

SCHEMA = (
    Path(__file__).resolve().parents[4]
    / "shared"
    / "schemas"
    / "newsml-g2"
    / "NewsML-G2_2.35-spec-All-Power.xsd"
)
NAMES = {"n": "http://iptc.org/std/nar/2006-10-01/", "h": "http://www.w3.org/1999/xhtml"}


def test_the_item_brings_the_copy_of_the_page(told: Article, edition: Edition) -> None:
    root = etree.fromstring(newsml(told, edition))

    assert root.findtext("n:contentMeta/n:headline", namespaces=NAMES) == told.headline
    assert root.findtext(".//h:body/h:h1", namespaces=NAMES) == told.headline
    assert root.findtext(".//h:blockquote/h:p", namespaces=NAMES) == (
        "«\u00a0Nous avons attendu sept ans, pas un de plus.\u00a0»"
    )


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schemas are not beside the project")
@pytest.mark.parametrize("bare", [False, True])
def test_the_item_is_valid_newsml_g2(told: Article, edition: Edition, *, bare: bool) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    if bare:
        told = replace(told, figures=(), byline="", place="", agency_credit="", named=())

    valid = schema.validate(etree.fromstring(newsml(told, edition)))

    assert valid, str(schema.error_log)
