"""Only the files of the page are given, and the page's own lock still fits after the change of dress."""

import base64
import hashlib
import re
from html import unescape

import pytest

from app.desk.desk import Desk
from app.desk.pages import publishing
from ui.publishing.serving import Contents, dressed, served


@pytest.fixture
def contents(desk: Desk, story_id: str) -> Contents:
    return publishing.preview(desk, story_id).contents()


def test_every_file_of_the_page_is_given_and_nothing_else(contents: Contents) -> None:
    for name, data in contents.items():
        found = served(contents, f"/{name}", "light")
        assert found is not None
        assert name.endswith(".html") or found[1] == data
    for path in ("/../secret", "/index.html/..", "//etc/passwd", "/no.jpg"):
        assert served(contents, path, "light") is None


def test_media_types_are_told(contents: Contents) -> None:
    kinds = {served(contents, name, "light") or (b"",) for name in contents}

    assert {b"text/html; charset=utf-8", b"image/jpeg"} <= {kind[0] for kind in kinds}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_is_still_the_one_the_page_allows(contents: Contents, scheme: str) -> None:
    html = unescape(dressed(contents["index.html"].decode(), scheme))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()

    assert f"'sha256-{digest}'" in html
    assert "prefers-color-scheme" not in style[1]


def test_dark_and_light_differ(contents: Contents) -> None:
    html = contents["index.html"].decode()

    assert dressed(html, "light") != dressed(html, "dark")


def test_a_page_without_style_is_left_alone() -> None:
    assert dressed("<p>x", "dark") == "<p>x"
