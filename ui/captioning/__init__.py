"""The photo desk."""
