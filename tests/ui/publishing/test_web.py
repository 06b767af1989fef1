"""The page in the engine reaches nothing, leads nowhere, and is as wide as asked.

The engine runs in a process of its own here, without its sandbox: so the tests run as any user,
and its talk and its threads stay out of them.
"""

import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

ROOT = Path(__file__).parents[3]

HOSTILE = """<!doctype html><html><head><title>still</title>
<meta http-equiv="refresh" content="1;url={server}refresh">
<link rel="stylesheet" href="{server}css"><link rel="prefetch" href="{server}prefetch">
<link rel="icon" href="{server}icon"><link rel="preconnect" href="{server}">
<style>@import url({server}import); @font-face {{ font-family: x; src: url({server}font) }}
body {{ background: url({server}background); font-family: x; margin: 0 }}
@media (prefers-color-scheme: dark) {{ body {{ color: rgb(1, 2, 3) }} }}</style></head><body>
<script>document.title = "ran"; fetch("{server}fetch")</script>
<img src="{server}img" srcset="{server}srcset 2x" onerror="document.title='ran'">
<picture><source srcset="{server}source"><img src="x.jpg"></picture>
<video src="{server}video" poster="{server}poster" autoplay></video><audio src="{server}audio">
</audio><iframe src="{server}iframe"></iframe><object data="{server}object"></object>
<embed src="{server}embed"><svg><image href="{server}svg"/></svg>
<iframe src="file:///etc/hostname"></iframe><img src="file:///etc/hostname">
<form action="{server}form"><input type=submit></form><a id="away" href="{server}link">a</a>
<div style="height: 4000px">tall</div></body></html>"""

PROGRAM = """
import json, sys
from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWidgets import QApplication
application = QApplication(["test"])
from PySide6.QtWebEngineCore import QWebEngineScript
from ui.publishing.web import Web
told = {}
def wait(milliseconds, signal=None):
    loop = QEventLoop()
    if signal is not None:
        signal.connect(loop.quit)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
def ask(script):
    answers = []
    world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
    loop = QEventLoop()
    web.page.runJavaScript(script, world, lambda answer: (answers.append(answer), loop.quit()))
    QTimer.singleShot(5000, loop.quit)
    loop.exec()
    return answers[0] if answers else None
web = Web()
web.resize(600, 400)
web.show()
contents = {"index.html": sys.stdin.buffer.read()}
web.show_contents(contents, "dark")
wait(8000, web.drawn)
wait(1600)
told["title"] = web.page.title()
told["colour"] = ask("getComputedStyle(document.body).color")
for pixels in (360, 600, 900, 1200):
    web.show_width(pixels)
    wait(150)
    told[f"w{pixels}"] = ask("window.innerWidth")
ask("window.scrollTo(0, 700)")
wait(200)
web.show_contents(contents, "dark")
wait(8000, web.drawn)
wait(200)
told["scrolled"] = ask("window.scrollY")
ask("document.getElementById('away').click()")
web.page.load(QUrl(sys.argv[1] + "typed"))
wait(500)
told["address"] = web.page.url().toString()
printed = []
web.print_to(printed.append)
for _turn in range(40):
    wait(200)
    if printed:
        break
told["pdf"] = printed[0][:5].decode() if printed else ""
told["off the record"] = web.page.profile().isOffTheRecord()
told["refused"] = web.gate.refused
print(json.dumps(told))
sys.stdout.flush()
web.close_page()
import os
os._exit(0)
"""


class Seen(http.server.BaseHTTPRequestHandler):
    """Answers everything and remembers it."""

    paths: list[str]

    def do_GET(self) -> None:
        """Remember."""
        self.paths.append(self.path)
        self.send_response(204)
        self.end_headers()

    @override
    def log_message(self, *_words: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def trial() -> tuple[dict[str, Any], list[str]]:
    """What the engine told of a hostile page, and what reached a server meanwhile."""
    paths: list[str] = []
    handler = type("Handler", (Seen,), {"paths": paths})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/"
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, address],
            input=HOSTILE.format(server=address).encode(),
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QTWEBENGINE_DISABLE_SANDBOX": "1",
                "PYTHONPATH": str(ROOT),
            },
            capture_output=True,
            timeout=120,
            check=False,
        )
        server.shutdown()
        thread.join()
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return json.loads(done.stdout.splitlines()[-1]), paths


Trial = tuple[dict[str, Any], list[str]]


def test_not_one_request_leaves(trial: Trial) -> None:
    assert trial[1] == []
    assert trial[0]["refused"] > 0


def test_no_script_runs(trial: Trial) -> None:
    assert trial[0]["title"] == "still"


def test_no_link_and_no_address_leads_away(trial: Trial) -> None:
    assert trial[0]["address"] == "desk://story/index.html"


@pytest.mark.parametrize("pixels", [360, 600, 900, 1200])
def test_the_page_is_laid_out_for_the_width_asked(trial: Trial, pixels: int) -> None:
    assert abs(trial[0][f"w{pixels}"] - pixels) <= 2


def test_the_colours_are_those_asked_for(trial: Trial) -> None:
    assert trial[0]["colour"] == "rgb(1, 2, 3)"


def test_a_fresh_page_stays_where_it_was_scrolled_to(trial: Trial) -> None:
    assert abs(trial[0]["scrolled"] - 700) <= 2


def test_nothing_is_kept(trial: Trial) -> None:
    assert trial[0]["off the record"]


def test_it_is_printed_as_pdf(trial: Trial) -> None:
    assert trial[0]["pdf"] == "%PDF-"
