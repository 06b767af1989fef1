"""The picture of the sources: a line per voice, a mark per turn, told in words too."""

from lxml import etree

from app.desk.sources.report_picture import WIDTH, svg
from app.desk.sources.reporting import Voice
from app.domain.quote import SourceKind

NAMESPACE = "{http://www.w3.org/2000/svg}"


def voice(name: str, *turns: tuple[float, float]) -> Voice:
    return Voice(
        name=name,
        kind=SourceKind.NAMED,
        words=12,
        share=0.5,
        quotes=len(turns),
        confirmed=0,
        turns=turns,
        order=tuple(range(1, len(turns) + 1)),
    )


def test_each_turn_stands_where_it_is_said() -> None:
    drawn = etree.fromstring(svg([voice("Ana Solis", (0.0, 0.1), (0.5, 0.75))]))

    marks = [one for one in drawn.iter(f"{NAMESPACE}rect") if "rx" not in one.attrib]
    places = [(float(one.attrib["x"]), float(one.attrib["width"])) for one in marks]
    assert places == [(0, WIDTH / 10), (WIDTH / 2, WIDTH / 4)]


def test_it_is_told_in_words_and_names_are_text() -> None:
    drawn = etree.fromstring(svg([voice("<b>Ana & Co</b>", (0.2, 0.3)), voice("", (0.9, 0.9001))]))

    assert drawn.attrib["role"] == "img"
    told = drawn.findtext(f"{NAMESPACE}desc") or ""
    assert "<b>Ana & Co</b>: 12 words · quotes 1" in told
    assert "no source" in told


def test_words_that_are_few_are_still_seen() -> None:
    drawn = etree.fromstring(svg([voice("Ana", (0.5, 0.50001))]))

    marks = [one for one in drawn.iter(f"{NAMESPACE}rect") if "rx" not in one.attrib]
    assert float(marks[0].attrib["width"]) >= 3


def test_nobody_speaks_is_no_picture() -> None:
    assert svg([]) == ""
