"""The inside of a paragraph: HTML elements to plain words and to Markdown."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.intake.escape import inline

_SPACES = re.compile(r"[ \t\n\r\f]+")
_MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
_APART = frozenset({"p", "div", "br", "li", "td", "th"})
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\]{1,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: the words a reader sees, their Markdown, and whether it has markup."""

    words: str
    markdown: str
    marked: bool = False


def collapsed(text: str) -> str:
    """Return text with its white space as a browser shows it; no-break spaces stay."""
    return _SPACES.sub(" ", text)


def plain_run(text: str | None) -> Run:
    """Return plain words as a run."""
    words = collapsed(text or "")
    return Run(words, inline(words))


def joined(runs: list[Run]) -> Run:
    """Return runs as one paragraph, without margins."""
    words = collapsed("".join(run.words for run in runs)).strip(" ")
    marked = any(run.marked for run in runs)
    markdown = collapsed("".join(run.markdown for run in runs)).strip(" ")
    # Two stretches of strong words side by side are one.
    return Run(words, markdown.replace("****", "") if marked else markdown, marked)


def run_of(element: HtmlElement, marks: frozenset[str] = frozenset()) -> Run:
    """Return an inline element and all inside it; `marks` are the marks already open."""
    mark = _MARKS.get(element.tag, "")
    mark = "" if mark in marks else mark
    runs = [plain_run(element.text)]
    for child in element:
        if isinstance(child.tag, str):
            runs.append(run_of(child, marks | {mark}))
        runs.append(plain_run(child.tail))
    if element.tag in _APART:
        runs = [plain_run(" "), *runs, plain_run(" ")]
    words = "".join(run.words for run in runs)
    inside = Run(words, "".join(run.markdown for run in runs), any(run.marked for run in runs))
    return _linked(element, _wrapped(inside, mark))


def _wrapped(run: Run, mark: str) -> Run:
    """Put marks around the words and outside the spaces, as Markdown wants them."""
    core = run.markdown.strip(" ")
    if not mark or not core.strip():
        return run
    lead = " " if run.markdown.startswith(" ") else ""
    tail = " " if run.markdown.endswith(" ") else ""
    return Run(run.words, f"{lead}{mark}{core}{mark}{tail}", marked=True)


def _linked(element: HtmlElement, run: Run) -> Run:
    address = (element.get("href") or "").strip() if element.tag == "a" else ""
    core = run.markdown.strip(" ")
    if not core.strip() or not _LINK.fullmatch(address):
        return run
    safe = address.replace("(", "%28").replace(")", "%29")
    words = (
        core.replace("[", "\\[").replace("\\\\[", "\\[").replace("]", "\\]").replace("\\\\]", "\\]")
    )
    lead = " " if run.markdown.startswith(" ") else ""
    return Run(
        run.words,
        f"{lead}[{words}]({safe})" + (" " if run.markdown.endswith(" ") else ""),
        marked=True,
    )
