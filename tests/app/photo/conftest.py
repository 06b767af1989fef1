"""Pictures made on the spot, and the outside judge of metadata when it is installed."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from app.domain.photo import PhotoMetadata

Draw = Callable[..., Path]
ExifTool = Callable[[Path], dict[str, Any]]

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "tif": "TIFF", "avif": "AVIF", "gif": "GIF"}


def picture(width: int = 90, height: int = 60) -> Image.Image:
    """Return a picture whose four corners differ: red, green, blue and white, clockwise from top left."""
    image = Image.new("RGB", (width, height), "grey")
    pen = ImageDraw.Draw(image)
    x, y = width // 3, height // 3
    pen.rectangle((0, 0, x, y), "red")
    pen.rectangle((width - x, 0, width, y), "lime")
    pen.rectangle((width - x, height - y, width, height), "blue")
    pen.rectangle((0, height - y, x, height), "white")
    return image


def encoded(image: Image.Image, suffix: str = "jpg", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, FORMATS[suffix], **options)
    return stream.getvalue()


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Give a function that puts a small picture on disk, by file name."""

    def _draw(name: str = "pont.jpg", size: tuple[int, int] = (90, 60), **options: Any) -> Path:
        path = tmp_path / name
        path.write_bytes(encoded(picture(*size), path.suffix[1:], **options))
        return path

    return _draw


@pytest.fixture
def exiftool() -> ExifTool:
    """Give a function that lists a file's tags as exiftool reads them, "Group:Tag" by name."""
    tool = shutil.which("exiftool")
    if tool is None:
        pytest.skip("exiftool is not installed")

    def _read(path: Path) -> dict[str, Any]:
        command = [tool, "-j", "-G1", "-struct", "-charset", "iptc=UTF8", "-charset", "exif=UTF8"]
        done = subprocess.run([*command, str(path)], capture_output=True, check=False)
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found[0]

    return _read


@pytest.fixture
def shared() -> Path:
    """Return the folder of real and hostile pictures that stands beside the project."""
    folder = Path(__file__).resolve().parents[4] / "shared"
    if not (folder / "photos").is_dir():
        pytest.skip("no shared pictures beside the project")
    return folder


@pytest.fixture
def full() -> PhotoMetadata:
    """Return metadata with accents in every text and a value in nearly every field."""
    return PhotoMetadata(
        title="écluse-07",
        headline="L’écluse rouverte à Port-Sablé",
        description="La mairesse Hélène Carvin, à gauche, ouvre l’écluse « du Levant ».\nDeuxième ligne, €.",
        alt="Une femme en manteau rouge tourne un volant d’acier près d’une écluse.",
        extended_description="Au premier plan, un volant ; au fond, la mer.",
        creator=("Zoé Lemaître", "Andrée Nuñez"),
        creator_title="Reporter",
        credit="Agence Littorale",
        source="Littorale",
        copyright_notice="© 2024 Agence Littorale",
        usage_terms="Usage éditorial seulement",
        web_statement="https://littorale.example/droits",
        instructions="Ne pas recadrer à gauche",
        created="2024-05-06T09:08:07+02:00",
        city="Port-Sablé",
        sublocation="Quai de l’Œuvre",
        state="Côte-d’Azur",
        country="France",
        country_code="FRA",
        taken_city="Île-aux-Moines",
        taken_country="France",
        persons=("Hélène Carvin", "Tomasz Orlik, ingénieur"),
        organisations=("Mairie de Port-Sablé",),
        event="Réouverture de l’écluse",
        keywords=("écluse", "marée"),
        job_id="2024-0506",
        description_writer="ÉB",
        digital_source_type="digitalCapture",
        rating=4,
        label="Rouge",
    )
