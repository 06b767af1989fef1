"""A desk on a fresh store, copy to file at it, and pictures to take in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.desk.desk import Desk
from app.desk.stories import filing

COPY = """Dernières nouvelles

La digue de Port-Sablé tiendra l'hiver

La maire Hélène Carvin devant la digue de Port-Sablé, le 3 mars 2026.
La maire Hélène Carvin devant la digue de Port-Sablé, le 3 mars 2026.

La digue de Port-Sablé sera consolidée avant l'automne, a annoncé mercredi la maire Hélène Carvin lors d'une visite du chantier.

"La digue tiendra tout l'hiver", a déclaré Mme Carvin devant les riverains.

Les travaux dureront quatre mois et coûteront deux millions d'euros, selon la mairie.

Avec Agence Rivage

XS
SM
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "store" / "marbre.sqlite", by="Ana") as opened:
        yield opened


@pytest.fixture
def story_id(desk: Desk) -> str:
    return filing.take_in_text(desk, COPY).story_id


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[str], Path]:
    def draw(name: str = "digue.jpg") -> Path:
        path = tmp_path / name
        shade = sum(name.encode()) % 200
        Image.new("RGB", (900, 600), (shade, 90, 140)).save(path)
        return path

    return draw
