"""marbre export: one file, in the form asked for."""

from pathlib import Path

import pytest

from app.cli.main import run
from app.desk.desk import Desk
from app.desk.stories import filing


def test_a_story_is_exported_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "marbre.sqlite"
    with Desk.open(store) as desk:
        filing.take_in_text(desk, "Le quai rouvre\n\nIl rouvre mercredi, a dit la mairie.")
        slug = filing.stories(desk)[0].slug

    code = run(
        ["--store", str(store), "export", slug, "--as", "md", "--to", str(tmp_path / "a.md")]
    )

    assert code == 0
    assert "Il rouvre mercredi" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "a.md" in capsys.readouterr().out
