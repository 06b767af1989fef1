"""Sums: parts that are more than the whole they are taken from, votes beyond a hundred per cent."""

from collections.abc import Iterable

from app.checks.copy import Copy
from app.checks.registry import Remark, rule
from app.domain.finding import Part, Severity
from app.language.sums import excesses


@rule("NUM005", Severity.WARNING, Part.BODY, "parts", "whole")
def parts_beyond_whole(copy: Copy) -> Iterable[Remark]:
    """Parts told one by one that add up to more than their whole; only an editor knows which is wrong."""
    for text in copy.prose:
        for start, line in text.lines:
            for excess in excesses(line, text.language):
                span = excess.span.shifted(start)
                params = (("parts", excess.parts), ("whole", excess.whole))
                yield Remark(place=text.place(span), excerpt=span.of(text.words), params=params)


RULES = (parts_beyond_whole,)
