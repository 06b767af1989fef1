"""Transcripts: paragraphs or captions in, whatever program wrote them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.transcripts.reading import utterances_of

SUBRIP = """1
00:00:01,000 --> 00:00:04,500
La digue <i>tiendra</i>
tout l’hiver.

2
00:01:05,250 --> 00:01:06,000
&amp; après ?
"""
WEB = """\ufeffWEBVTT - visite

NOTE prise de son

intro
00:01.500 --> 00:04.000 align:start
<v Hélène Carvin>La digue <b>tiendra</b>.
"""


def test_lines_of_text_are_utterances() -> None:
    found = utterances_of("CARVIN : La digue tiendra.\n\n\n# Suite\nOui.\n")

    assert [(one.number, one.words, one.at) for one in found] == [
        (1, "CARVIN : La digue tiendra.", None),
        (2, "# Suite", None),
        (3, "Oui.", None),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_subrip_gives_words_and_times(end: str) -> None:
    found = utterances_of(SUBRIP.replace("\n", end))

    assert [(one.words, one.at) for one in found] == [
        ("La digue tiendra tout l’hiver.", 1.0),
        ("& après ?", 65.25),
    ]


def test_webvtt_gives_the_voice_too() -> None:
    (one,) = utterances_of(WEB.removeprefix("\ufeff"))

    assert (one.words, one.at, one.voice) == ("La digue tiendra.", 1.5, "Hélène Carvin")


@pytest.mark.parametrize("text", ["", " \n\t\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n"])
def test_no_words_is_told(text: str) -> None:
    with pytest.raises(DeskError) as caught:
        utterances_of(text)

    assert caught.value.code in {"transcript.empty", "transcript.unreadable"}


@given(st.text())
def test_any_text_gives_utterances_or_is_told(text: str) -> None:
    with contextlib.suppress(DeskError):
        found = utterances_of(text)
        assert [one.number for one in found] == list(range(1, len(found) + 1))
