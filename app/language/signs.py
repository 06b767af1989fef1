"""Markdown's own signs in a line of copy: what a reader never sees."""

import re

HEADING = re.compile(r"^(#{1,6})[ \u00a0]")
BLOCK_QUOTE = re.compile(r"^>[ \u00a0]?")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![*\w])([*_])(?![*_\s])([^*_]+?)(?<!\s)\1(?![*\w])")
LINK = re.compile(r"\[([^\]\n]+)\](\([^)\n]+\))")
