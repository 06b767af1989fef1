"""photo add, list, attach, caption, describe, detach."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Command = Callable[..., Any]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "digue.jpg"
    Image.new("RGB", (900, 600), (20, 90, 140)).save(path)
    return path


def use(marbre: Command, slug: str) -> dict[str, Any]:
    shown: list[dict[str, Any]] = marbre("show", slug, "--format", "json").data["uses"]
    return shown[0]


def test_photos_are_taken_in_and_found(marbre: Command, picture: Path) -> None:
    (photo,) = marbre("photo", "add", picture, "--format", "json").data
    assert (photo["width"], photo["height"]) == (900, 600)
    assert "already" in marbre("photo", "add", picture).out

    marbre("photo", "describe", photo["id"][:8], "--credit", "Agence Rivage", "--creator", "Inès")
    found = marbre("photo", "list", "rivage", "--format", "json").data
    assert found[0]["metadata"]["creator"] == ["Inès"]


def test_a_file_is_attached_captioned_and_taken_out(
    marbre: Command, copy: Path, picture: Path
) -> None:
    caption = "La maire Hélène Carvin devant la digue, le 3 mars 2026."
    copy.write_text(f"La digue tiendra l'hiver\n\n{caption}\n{caption}\n\nElle tient.\n", "utf-8")
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    assert marbre("photo", "attach", slug, 1, picture).code == 0
    assert use(marbre, slug)["photo_id"]

    marbre("photo", "caption", slug, 1, "--alt", "Un mur de pierre", "--archive")
    assert (use(marbre, slug)["alt"], use(marbre, slug)["archive"]) == ("Un mur de pierre", True)

    marbre("photo", "detach", slug, 1)
    assert use(marbre, slug)["photo_id"] is None


def test_a_file_that_is_no_picture_is_2(marbre: Command, copy: Path, tmp_path: Path) -> None:
    said = marbre("photo", "add", copy)

    assert said.code == 2
    assert "digue.txt" in said.err
