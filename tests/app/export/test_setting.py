import pytest
from lxml import html

from app.export.setting import Style, inner_html, is_quotation, paragraphs, set_copy


def copy(markup: str, style: Style) -> html.HtmlElement:
    tree = html.fragment_fromstring(markup, create_parent="div")
    set_copy(tree, style)
    return tree


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("« Oui. »", True),
        ("« Oui, a-t-elle dit, « mais pas ici ». »", True),
        ("“Yes.”", True),
        ("« Oui »…", True),
        ("« Oui », dit-elle, « non »", False),
        ("Elle dit « oui »", False),
        ("« Oui", False),
        ("", False),
    ],
)
def test_a_quotation_runs_from_the_first_sign_to_the_last(text: str, *, whole: bool) -> None:
    assert is_quotation(text) is whole


def test_the_paragraphs_are_the_running_copy_without_notes_and_their_numbers() -> None:
    tree = copy(
        '<p>Un port<sup>1</sup>.</p><div class="footnote"><p>La note.</p></div><p>Deux.</p>',
        Style(language="fr-FR"),
    )

    assert paragraphs(tree) == ("Un port.", "Deux.")


def test_what_is_empty_is_not_printed() -> None:
    tree = copy("<p> </p><blockquote><p></p></blockquote><p>Un.</p>", Style(language="fr-FR"))

    assert inner_html(tree).strip() == '<p class="opening">Un.</p>'


def test_a_story_that_opens_with_a_subhead_puts_no_dateline_into_it() -> None:
    tree = copy("<h2>Un</h2><p>Deux</p>", Style(language="fr-FR", dateline="VALMOREY"))

    assert "VALMOREY" not in inner_html(tree)


def test_the_opening_letter_is_set_apart_only_when_it_is_a_letter() -> None:
    style = Style(language="fr-FR")

    assert copy("<p>Un port.</p>", style)[0].get("class") == "opening"
    assert copy("<p>1884 est loin.</p>", style)[0].get("class") is None


def test_every_part_of_a_list_and_a_table_is_set() -> None:
    tree = copy(
        '<ul><li>"Un"<ul><li>"Deux"</li></ul></li></ul><table><tr><td>"Trois"</td></tr></table>',
        Style(language="en-GB"),
    )

    assert [text for text in tree.itertext() if text.strip()] == ["“Un”", "“Deux”", "“Trois”"]
