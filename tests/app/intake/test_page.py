"""A saved page: the article sorted, the rest of the page left out, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.draft import Draft
from app.domain.errors import DeskError
from app.intake.assembly import draft_of
from app.intake.page import is_page, sort_page

PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le moulin - Le Phare</title>
<meta property="article:published_time" content="2026-02-17T10:00:00Z"><script>var x=1</script></head>
<body><header><a href="/">Accueil</a><nav><ul><li>Monde</li></ul></nav></header>
<h1>Port-Sablé : le moulin <em>tourne</em></h1>
<article><p class="chapo">Après dix ans, la roue a tourné.</p><p>Par Anne Orvault</p>
<figure><img src="/img/roue.jpg" alt="Une roue"><figcaption>La roue, le 3 janvier 2026.
<span>Photo : Ann Marsh / AFP</span></figcaption></figure>
<p>PORT-SABLÉ (AFP) – La maire <strong>Hélène Carvin</strong> a dit&nbsp;: «&nbsp;Oui&nbsp;» et 5 * 3 * 2.<br>Puis
<a href="https://example.org/a(b)">un lien</a> et <a href="javascript:alert(1)">rien</a>.</p>
<div class="share-buttons"><button>Partager</button></div>
<h2>Une seconde vie</h2>
<ul><li>Un</li><li>Deux <b>gras</b><ul><li>deux bis</li></ul></li></ul>
<blockquote><p>Cité.</p></blockquote>
<table><tr><th>An</th><th>Jours</th></tr><tr><td>2024</td><td>12</td></tr></table>
<pre>deux
  lignes</pre>
<p>Fin du texte. (AFP)</p></article><aside>Les plus lus</aside></body></html>"""


@pytest.fixture(name="draft")
def _draft() -> Draft:
    return draft_of(sort_page(PAGE))


def test_the_fields_of_the_page_are_found(draft: Draft) -> None:
    assert draft.headline == "Port-Sablé : le moulin tourne"
    assert draft.standfirst == "Après dix ans, la roue a tourné."
    assert draft.byline == "Anne Orvault"
    assert draft.dateline == "PORT-SABLÉ (AFP)"
    assert draft.agency_credit == "AFP"
    assert draft.language == "fr-FR"


def test_markup_becomes_markdown_and_nothing_else(draft: Draft) -> None:
    assert draft.body.split("\n\n") == [
        "![](photo:1)",
        "La maire **Hélène Carvin** a dit\u00a0: «\u00a0Oui\u00a0» et 5 \\* 3 \\* 2.",
        "Puis [un lien](https://example.org/a%28b%29) et rien.",
        "## Une seconde vie",
        "- Un\n- Deux **gras**\n    - deux bis",
        "> Cité.",
        "| An | Jours |\n| --- | --- |\n| 2024 | 12 |",
        "    deux\n      lignes",
        "Fin du texte.",
    ]


def test_the_picture_waits_with_its_words(draft: Draft) -> None:
    (use,) = draft.uses
    assert (use.caption, use.alt, use.credit) == (
        "La roue, le 3 janvier 2026.",
        "Une roue",
        "Ann Marsh / AFP",
    )
    assert draft.notices == ("photo-file:1:roue.jpg",)


def test_what_is_no_article_is_listed(draft: Draft) -> None:
    dropped = {line.text: line.reason for line in draft.dropped()}
    assert dropped["Accueil"] == "outside-article"
    assert dropped["Partager"] == "page-furniture"
    assert dropped["Les plus lus"] == "outside-article"
    assert "var x" not in draft.raw


def test_a_page_without_headings_takes_its_title() -> None:
    page = "<html><head><title>Le moulin tourne | Le Phare</title></head><body><p>Un texte.</p></body></html>"
    draft = draft_of(sort_page(page))
    assert (draft.headline, draft.body) == ("Le moulin tourne", "Un texte.")


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    draft = draft_of(sort_page("<h1>T</h1><table><tr><td><p>Un.</p><p>Deux.</p></td></tr></table>"))
    assert draft.body == "Un.\n\nDeux."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!DOCTYPE html><p>a", True),
        ("  <!-- enregistré --><html><body>a", True),
        ('<?xml version="1.0"?><html xmlns="x"><body>a</body></html>', True),
        ("<div>a</div>", True),
        ("Un texte avec <b>gras</b>", False),
        ("<!DOCTYPE xml [<!ENTITY a 'b'>]><x/>", False),
        ("< 3 m de houle", False),
    ],
)
def test_pages_are_told_from_text(text: str, *, told: bool) -> None:
    assert is_page(text) is told


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<div>" * 100_000 + "x", "intake.unreadable"),
        ("<p>" + "<b>x</b>" * 60_000, "intake.unreadable"),
        ("<p>" + "mot " * 600_000, "intake.too-large"),
        ("<html><body><script>x</script></body></html>", "intake.empty"),
    ],
)
def test_pages_made_to_exhaust_are_refused(page: str, code: str) -> None:
    with pytest.raises(DeskError) as caught:
        sort_page(page)
    assert caught.value.code == code


WORDS = st.text(alphabet="abc é*_#`[]()&1.-", min_size=1, max_size=20)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "em",
        "a",
        "h2",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "figure",
        "figcaption",
        "aside",
        "br",
        "pre",
    ]
)


@given(st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=12))
def test_no_visible_word_is_lost(parts: list[tuple[str, str]]) -> None:
    page = "<body>" + "".join(f"<{tag}>{words.replace('&', '&amp;')}" for tag, words in parts)
    letters = sorted("".join(each for _, words in parts for each in words if each.isalpha()))
    if not letters:
        return
    sheet = sort_page(page)
    kept = "".join(line.text for line in sheet.lines())
    assert sorted(each for each in kept if each.isalpha()) == letters
