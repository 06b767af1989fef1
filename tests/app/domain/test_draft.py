"""Drafts: the lines left out are listed with their reason."""

from app.domain.draft import Draft, Line


def test_the_lines_left_out_are_listed() -> None:
    kept = Line(1, "Le quai rouvre", "headline")
    dropped = Line(2, "Partager", "dropped", "share")

    assert Draft(raw="", lines=(kept, dropped)).dropped() == (dropped,)
