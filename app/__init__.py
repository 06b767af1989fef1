"""Marbre's core: stories, captions and sources in one store, published as HTML; no window here."""

__version__ = "0.1.0"
