"""What stands at the address of a story that was taken back."""

from datetime import UTC, datetime

from markupsafe import Markup

from app.export.edition import Edition, Page
from app.export.spacing import line
from app.export.templates import templates, told_clearly
from app.export.theme import theme_of
from app.export.wording import wording


def withdrawn(
    slug: str, language: str, edition: Edition, *, at: datetime, reason: str = ""
) -> Page:
    """Return the page that says that a story was withdrawn; `reason` is printed when given."""
    words, theme = wording(language), theme_of(edition)
    moment = at.astimezone(UTC).replace(microsecond=0)
    day = words.local_day(moment, edition.time_zone)
    with told_clearly(edition.templates):
        html = (
            templates(edition.templates)
            .get_template("withdrawn.html")
            .render(
                words=words,
                edition=edition,
                theme=theme,
                style=Markup(theme.style),  # noqa: S704  ships, or is the house's own
                said=words.say("withdrawn_words", name=edition.house(), date=day),
                reason=line(reason, language),
                at=moment,
                address=edition.address(f"{slug}/"),
            )
        )
    return Page(slug=slug, address=edition.address(f"{slug}/"), html=html, files={})
