"""Frames arrive whole or not at all."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.photo.frames import Broken, receive, send

headers = st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.integers(), max_size=3)


def _frame(header: dict[str, object], data: bytes) -> bytes:
    stream = io.BytesIO()
    send(stream, header, data)
    return stream.getvalue()


@given(headers, st.binary(max_size=50))
def test_what_is_sent_is_received(header: dict[str, object], data: bytes) -> None:
    assert receive(io.BytesIO(_frame(header, data))) == (header, data)


@given(headers, st.binary(max_size=20), st.data())
def test_a_frame_cut_anywhere_is_broken(
    header: dict[str, object], data: bytes, draw: st.DataObject
) -> None:
    whole = _frame(header, data)
    cut = draw.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(Broken):
        receive(io.BytesIO(whole[:cut]))


@pytest.mark.parametrize(
    "sent",
    [
        b"\xff\xff\xff\xff\x00\x00\x00\x00{}",
        b"\x00\x00\x00\x02\xff\xff\xff\xff{}",
        b"\x00\x00\x00\x02\x00\x00\x00\x00[]",
        b"\x00\x00\x00\x02\x00\x00\x00\x00{x",
    ],
)
def test_nonsense_is_broken_and_takes_no_memory(sent: bytes) -> None:
    with pytest.raises(Broken):
        receive(io.BytesIO(sent))


def test_sending_to_nobody_is_broken() -> None:
    stream = io.BytesIO()
    stream.close()
    with pytest.raises(Broken):
        send(stream, {})
