"""The kinds of camera raw files that are taken in; apart, so that the desk needs no imaging library."""

from collections.abc import Mapping
from types import MappingProxyType

TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".arw": "image/x-sony-arw",
        ".cr2": "image/x-canon-cr2",
        ".dng": "image/x-adobe-dng",
        ".nef": "image/x-nikon-nef",
        ".nrw": "image/x-nikon-nrw",
        ".orf": "image/x-olympus-orf",
        ".pef": "image/x-pentax-pef",
        ".sr2": "image/x-sony-sr2",
        ".srw": "image/x-samsung-srw",
    }
)
"""Suffix to media type, as the shared MIME database has them."""
