"""A story as Markdown with a header, which the desk takes in again as it went out."""

from app.domain.package import Package

_FIELDS = (
    "slug",
    "language",
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "section",
    "agency_credit",
)
_LABELS = {"agency_credit": "agency credit"}


def copy_text(package: Package) -> bytes:
    """Return the public fields, the body as written, and each caption under its slot, as UTF-8."""
    story = package.story
    said = {_LABELS.get(name, name): getattr(story, name) for name in _FIELDS}
    said["tags"] = ", ".join(story.tags)
    fields = [f"{name}: {' '.join(words.split())}" for name, words in said.items() if words.strip()]
    lines = ["---", *fields, "---", ""]
    body = story.body.rstrip("\n")
    for use in package.uses:
        slot, alt = f"![](photo:{use.slot})", " ".join(use.alt.split())
        words = " ".join(" ".join((use.caption, f"({use.credit})" if use.credit else "")).split())
        under = f"\n*{words}*" if words else ""
        body = body.replace(slot, f"![{alt}](photo:{use.slot}){under}", 1)
    return ("\n".join(lines) + "\n" + body + "\n").encode("utf-8", "replace")
