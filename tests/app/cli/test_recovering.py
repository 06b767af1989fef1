"""recover: a damaged store is told of, recovered, and used again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_a_damaged_store_is_recovered_by_command(
    marbre: Command, copy: Path, tmp_path: Path
) -> None:
    slug = marbre("take-in", copy, "--format", "json").data[0]["slug"]
    marbre("list")
    store = tmp_path / "store" / "marbre.sqlite"
    content = bytearray(store.read_bytes())
    at = content.index("Port-Sablé sera".encode()) // 4096 * 4096
    content[at : at + 4096] = b"\x07" * 4096
    store.write_bytes(content)

    told = marbre("show", slug)
    assert told.code == 2
    assert "marbre recover" in told.err

    said = marbre("recover")
    assert said.code in {0, 1}
    assert "The damaged files are kept in" in said.out
    assert marbre("show", slug).code == 0
