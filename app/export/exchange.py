"""Two folders change places in one step of the file system, where the system has such a step."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""linux/fs.h; renameat2(2), since Linux 3.15."""

_RENAME_SWAP = 2
"""sys/stdio.h of macOS; renamex_np(2), since macOS 10.12."""

_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""The system or this file system cannot exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Let two existing folders change places at once; False when the system has no such step.

    Raises:
        OSError: the step exists and failed.
    """
    call = _call(os.fsencode(one), os.fsencode(other))
    if call is None:
        return False
    code = call()
    if code == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _NOT_HERE:
        return False
    raise OSError(reason, os.strerror(reason), str(other))


class _Call:
    """One prepared call of the C library; it returns 0 when it worked."""

    def __init__(self, function: object, *arguments: object) -> None:
        self._function = function
        self._arguments = arguments

    def __call__(self) -> int:
        if not callable(self._function):
            return -1
        return int(self._function(*self._arguments))


def _call(one: bytes, other: bytes) -> _Call | None:
    found = _STEPS.get(sys.platform)
    return None if found is None else _prepared(found[0], found[1](one, other))


_STEPS: dict[str, tuple[str, Callable[[bytes, bytes], tuple[object, ...]]]] = {
    "linux": (
        "renameat2",
        lambda one, other: (_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE),
    ),
    "darwin": ("renamex_np", lambda one, other: (one, other, _RENAME_SWAP)),
}
"""System to the name of its step in the C library and the arguments of the call."""


def _prepared(name: str, arguments: tuple[object, ...]) -> _Call | None:
    library = ctypes.CDLL(None, use_errno=True)
    function = getattr(library, name, None)
    return None if function is None else _Call(function, *arguments)
