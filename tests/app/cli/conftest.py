"""The command, run in this process on a store of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run

COPY = """La digue tiendra l'hiver

La digue de Port-Sablé sera consolidée avant l'automne, a annoncé mercredi la maire Hélène Carvin.

"La digue tiendra tout l'hiver", a déclaré Mme Carvin devant les riverains.

XS
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What the command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def marbre(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*words: object) -> Said:
        asked = ["--store", str(tmp_path / "store"), *map(str, words)]
        try:
            code = run(asked)
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "digue.txt"
    path.write_text(COPY, encoding="utf-8")
    return path
