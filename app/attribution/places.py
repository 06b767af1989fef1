"""Answers free of their place: written once for a paragraph, brought to its place when looked at."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from typing_extensions import override

T = TypeVar("T")


class Chunk(Generic[T]):
    """The values of one paragraph that began at `base`; `move` returns one moved by some places."""

    __slots__ = ("_move", "_stood")

    def __init__(self, base: int, values: tuple[T, ...], move: Callable[[T, int], T]) -> None:
        self._stood = (base, values)
        self._move = move

    def at(self, base: int) -> tuple[T, ...]:
        """Return the values of the paragraph where it begins at `base`."""
        stood, values = self._stood
        by = base - stood
        if by:
            values = tuple(self._move(value, by) for value in values)
            self._stood = (base, values)
        return values


class Laid(Sequence[T]):
    """Chunks one after another, each with the place where it stands; equal to a tuple of the same.

    Nothing is moved before somebody looks; all of it is then, once.
    """

    __slots__ = ("_chunks", "_laid")

    def __init__(self, chunks: list[tuple[Chunk[T], int]]) -> None:
        self._chunks = chunks
        self._laid: tuple[T, ...] | None = None

    def _all(self) -> tuple[T, ...]:
        if self._laid is None:
            self._laid = tuple(value for chunk, base in self._chunks for value in chunk.at(base))
        return self._laid

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    @override
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """Return a value, or those of a slice, at their places."""
        return self._all()[index]

    @override
    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._all())

    @override
    def __iter__(self) -> Iterator[T]:
        """Go through the values at their places."""
        return iter(self._all())

    @override
    def __eq__(self, other: object) -> bool:
        """Say whether another sequence of this sort, or a tuple, holds equal values."""
        return self._all() == (other._all() if isinstance(other, Laid) else other)

    @override
    def __hash__(self) -> int:
        """Return the hash of the tuple of the same values."""
        return hash(self._all())
