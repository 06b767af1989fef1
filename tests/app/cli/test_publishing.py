"""publish and welcome."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_the_first_run_publishes_the_sample_and_says_where(marbre: Command, tmp_path: Path) -> None:
    said = marbre("welcome")

    assert said.code == 0
    (page,) = (tmp_path / "store").glob("published/*/index.html")
    assert str(page) in said.out
    assert "no display" in said.out


def test_a_second_run_leaves_everything_as_it_is(marbre: Command) -> None:
    marbre("welcome")
    stories = marbre("list", "--format", "json").data
    again = marbre("welcome")

    assert "Published" not in again.out
    assert marbre("list", "--format", "json").data == stories


def test_publishing_past_a_block_is_signed(marbre: Command, copy: Path, tmp_path: Path) -> None:
    copy.write_text(
        "La digue\n\n« Personne ne nous a prévenus avant les travaux de ce printemps. »\n",
        encoding="utf-8",
    )
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    out = tmp_path / "out"
    refused = marbre("publish", slug, "--to", out)
    assert refused.code == 2
    assert "ATT001" in refused.err
    assert not out.exists()

    told = ("--override", "ATT001", "--reason", "bande-son au dossier", "--by", "Noé Lambel")
    said = marbre("publish", slug, "--to", out, *told)
    assert said.code == 0
    assert "Noé Lambel" in said.out
    assert (out / "index.html").is_file()


def test_publishing_again_says_identical(marbre: Command, copy: Path, tmp_path: Path) -> None:
    copy.write_text("La digue\n\nLa digue tient toujours, hiver comme été.\n", encoding="utf-8")
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    first = marbre("publish", slug, "--to", tmp_path / "out", "--format", "json").data
    again = marbre("publish", slug, "--to", tmp_path / "out", "--format", "json").data

    assert not first["identical"]
    assert again["identical"]


def test_a_correction_is_proposed_printed_and_a_story_withdrawn(
    marbre: Command, copy: Path, tmp_path: Path
) -> None:
    copy.write_text("La digue\n\nLa digue tient toujours, hiver comme été.\n", encoding="utf-8")
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    out = tmp_path / "out"
    marbre("publish", slug, "--to", out)
    assert marbre("revise", slug, "--kicker", "Littoral").code == 0

    told = ("--correction", "La digue tient parfois.", "--kind", "fact")
    assert marbre("publish", slug, "--to", out, *told).code == 0
    assert "La digue tient parfois." in (out / "index.html").read_text("utf-8")

    assert "Withdrawn" in marbre("withdraw", slug, "--reason", "Erreur de date.").out
    assert "Erreur de date." in (out / "index.html").read_text("utf-8")
    assert marbre("publish", slug, "--to", out).code == 2
