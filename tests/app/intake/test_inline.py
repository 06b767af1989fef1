"""The inside of a paragraph, from elements to words and Markdown."""

import lxml.html
import pytest

from app.intake.inline import Run, collapsed, joined, plain_run, run_of


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("<span>un <em> deux </em>trois</span>", "un *deux* trois"),
        ("<span><b>un</b><b>deux</b></span>", "**undeux**"),
        ("<span><b>un <strong>deux</strong></b></span>", "**un deux**"),
        ("<span><b></b>un</span>", "un"),
        ("<a href='https://example.org'>un [deux]</a>", "[un \\[deux\\]](https://example.org)"),
        ("<a href='javascript:x'>un</a>", "un"),
        ("<a href='https://example.org/ x'>un</a>", "un"),
        ("<span>3 * 4 &lt;b&gt;</span>", "3 \\* 4 &lt;b>"),
    ],
)
def test_markup_is_kept_and_marks_are_escaped(source: str, markdown: str) -> None:
    assert joined([run_of(lxml.html.fragment_fromstring(source))]).markdown == markdown


def test_white_space_is_as_a_browser_shows_it() -> None:
    assert collapsed(" a\n\t b\u00a0 c") == " a b\u00a0 c"
    assert plain_run(None) == Run("", "")
    assert joined([plain_run(" a "), plain_run(" b ")]).words == "a b"
