"""What a presenter may ask of the threads, without knowing them (or Qt)."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.domain.errors import DeskError

T = TypeVar("T")


def nothing(_answer: object) -> None:
    """Do nothing with an answer: for acts whose news travel by `changed` alone."""


class Errands(Protocol):
    """Runs calls to the desk elsewhere and brings the answer home to the main thread."""

    def act(
        self,
        do: Callable[[], T],
        then: Callable[[T], None] = nothing,
        sorry: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Change something: acts run one at a time, in the order given."""

    def ask(
        self,
        do: Callable[[], T],
        then: Callable[[T], None],
        sorry: Callable[[DeskError], None] | None = None,
        *,
        about: str = "",
    ) -> None:
        """Ask something; a newer question about the same subject drops the older answer."""
