"""What changed is shown struck and underlined, and told in words."""

from app.domain.rewording import Reworded, Turn
from ui.sourcing.rewording import shown, told

CHANGES = (
    Reworded(Turn.KEPT, "Nous", "Nous"),
    Reworded(Turn.DROPPED, "ne <b>", ""),
    Reworded(Turn.REPLACED, "trois", "quatre"),
    Reworded(Turn.ADDED, "", "bien"),
)


def test_words_are_marked_and_stay_text() -> None:
    html = shown(CHANGES)

    assert html.startswith("Nous <s ")
    assert "ne &lt;b&gt;</s>" in html
    assert html.count("<s ") == html.count("<u ") == 2


def test_only_differences_are_told() -> None:
    assert told(CHANGES) == "“ne <b>” is gone; “quatre” instead of “trois”; “bien” is new"
    assert told(CHANGES[:1]) == ""
