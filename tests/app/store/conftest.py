"""A fresh store for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.opening import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "marbre.sqlite")
    yield made
    made.close()
