"""Packages for colleagues: the file, and laying two versions of a story together."""
