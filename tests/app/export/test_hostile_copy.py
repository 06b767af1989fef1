"""Hostile copy in every field of a story, shown in a real browser: nothing of it runs.

A part of the corpus by default; all of it, with the figures: MARBRE_XSS=all pytest -s on this file.
"""

import html
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.package import Package
from app.export.edition import Edition, Picture
from app.export.lists import lists
from app.export.page import render

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "hostile" / "xss.jsonl"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), "")
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
PART = 40
AT_ONCE = 100
"""Pages in one start of the browser."""

OWN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[mer](javascript:alert(1))",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}<iframe srcdoc='<script>alert(1)</script>'>",
)

WATCH = """
let tried = [];
addEventListener("securitypolicyviolation", (e) => {
  if (e.effectiveDirective.startsWith("script")) tried.push(e.blockedURI + e.sample); });
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => tried.push(name);
addEventListener("load", () => setTimeout(() => {
  for (const one of document.querySelectorAll("*"))
    for (const { name, value } of one.attributes)
      if (/^on/i.test(name) || /^[\\0-\\x20]*(javascript|vbscript|data):/i.test(value)
          && /^(href|src|action|formaction|xlink:href)$/i.test(name)) tried.push(name);
  parent.postMessage({ tried, name: location.pathname.split("/").pop() }, "*");
}, 30));
"""
"""Counts what runs, what the policy kept from running, and what would run at a click."""

COLLECT = """<!doctype html><meta charset="utf-8"><pre id="told"></pre>
<script>
const told = {{}};
addEventListener("message", (e) => {{
  told[e.data.name] = e.data.tried;
  document.getElementById("told").textContent = JSON.stringify(told); }});
</script>{frames}"""

Develop = Callable[[Package, Edition], dict[int, Picture]]

pytestmark = [
    pytest.mark.skipif(not BROWSER, reason="there is no Chromium"),
    pytest.mark.skipif(sys.platform == "win32", reason="headless Chromium prints nothing there"),
]


def payloads() -> list[str]:
    if not CORPUS.exists():
        return list(OWN)
    rows = CORPUS.read_text(encoding="utf-8").strip().split("\n")
    found = list(dict.fromkeys(str(json.loads(row)["payload"]) for row in rows))
    if os.environ.get("MARBRE_XSS") == "all":
        return [*OWN, *found]
    return [*OWN, *random.Random(3).sample(found, min(PART, len(found)))]


def poisoned(package: Package, payload: str) -> Package:
    """Put a payload wherever a story takes words."""
    fields = ("headline", "kicker", "standfirst", "byline", "dateline", "agency_credit", "section")
    copy: dict[str, Any] = dict.fromkeys(fields, payload)
    body = f"{payload}\n\n![](photo:1)\n\nUn [lien]({payload}) et `{payload}`.\n\n> {payload}"
    story = replace(package.story, body=body, tags=(payload,), **copy)
    words: dict[str, Any] = dict.fromkeys(("caption", "alt", "credit"), payload)
    uses = tuple(replace(use, persons=(payload,), **words) for use in package.uses)
    photos = {
        key: replace(
            photo,
            metadata=replace(photo.metadata, headline=payload, city=payload, creator=(payload,)),
        )
        for key, photo in package.photos.items()
    }
    return replace(package, story=story, uses=uses, photos=photos)


def watched(page: str) -> str:
    """Return a page in which all script is told of; only that of the watch is let run."""
    policy = "script-src 'nonce-watch' 'report-sample'"
    bare = re.sub(r'(http-equiv="Content-Security-Policy" content=)"[^"]*"', rf'\1"{policy}"', page)
    assert bare != page
    return bare.replace("</title>", f'</title><script nonce="watch">{WATCH}</script>', 1)


def pages(package: Package, edition: Edition, develop: Develop) -> Iterator[str]:
    """Yield, for each payload, the page of the story and the front page that names it."""
    made = develop(package, edition)
    for payload in payloads():
        page = render(
            poisoned(package, payload), made, edition, published_at=NOON, modified_at=NOON
        )
        assert page.card is not None
        yield watched(page.html)
        front = next(iter(lists([page.card], edition, NOON)))
        yield watched(front.make().decode())


def seen(folder: Path, told: Sequence[str]) -> dict[str, list[str]]:
    """Show pages in a browser; return what ran or would, by the name of the page."""
    folder.mkdir()
    names = [f"{number}.html" for number, _page in enumerate(told)]
    for name, page in zip(names, told, strict=True):
        (folder / name).write_text(page, encoding="utf-8", errors="replace")
    frames = "".join(f'<iframe src="{name}"></iframe>' for name in names)
    outer = folder / "outer.html"
    outer.write_text(COLLECT.format(frames=frames), encoding="utf-8")
    words = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    words += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=20000"]
    done = subprocess.run([*words, outer.as_uri()], capture_output=True, timeout=300, check=True)
    text = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert text
    return dict(json.loads(html.unescape(text[1])))


def test_the_watch_sees_what_runs_where_nothing_is_made_safe(tmp_path: Path) -> None:
    bare = '<meta http-equiv="Content-Security-Policy" content="x"><title>x</title>'
    raw = [watched(f"{bare}<body>{words}") for words in OWN[:3]]
    raw.append(watched(f'{bare}<body><a href="javascript:alert(1)">mer</a>'))

    found = seen(tmp_path / "raw", raw)

    assert len(found) == len(raw)
    assert all(found.values())


def test_nothing_in_a_story_runs_in_a_browser(
    package: Package, edition: Edition, develop: Develop, tmp_path: Path
) -> None:
    every = list(pages(package, edition, develop))
    found: dict[str, list[str]] = {}
    for at in range(0, len(every), AT_ONCE):
        some = every[at : at + AT_ONCE]
        told = seen(tmp_path / str(at), some)
        assert len(told) == len(some)
        found |= {f"{at}/{name}": tried for name, tried in told.items()}

    ran = {name: tried for name, tried in found.items() if tried}
    sys.stdout.write(f"\n{len(every) // 2} payloads, {len(found)} pages, {len(ran)} ran\n")
    assert ran == {}
