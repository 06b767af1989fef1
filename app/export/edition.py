"""What a desk says of itself, and the files a published page is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from app.domain.errors import DeskError

JPEG = "image/jpeg"
WEBP = "image/webp"
AVIF = "image/avif"
PNG = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """One file of a picture. `name` is its path inside the folder, with slashes.

    `role` is "display" for what readers see, "og" for the card shown when the page is shared
    (1200x630), "16x9", "4x3" and "1x1" for the crops that search engines ask for.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    role: str = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All the files of one picture of a story."""

    files: tuple[PictureFile, ...]

    def displays(self, media_type: str) -> tuple[PictureFile, ...]:
        """Return the files of one type that readers see, narrow to wide."""
        found = (f for f in self.files if f.role == "display" and f.media_type == media_type)
        return tuple(sorted(found, key=lambda file: file.width))

    def largest(self) -> PictureFile | None:
        """Return the widest file every browser can show (JPEG or PNG), or None."""
        found = self.displays(JPEG) or self.displays(PNG)
        return found[-1] if found else None

    def in_role(self, role: str) -> PictureFile | None:
        """Return the file made for `role`, or None when it was not made."""
        return next((file for file in self.files if file.role == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterLink:
    """One link at the foot of every page."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The settings of the house. Every one has a default, so that a new desk can publish.

    Addresses are absolute, http or https. Those left empty are derived from `base_url` where
    machines want one (the principles, the corrections policy, the licence); pages show readers
    only what was set. `place` is where the newsroom works. `time_zone` is an IANA name: times
    are printed in it. `source_type` is the IPTC digital source type assumed of a picture that
    does not tell its own; "" assumes nothing. `logo` and `card` (the picture of a story that
    has none) come from the theme when None. `language` (BCP 47) is that of the site's own
    pages; "" means that of most stories. `author_pages` are addresses by name. `templates`
    (by file name) and `style` are the house's own: they come before those of the theme.

    Raises:
        DeskError: "edition.address" when an address is not an http(s) one, "edition.style" when
            a style sheet would end the element it stands in.
    """

    site_name: str = "Marbre"
    base_url: str = "https://example.org/"
    tagline: str = ""
    theme: str = "broadsheet"
    time_zone: str = "UTC"
    place: str = ""
    publisher: str = ""
    logo: PictureFile | None = None
    card: Picture | None = None
    copyright_holder: str = ""
    licence_url: str = ""
    licence_name: str = ""
    about_url: str = ""
    contact_url: str = ""
    principles_url: str = ""
    corrections_url: str = ""
    author_pages: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    style: str = ""
    footer_links: tuple[FooterLink, ...] = ()
    language: str = ""
    source_type: str = "digitalCapture"

    def __post_init__(self) -> None:
        """Refuse an address that a browser would not treat as a page of the web."""
        addresses = (
            self.base_url,
            self.licence_url,
            self.about_url,
            self.contact_url,
            self.principles_url,
            self.corrections_url,
            *self.author_pages.values(),
            *(link.address for link in self.footer_links),
        )
        if "</" in self.style:
            raise DeskError("edition.style")
        for address in addresses:
            if address and not is_web_address(address):
                raise DeskError("edition.address", address=address)

    def address(self, path: str = "") -> str:
        """Return the absolute address of `path` on the site."""
        return f"{self.base_url.rstrip('/')}/{path}"

    def house(self) -> str:
        """Return the name of the publisher."""
        return self.publisher or self.site_name

    def about(self) -> str:
        """Return the address of the page about the newsroom."""
        return self.about_url or self.address()

    def principles(self) -> str:
        """Return the address of the publishing principles."""
        return self.principles_url or self.address("principles/")

    def corrections(self) -> str:
        """Return the address of the corrections policy."""
        return self.corrections_url or self.address("corrections/")

    def licence(self) -> str:
        """Return the address of the licence, or of the page to ask for one."""
        return self.licence_url or self.address("licence/")


def is_web_address(address: str) -> bool:
    """Say whether `address` is an absolute http or https address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumb:
    """A small file of a story's picture: its path from the page's folder, type and pixels."""

    name: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story as lists, feeds and the search index tell it; plain texts, aware times in UTC.

    `image` is the path, from the page's folder, of the picture for sharing. `thumbs` are light to
    heavy kinds, none when the story has no picture.
    """

    slug: str
    language: str
    section: str
    headline: str
    eyebrow: str
    summary: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    published: datetime
    modified: datetime
    image: str
    image_type: str
    image_bytes: int
    thumbs: tuple[Thumb, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A published story before it is a folder: `html` is index.html, `files` all the rest by name.

    `slug` is the last part of `address`, the page's own. `card` is what lists say of the story.
    """

    slug: str
    address: str
    html: str = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    card: Card | None = None

    def contents(self) -> dict[str, bytes]:
        """Return every file of the folder by name, index.html first."""
        return {"index.html": self.html.encode("utf-8"), **self.files}
