"""What French and English copy looks like: marks, spaces, dates, names; pure functions over text."""
