"""Transcripts of what was said, and the quotes of a story beside them."""
