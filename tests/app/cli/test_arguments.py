"""The copy meant: a file that exists, else a story of the store."""

import argparse
from pathlib import Path

from app.cli.arguments import look_at, open_desk
from app.desk import filing


def test_a_file_comes_before_a_story(tmp_path: Path) -> None:
    arguments = argparse.Namespace(store=tmp_path / "store")
    with open_desk(arguments) as desk:
        slug = filing.take_in_text(desk, "Le quai\n\nIl rouvre.").slug
    path = tmp_path / "copy.txt"
    path.write_text("La digue\n\nElle tient.", encoding="utf-8")

    assert look_at(arguments, str(path)).package.story.headline == "La digue"
    assert look_at(arguments, slug).package.story.headline == "Le quai"
