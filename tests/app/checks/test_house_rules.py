"""House style as findings, with a fix where one is given, and never inside quotation marks."""

from collections.abc import Callable
from dataclasses import replace

from app.checks.mending import mend
from app.domain.finding import Finding
from app.domain.package import Package
from app.language.housestyle import house_style

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]
OWN = """
[[rule]]
pattern = 'quay(s?)'
replacement = 'wharf\\1'
message = "We say wharf."
language = "en"

[[rule]]
pattern = "très"
message = { fr = "Sans « très ».", en = "Without “très”." }
severity = "hint"
"""


def test_usages_that_ship_are_remarked_and_mended(make: Make, found: Found) -> None:
    package = make("en-US", body="The car did 90 kmh, “irregardless”, he said.")

    (speed, quoted) = found(package, "HOU001")

    assert (speed.excerpt, quoted.excerpt, quoted.fixes) == ("kmh", "irregardless", ())
    assert mend(package, speed.fixes).story.body == (
        "The car did 90 km/h, “irregardless”, he said."
    )


def test_the_desk_adds_its_own(make: Make, found: Found) -> None:
    style = house_style(OWN)
    assert style.trouble == ""

    english = replace(make("en-GB", body="Two quays, très old."), style=style)
    french = replace(make(body="Deux quays très vieux."), style=style)

    assert [each.excerpt for each in found(english, "HOU001")] == ["quays"]
    assert mend(english, found(english, "HOU001")[0].fixes).story.body == "Two wharfs, très old."
    assert found(french, "HOU001") == []
    assert dict(found(french, "HOU002")[0].params)["message_fr"] == "Sans « très »."


def test_a_file_that_cannot_be_read_is_told_and_nothing_else_suffers(
    make: Make, found: Found
) -> None:
    for text in ("[[rule]", "[[rule]]\npattern = '('\nmessage = 'x'", "[[rule]]\nmessage = 'x'"):
        style = house_style(text)

        assert style.rules == ()
        assert len(found(replace(make(), style=style), "HOU003")) == 1
