"""The body as blocks: what each is, its words set alike, nothing of the markup."""

from dataclasses import replace

from app.domain.package import Package
from app.export.article import Article, Times, article
from app.export.blocks import Block, Kind, Run, blocks
from app.export.edition import Edition


def told(package: Package, edition: Edition, times: Times, body: str) -> Article:
    story = replace(package.story, body=body, dateline="")
    return article(replace(package, story=story), {}, edition, times)


def test_each_part_of_the_copy_is_a_block_of_its_kind(
    package: Package, edition: Edition, times: Times
) -> None:
    body = (
        "Le *port* rouvre.\n\n## La suite\n\n- un\n- deux\n\n1. a\n2. b\n\n![](photo:1)\n\n> Cité."
    )

    found = blocks(told(package, edition, times, body))

    assert [(one.kind, one.mark, one.words) for one in found] == [
        (Kind.PARAGRAPH, "", "Le port rouvre."),
        (Kind.SUBHEAD, "", "La suite"),
        (Kind.ITEM, "•", "un"),
        (Kind.ITEM, "•", "deux"),
        (Kind.ITEM, "1.", "a"),
        (Kind.ITEM, "2.", "b"),
        (Kind.PICTURE, "", ""),
        (Kind.QUOTATION, "", "Cité."),
    ]
    assert found[6].slot == 1


def test_words_keep_how_they_are_set_and_where_they_lead(
    package: Package, edition: Edition, times: Times
) -> None:
    body = "Un **quai** et [le *dossier*](https://example.org/d), fin."

    (block,) = blocks(told(package, edition, times, body))

    assert block == Block(
        Kind.PARAGRAPH,
        (
            Run("Un "),
            Run("quai", bold=True),
            Run(" et "),
            Run("le ", link="https://example.org/d"),
            Run("dossier", italic=True, link="https://example.org/d"),
            Run(", fin."),
        ),
    )


def test_the_row_of_a_table_is_one_line(package: Package, edition: Edition, times: Times) -> None:
    body = "| Quai | Mètres |\n|---|---|\n| Nord | 80 |"

    found = blocks(told(package, edition, times, body))

    assert [one.words for one in found] == ["Quai | Mètres", "Nord | 80"]
