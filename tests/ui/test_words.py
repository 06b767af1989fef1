"""Times, days and quotation marks as each language writes them."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from ui import words


@pytest.mark.parametrize(("language", "quoted"), [("en", "“x”"), ("fr", "«\u00a0x\u00a0»")])
def test_words_are_quoted_as_the_language_does(
    qapp: QApplication, language: str, quoted: str
) -> None:
    assert words.install(qapp, language) == language
    assert words.quoted("x") == quoted


def test_a_moment_of_today_is_told_by_the_clock() -> None:
    now = datetime.now(UTC)

    assert words.day(now) == words.clock(now)
    assert ":" not in words.day(now - timedelta(days=40))


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (1, 1), (230, 1), (500, 2), (2300, 10)])
def test_reading_takes_a_minute_at_least(count: int, minutes: int) -> None:
    assert words.minutes_to_read(count) == minutes
