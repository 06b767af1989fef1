"""Pasted HTML becomes clean Markdown, whatever program it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.intake.pasting import LIMIT, clean

OFFICE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style>
</head><body><!--StartFragment--><p class=MsoNormal style='margin:0'><b>La digue</b> tiendra,
<i>dit-elle</i>.<o:p></o:p></p><h1>Un titre</h1><p><span style="font-family:Arial">Deux&nbsp;: fin.</span></p>
<!--EndFragment--></body></html>"""


def test_copy_of_an_office_program_is_cleaned() -> None:
    found = clean(OFFICE)

    assert found.text == "**La digue** tiendra, *dit-elle*.\n\n## Un titre\n\nDeux\u00a0: fin."
    assert dict(found.left_out) == {"looks": 3}


def test_copy_of_the_web_keeps_links_lists_and_quotations() -> None:
    found = clean(
        '<p>Lire <a href="https://example.org">ici</a> ou <a href="javascript:x()">là</a>.</p>'
        "<ul><li>Un</li><li>Deux</li></ul><blockquote><p>Dit.</p></blockquote>"
        '<img src="x.png" alt="Un quai"><script>alert(1)</script><iframe src="y"></iframe>'
    )

    assert found.text == ("Lire [ici](https://example.org) ou là.\n\n- Un\n- Deux\n\n> Dit.")
    assert dict(found.left_out) == {"media": 1, "pictures": 1, "scripts": 1}


def test_a_table_of_an_office_program_stays_a_table() -> None:
    found = clean(
        "<table><tr>\n<td><p>Ville</p></td><td><p>Gens</p></td></tr>"
        "<tr><td><p>Kerlaz</p></td><td></td></tr></table><p>Suite.</p>"
    )

    assert found.text == "| Ville | Gens |\n| --- | --- |\n| Kerlaz |  |\n\nSuite."


def test_a_table_that_only_lays_out_a_page_gives_its_paragraphs() -> None:
    found = clean("<table><tr><td><p>Un.</p><p>Deux.</p></td><td><p>Trois.</p></td></tr></table>")

    assert "|" not in found.text
    assert [line for line in found.text.splitlines() if line] == ["Un.", "Deux.", "Trois."]


def test_what_looks_like_markup_in_the_words_is_no_markup() -> None:
    assert clean("<p># un *deux* &lt;b&gt;</p>").text.startswith("\\# un \\*deux\\*")


@pytest.mark.parametrize("html", ["", "<p></p>", "<img src=x>", "x" * (LIMIT + 1)])
def test_what_holds_no_copy_or_too_much_is_refused(html: str) -> None:
    with pytest.raises(DeskError):
        clean(html)


@given(words=st.text(st.characters(categories=["L", "N", "Zs", "Po"]), min_size=1, max_size=60))
def test_nothing_but_a_desk_error_is_ever_raised(words: str) -> None:
    try:
        assert "<script" not in clean(f"<div>{words}<script>x</script></div>").text
    except DeskError as error:
        assert error.code.startswith("intake.")  # noqa: PT017  either outcome is right
