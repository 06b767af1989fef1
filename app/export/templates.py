"""The templates of published pages: those that ship, and those a house puts in their place."""

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

import resources
from app.domain.errors import DeskError
from app.export.spacing import unbroken

NAMES = (
    "article.html",
    "byline.html",
    "correction.html",
    "figure.html",
    "gallery.html",
    "list.html",
    "withdrawn.html",
)
"""Templates a house may replace by a file of the same name."""


def templates(own: Mapping[str, str]) -> Environment:
    """Return the templates; `own` are the house's, by name, and run where they reach nothing."""
    return _templates(tuple(sorted(own.items())))


@contextmanager
def told_clearly(own: Mapping[str, str]) -> Iterator[None]:
    """Turn what is wrong in a template of the house into a `DeskError` "house.template"."""
    try:
        yield
    except (TemplateError, SecurityError) as error:
        if not own:
            raise
        name = error.name if isinstance(error, TemplateSyntaxError) else None
        line = error.lineno if isinstance(error, TemplateSyntaxError) else ""
        reason = f"{error.message} ({line})" if line else str(error.message)
        raise DeskError("house.template", name=name or ", ".join(own), reason=reason) from error


@functools.cache
def _templates(own: tuple[tuple[str, str], ...]) -> Environment:
    shipped = FileSystemLoader(resources.path("page"))
    loader: BaseLoader = ChoiceLoader([DictLoader(dict(own)), shipped]) if own else shipped
    kind = ImmutableSandboxedEnvironment if own else Environment
    made = kind(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["unbroken"] = unbroken
    return made
