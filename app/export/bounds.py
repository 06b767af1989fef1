"""Copy past all reason, kept from costing time: every word of it stays, its signs lose their sense.

The Markdown library reads a block anew from each bracket in it, and calls itself for each level of
nesting; the HTML parser drops what is nested deeper than it cares to go.
"""

import re

import nh3

EFFORT = 4_000_000
"""Characters the library may read for links. A long feature with 1,000 of them needs half."""

DEEPEST = 60
"""Levels of elements one in another; news copy has a handful."""

_STAND_IN = "\ufdd0"
"""Stands for a bracket that is only a sign; a noncharacter, which no copy holds."""

_INDENT = re.compile(r"^[ \t]{32,}", re.MULTILINE)
_QUOTED = re.compile(r"^((?:[ ]{0,3}>[ ]?){8})(?:[ ]{0,3}>[ ]?)+", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>")
_VOID = {"br", "hr"}


def bounded(body: str) -> str:
    """Return Markdown that is read in bounded time; `restored` puts its signs back."""
    left, blocks = EFFORT, []
    for block in re.split(r"(\n[ \t]*\n)", _QUOTED.sub(r"\1", _INDENT.sub(" " * 32, body))):
        cost = block.count("[") * len(block)
        left -= min(cost, left)
        blocks.append(block if left or not cost else block.replace("[", _STAND_IN))
    return "".join(blocks)


def restored(markup: str) -> str:
    """Return what the library made of bounded Markdown with the signs of the copy."""
    return markup.replace(_STAND_IN, "[")


def shallow(markup: str) -> str:
    """Return clean HTML as it is, or as bare paragraphs when it is nested past all reason."""
    depth = deepest = 0
    for closing, name in _TAG.findall(markup):
        if name not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return markup if deepest <= DEEPEST else nh3.clean(markup, tags={"p"})
