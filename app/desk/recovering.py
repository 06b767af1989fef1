"""Recovering a damaged store: what can still be read, and the last copy for the rest."""

from pathlib import Path

from app.desk.desk import placed, store_place
from app.store.recovering import Recovered
from app.store.recovering import recover as recover_at


def recover(path: Path | None = None) -> Recovered:
    """Put a sound store in the place of the damaged one at `path`, or at its usual place.

    The damaged files are kept aside, untouched. The store must not be open anywhere.

    Raises:
        DeskError: `store.missing`, `store.in-use`, `store.nothing-left`, `store.unwritable`.
    """
    return recover_at(placed(path) if path else store_place())
