"""Which bytes the preview gives for which address, in light or dark; nothing else can be reached."""

import base64
import hashlib
import mimetypes
import re
from collections.abc import Mapping

SCHEME = "desk"
HOST = "story"
ADDRESS = f"{SCHEME}://{HOST}/index.html"

Contents = Mapping[str, bytes]
"""The files of a page by name."""

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
ASKED = re.compile(r"\(prefers-color-scheme:\s*(light|dark)\)")
SCHEMES = re.compile(r"color-scheme:\s*light dark")
META = '<meta name="color-scheme" content="light dark">'
ALWAYS, NEVER = "(min-width: 0)", "(max-width: 0)"


def served(contents: Contents, path: str, scheme: str) -> tuple[bytes, bytes] | None:
    """Return media type and bytes for a path of the page in a colour scheme, or None."""
    name = path.lstrip("/") or "index.html"
    data = contents.get(name)
    if data is None:
        return None
    if name.endswith(".html"):
        return b"text/html; charset=utf-8", dressed(data.decode("utf-8"), scheme).encode()
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return kind.encode(), data


def dressed(html: str, scheme: str) -> str:
    """Return a page that shows its light or dark colours whatever the system asks for.

    The page allows its one style by the hash of its text, so that the hash changes along.
    """
    found = STYLE.search(html)
    if not found:
        return html
    before = found[1]
    after = ASKED.sub(lambda match: ALWAYS if match[1] == scheme else NEVER, before)
    after = SCHEMES.sub(f"color-scheme: {scheme}", after)
    html = html.replace(_hash(before), _hash(after)).replace(before, after, 1)
    return html.replace(META, META.replace("light dark", scheme), 1)


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
