"""What stands in the way, heaviest first, and where the page went before."""

from pathlib import Path

from app.desk.desk import Desk
from app.desk.pages import publishing
from app.domain.finding import Severity
from ui.publishing.lines import WEIGHTS, look


def test_blocks_come_first_and_nothing_is_left_out(desk: Desk, story_id: str) -> None:
    sight = look(desk, story_id)
    preflight = publishing.preflight(desk, story_id)

    assert sight.blocks == preflight.blocks
    assert sorted(sight.findings, key=repr) == sorted(
        (*preflight.blocks, *preflight.others), key=repr
    )
    weights = [WEIGHTS.index(finding.severity) for finding in sight.findings]
    assert weights == sorted(weights)
    assert len(sight.blocking_codes()) == len({one.code for one in sight.blocks})


def test_publications_are_told_newest_first(desk: Desk, bare: str, tmp_path: Path) -> None:
    story_id = bare
    assert look(desk, story_id).issues == ()
    blocks = look(desk, story_id).blocking_codes()
    reasons = dict.fromkeys(blocks, "Épreuve.")
    for name in ("one", "two"):
        publishing.publish(desk, story_id, tmp_path / name, overrides=reasons, by="Ana")

    issues = look(desk, story_id).issues

    assert [issue.folder.name for issue in issues] == ["two", "one"]
    assert all(issue.page.is_file() and issue.size and issue.files > 1 for issue in issues)
    assert [len(issue.overrides) for issue in issues] == [len(blocks)] * 2


def test_every_severity_has_its_weight() -> None:
    assert set(WEIGHTS) == set(Severity)
