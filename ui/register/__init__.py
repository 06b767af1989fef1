"""The register of people and sources, in a window of its own."""
