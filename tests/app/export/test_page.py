"""The page as a whole: its shape, its sameness, its silence about what is private, its safety."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree, html

from app.domain.correction import Correction, CorrectionKind
from app.domain.package import Package
from app.domain.photo import PhotoMetadata
from app.domain.quote import LedgerRow, QuoteKind
from app.export.edition import Edition, Page, Picture
from app.export.page import render

Published = Callable[[Package], Page]
WithStory = Callable[..., Package]
Develop = Callable[[Package, Edition], dict[int, Picture]]

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "page" / "index.html"

HOSTILE = "\"><img src=x onerror=alert(1)></script><script>alert(2)</script>'{{7*7}}"


def tree(page: Page) -> html.HtmlElement:
    return html.document_fromstring(page.html)


def test_the_page_is_the_one_reviewed(package: Package, published: Published) -> None:
    """Set MARBRE_REGOLD=1 to write the golden page anew, and read the difference."""
    made = re.sub(
        r"<style>.*?</style>", "<style></style>", published(package).html, flags=re.DOTALL
    )
    made = re.sub(r"'sha256-[^']+'|&#39;sha256-[^&]+&#39;", "HASH", made)
    if os.environ.get("MARBRE_REGOLD"):
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(made, encoding="utf-8")

    assert made == GOLDEN.read_text(encoding="utf-8")


def test_the_same_input_gives_the_same_bytes(package: Package, published: Published) -> None:
    assert published(package).contents() == published(package).contents()


def test_one_headline_one_main_one_article_and_a_way_to_skip(
    package: Package, published: Published
) -> None:
    page = tree(published(package))

    assert [len(page.findall(f".//{tag}")) for tag in ("h1", "main", "article")] == [1, 1, 1]
    assert page.xpath("//a")[0].get("href") == "#story"
    assert page.xpath("//main/@id") == ["story"]


def test_every_file_the_page_asks_for_is_beside_it(package: Package, published: Published) -> None:
    page = published(package)
    asked = set(re.findall(r'(?:src|srcset)="([^"]+)"', page.html))
    names = {part.split()[0] for value in asked for part in value.split(", ")}

    assert names
    assert names <= set(page.files)
    assert {
        f"media/{m}" for m in re.findall(r"example\.org/[^/\"]+/media/([^\"]+)", page.html)
    } <= set(page.files)


def test_only_the_first_picture_is_fetched_at_once(package: Package, published: Published) -> None:
    first, second = tree(published(package)).xpath("//article//img")

    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert (second.get("fetchpriority"), second.get("loading")) == (None, "lazy")


def test_a_picture_without_a_slot_is_not_lost(with_story: WithStory, published: Published) -> None:
    page = tree(published(with_story(body="Un seul paragraphe.")))

    assert len(page.xpath("//article//figure")) == 2
    assert page.xpath("//article/figure/@class") == ["wide"]


def test_a_caption_is_never_its_alternative_and_stands_once(
    package: Package, published: Published
) -> None:
    page = tree(published(package))
    words = str(page.xpath("string(//body)")).replace("\u00a0", " ")

    for use in package.uses:
        assert words.count(use.caption) == 1
        assert use.caption not in page.xpath("//img/@alt")


def test_a_decorative_picture_stands_in_no_figure(package: Package, published: Published) -> None:
    uses = (replace(package.uses[0], decorative=True), package.uses[1])

    page = tree(published(replace(package, uses=uses)))

    assert page.xpath("//div[contains(@class, 'figure')]//img/@alt") == [""]
    assert len(page.xpath("//figure")) == 1


def test_an_update_is_told_only_when_the_clock_shows_one(
    package: Package, edition: Edition, published: Published
) -> None:
    at = package.story.created_at
    fresh = render(package, {}, edition, published_at=at, modified_at=at.replace(second=40))

    assert "Mis à jour" not in fresh.html
    assert "Mis à jour" in published(package).html


def test_readers_are_sent_only_to_pages_the_house_set(
    package: Package, edition: Edition, published: Published
) -> None:
    page = "https://example.org/redaction/aubrac/"
    full = replace(
        edition, author_pages={"Clémence Aubrac": page}, contact_url="https://example.org/contact/"
    )
    at = package.story.created_at

    made = tree(render(package, {}, full, published_at=at, modified_at=at))

    assert made.xpath("//p[@class='byline']//a/@href") == [page]
    assert made.xpath("//footer//a/@href") == ["https://example.org/contact/"]
    assert tree(published(package)).xpath("//footer//a") == []


def test_nothing_private_is_in_any_file(package: Package, published: Published) -> None:
    body = package.story.body
    words = "retards\nà prévoir encore"
    row = LedgerRow(
        id="ledger-row-9",
        story_id=package.story.id,
        words=words,
        span=None,
        kind=QuoteKind.DIRECT,
        speaker="Gaspard Rolle",
        decided_by="Odile Fresnay",
    )
    assert words in body

    everything = b"\n".join(published(replace(package, ledger=(row,))).contents().values()).decode(
        errors="replace"
    )

    for secret in (
        "Gaspard",
        "Rolle",
        "Odile",
        "ledger-row",
        "s-secret-id",
        "Phare",
        "CMD-7781",
        "DSC_",
    ):
        assert secret not in everything


def hostile(package: Package) -> Package:
    story = replace(
        package.story,
        slug=HOSTILE,
        tags=(HOSTILE,),
        body=f"{HOSTILE}\n\n![](photo:1)\n\n## {HOSTILE}",
        headline=HOSTILE,
        kicker=HOSTILE,
        standfirst=HOSTILE,
        byline=HOSTILE,
        dateline=HOSTILE,
        agency_credit=HOSTILE,
        section=HOSTILE,
    )
    uses = tuple(replace(use, caption=HOSTILE, alt=HOSTILE, credit=HOSTILE) for use in package.uses)
    metadata = PhotoMetadata(creator=(HOSTILE,), city=HOSTILE, web_statement=HOSTILE)
    photos = {key: replace(photo, metadata=metadata) for key, photo in package.photos.items()}
    return replace(package, story=story, uses=uses, photos=photos)


def test_hostile_words_in_every_field_stay_words(package: Package, published: Published) -> None:
    page = tree(published(hostile(package)))

    assert page.xpath("//script/@type") == ["application/ld+json"]
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    assert all(str(src).startswith("media/") for src in page.xpath("//@src"))
    assert "49" not in page.xpath("string(//h1)")


def test_hostile_words_do_not_leave_the_feeds_and_wires(
    package: Package, published: Published
) -> None:
    files = published(hostile(package)).files

    for name in ("feed.atom.xml", "feed.rss.xml", "story.newsml.xml"):
        root = etree.fromstring(files[name])
        assert not [
            node for node in root.iter() if etree.QName(node).localname in {"script", "img"}
        ]


def test_a_theme_changes_the_looks_and_not_one_word(
    package: Package, edition: Edition, develop: Develop
) -> None:
    at = package.story.created_at
    pictures = develop(package, edition)
    pages = [
        render(package, pictures, replace(edition, theme=theme), published_at=at, modified_at=at)
        for theme in ("broadsheet", "digital")
    ]

    texts = [tree(page).xpath("string(//body)") for page in pages]
    assert texts[0] == texts[1]
    assert pages[0].html != pages[1].html


def test_corrections_are_printed_with_their_date_and_told_to_machines(
    package: Package, edition: Edition, develop: Develop
) -> None:
    at = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    wrong = Correction(kind=CorrectionKind.FIGURE, notice="Le plan coute 12 <millions>.", at=at)

    made = render(
        package,
        develop(package, edition),
        edition,
        published_at=at,
        modified_at=at,
        corrections=[wrong],
    )

    notice = tree(made).find_class("corrections")[0].text_content()
    data = json.loads(tree(made).findtext(".//script") or "")
    assert "21\u00a0novembre 2026" in notice
    assert "Chiffre\u00a0: Le plan coute 12 <millions>." in notice
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Le plan coute 12 <millions>.",
            "datePublished": "2026-11-21T09:30:00+00:00",
        }
    ]
