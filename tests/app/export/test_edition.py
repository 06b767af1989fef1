import pytest

from app.domain.errors import DeskError
from app.export.edition import Edition, FooterLink


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//example.org/", "example.org", "https://", "http://[x"]
)
def test_an_address_that_is_no_page_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(DeskError) as refused:
        Edition(footer_links=(FooterLink(words="x", address=address),))

    assert refused.value.code == "edition.address"


@pytest.mark.parametrize("base", ["https://example.org", "https://example.org/"])
def test_addresses_stand_under_the_site(base: str) -> None:
    edition = Edition(base_url=base)

    assert edition.address("port/") == "https://example.org/port/"
    assert edition.principles() == "https://example.org/principles/"


def test_what_the_house_set_comes_before_what_is_derived() -> None:
    edition = Edition(
        corrections_url="https://example.org/errata", publisher="Les Éditions du Quai"
    )

    assert edition.corrections() == "https://example.org/errata"
    assert edition.house() == "Les Éditions du Quai"
