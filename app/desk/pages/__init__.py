"""Pages: made ready, published, corrected, taken back; the site they stand in."""
