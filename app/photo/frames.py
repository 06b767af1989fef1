"""Frames: how the desk and a worker speak over a pipe, one JSON header and some bytes each."""

import json
import struct
from typing import IO, Any

_SIZES = struct.Struct(">II")
_MOST_HEADER = 32_000_000
_MOST_BYTES = 500_000_000


class Broken(Exception):  # noqa: N818  it says what the pipe is
    """The other side is gone, or speaks nonsense."""


def send(stream: IO[bytes], header: dict[str, Any], data: bytes = b"") -> None:
    """Send one frame.

    Raises:
        Broken: nobody reads any more.
    """
    told = json.dumps(header).encode()
    try:
        stream.write(_SIZES.pack(len(told), len(data)) + told + data)
        stream.flush()
    except (OSError, ValueError) as error:
        raise Broken from error


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Wait for one frame and return its header and bytes.

    Raises:
        Broken: the other side closed the pipe, died, or sent what is no frame.
    """
    told, data = _SIZES.unpack(_exactly(stream, _SIZES.size))
    if told > _MOST_HEADER or data > _MOST_BYTES:
        raise Broken
    try:
        header = json.loads(_exactly(stream, told))
    except ValueError as error:
        raise Broken from error
    if not isinstance(header, dict):
        raise Broken
    return header, _exactly(stream, data)


def _exactly(stream: IO[bytes], count: int) -> bytes:
    try:
        data = stream.read(count)
    except (OSError, ValueError) as error:
        raise Broken from error
    if len(data) != count:
        raise Broken
    return data
