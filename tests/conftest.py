"""What every test stands on: a store, settings and a language of its own."""

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

# How long one example takes says how busy the machine is, not whether the code is right.
settings.register_profile("house", settings(), deadline=None)
settings.load_profile("house")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of real stories, photos and schemas beside the checkout; skip where it is not."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real stories and photos is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the person's own store, settings and language out; the places are not made, only named."""
    home = tmp_path_factory.getbasetemp() / "homes" / uuid4().hex
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("MARBRE_STORE", str(home / "store" / "marbre.sqlite"))
    monkeypatch.setenv("MARBRE_LANGUAGE", "en")
    monkeypatch.delenv("MARBRE_BY", raising=False)
