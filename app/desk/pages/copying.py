"""Copying: the article as HTML for another program's field, past the same gate as publishing."""

from lxml import etree, html

from app.desk import packages
from app.desk.desk import Desk
from app.desk.pages import publishing
from app.domain.errors import DeskError
from app.domain.story import Status

_LEFT_OUT = ("figure", "img", "picture", "svg", "script", "style", "link", "meta", "form")
"""What has no meaning away from the page: its pictures lie in its folder."""


def article_html(desk: Desk, story_id: str) -> str:
    """Return the article of a story as the page shows it, without pictures, to be pasted elsewhere.

    A blocking rule stops it as it stops publication, unless the last publication of the story was
    signed past that rule.

    Raises:
        DeskError: `publish.blocked`, `publish.withdrawn`, `publish.binned`, `story.…`.
    """
    package = packages.load(desk.store, story_id)
    if package.story.status is Status.KILLED:
        raise DeskError("publish.withdrawn")
    if package.story.deleted_at:
        raise DeskError("publish.binned")
    before = publishing.publications_of(desk, story_id)
    signed = {one["code"] for one in before[0].overrides} if before else set()
    blocks = {finding.code for finding in publishing.preflight_of(package).blocks}
    if left := sorted(blocks - signed):
        raise DeskError("publish.blocked", codes=", ".join(left))
    page = html.document_fromstring(publishing.preview(desk, story_id).html)
    article = next(page.iter("article"))
    etree.strip_elements(article, *_LEFT_OUT, with_tail=False)
    article.tail = None
    return str(html.tostring(article, encoding="unicode"))
