"""The pieces of a page, in reading order."""

import lxml.html

from app.intake.blocks import Piece, Walk


def pieces(source: str, *, everything: bool = True) -> list[Piece]:
    return Walk(everything=everything).read(lxml.html.document_fromstring(source))


def test_words_between_blocks_are_paragraphs_of_their_own() -> None:
    found = pieces("<div>un<p>deux</p>trois<br>quatre</div>")
    assert [piece.run.words for piece in found] == ["un", "deux", "trois", "quatre"]


def test_a_list_in_a_list_is_indented() -> None:
    found = pieces("<ol><li>un<ul><li>deux</li></ul></li><li>trois</li></ol>")
    assert [piece.run.markdown for piece in found] == ["1. un", "    - deux", "1. trois"]
    assert len({piece.group for piece in found}) == 1


def test_an_ornament_without_words_is_no_picture() -> None:
    assert pieces("<p><img src='dot.gif' alt=''>mot</p>")[0].kind == "text"


def test_furniture_is_marked_only_where_a_page_has_some() -> None:
    source = "<body><p>mot</p><nav>menu</nav><div class='social-links'>suivre</div></body>"
    assert [piece.dropped for piece in pieces(source)] == ["", "", ""]
    site = pieces(source, everything=False)
    assert [piece.dropped for piece in site] == ["", "page-furniture", "page-furniture"]


def test_scripts_and_styles_show_nothing() -> None:
    assert (
        pieces("<body><style>a{}</style><script>b</script><p>mot</p></body>")[0].run.words == "mot"
    )
